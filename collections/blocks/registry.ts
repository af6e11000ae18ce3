// The one list of article blocks: the editor, Markdown and every format of a page are made from it.
// No entry keeps state: Payload's config module may be evaluated twice in one process.
import type { ArticleBlock } from './articleBlock.js';
import { availability } from './availability.js';
import { callout } from './callout.js';
import { callToAction } from './callToAction.js';
import { code } from './code.js';
import { eligibility } from './eligibility.js';
import { figure } from './figure.js';
import { mythList } from './mythList.js';
import { notice } from './notice.js';
import { phases } from './phases.js';
import { steps } from './steps.js';

/** All blocks, in the order in which the editor offers them. */
export const articleBlocks: readonly ArticleBlock[] = [
  steps,
  phases,
  eligibility,
  mythList,
  callout,
  callToAction,
  availability,
  notice,
  figure,
  code,
];

/** The block with this slug, as it stands in the database. */
export function blockBySlug(slug: unknown): ArticleBlock | undefined {
  return articleBlocks.find((block) => block.slug === slug);
}

/** The block with this name in Markdown. */
export function blockByName(name: string): ArticleBlock | undefined {
  return articleBlocks.find((block) => block.markdown?.name === name);
}
