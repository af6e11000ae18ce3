/** Links of a saved page: made whole with the page's address; those that lead nowhere safe lose their address, not their words. */
import type { Element } from 'hast';
import { safeUrl } from '../../../collections/blocks/safeUrl.js';
import { allOf, attribute, lineOfNode, wordsOf } from './elements.js';

/** Changes links in place, and adds to `notes` what is no link any more. */
export function keepLinksSafe(content: Element, canonical: string | undefined, notes: string[]): void {
  for (const link of allOf(content, 'a')) {
    const href = attribute(link, 'href')?.trim();
    const holdsImage = allOf(link, 'img').length > 0;
    const address = href && wholeAddress(href, canonical);
    if (address && (wordsOf(link) || holdsImage)) link.properties.href = address;
    else link.tagName = 'span';
    if (href && !address && wordsOf(link)) {
      notes.push(`line ${lineOfNode(link)}: the link to “${href.slice(0, 60)}” is not taken; its words stay`);
    }
  }
}

/** Pages of the same site by their path, others by their full address; undefined when it may not be linked. */
function wholeAddress(href: string, canonical: string | undefined): string | undefined {
  if (href.startsWith('#')) return href === '#' ? undefined : safeUrl(encoded(href));
  if (!canonical || !URL.canParse(href, canonical)) return safeUrl(encoded(href));
  const url = new URL(href, canonical);
  if (url.origin !== new URL(canonical).origin) return safeUrl(url.href);
  return safeUrl(`${url.pathname}${url.search}${url.hash}`);
}

const encoded = (address: string) => address.replace(/[\s\\]/g, encodeURIComponent);
