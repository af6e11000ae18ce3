// The one list of article blocks: the editor, Markdown and every format of a page are made from it.
// No entry keeps state: Payload's config module may be evaluated twice in one process.
import type { ArticleBlock } from './articleBlock.js';
import { aspect } from './aspect.js';
import { availability } from './availability.js';
import { callout } from './callout.js';
import { callToAction } from './callToAction.js';
import { checklist } from './checklist.js';
import { code } from './code.js';
import { definition } from './definition.js';
import { disclaimer } from './disclaimer.js';
import { eligibility } from './eligibility.js';
import { exercise } from './exercise.js';
import { faqList } from './faqList.js';
import { figure } from './figure.js';
import { mythList } from './mythList.js';
import { notice } from './notice.js';
import { phases } from './phases.js';
import { quotation } from './quotation.js';
import { riskInformation } from './riskInformation.js';
import { sourceList } from './sourceList.js';
import { steps } from './steps.js';
import { table } from './table.js';

/** All blocks, in the order in which the editor offers them. */
export const articleBlocks: readonly ArticleBlock[] = [
  steps,
  phases,
  checklist,
  exercise,
  eligibility,
  riskInformation,
  mythList,
  faqList,
  callout,
  definition,
  quotation,
  figure,
  table,
  callToAction,
  availability,
  notice,
  disclaimer,
  sourceList,
  code,
  aspect,
];

/** The block with this slug, as it stands in the database. */
export function blockBySlug(slug: unknown): ArticleBlock | undefined {
  return articleBlocks.find((block) => block.slug === slug);
}

/** The block with this name in Markdown. */
export function blockByName(name: string): ArticleBlock | undefined {
  return articleBlocks.find((block) => block.markdown?.name === name);
}
