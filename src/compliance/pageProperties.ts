/** The properties of a page that rules can look at. Pure data: who fills it in stands in src/pages. */

/** What `kind` can be in a rule. */
export type ContentKind = 'article' | 'faq' | 'misconception';

export interface PageProperties {
  /** The site's slug; undefined when the page stands on no site. */
  site?: string;
  kind?: ContentKind;
  /** Slugs of the services that the page names or leads to. */
  services: readonly string[];
  /** How these services reach people. */
  modes: readonly string[];
  /** Slugs of topics. */
  topics: readonly string[];
  /**
   * The states that the visitor may be in, as USPS abbreviations: one when it is known, all of them for a visitor from
   * anywhere. A rule holds when it holds for a visitor of at least one of them.
   */
  states: readonly string[];
  offersFree: boolean;
  showsPrice: boolean;
  /** Everything that the page says, for phrases. */
  text: string;
}
