// A title inside of a block, as large as the place of the block allows.
import type { BlockRender } from './articleBlock.js';
import { escapeHtml } from './fieldValues.js';

/** A heading with this class, one level below the heading that the block stands under; nothing for no words. */
export function titleHtml(name: string, title: string, { level }: BlockRender): string {
  if (title.trim() === '') return '';
  return `<h${level} class="${name}">${escapeHtml(title)}</h${level}>`;
}
