// How a source is cited, in one line: authors, title, publisher and year, and where to read it.
import type { BlockFields } from './articleBlock.js';
import { escapeHtml, textOf, wellFormed } from './fieldValues.js';
import { safeUrl } from './safeUrl.js';

/** Where it is read: its DOI, else PubMed, else its address; undefined when nothing may be followed. */
export function citationUrl(source: BlockFields): string | undefined {
  const doi = wellFormed(textOf(source, 'doi'));
  const pmid = textOf(source, 'pmid');
  if (doi) return safeUrl(`https://doi.org/${encodeURI(doi).replace(/[#?]/g, encodeURIComponent)}`);
  if (/^\d{1,9}$/.test(pmid)) return `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`;
  return safeUrl(textOf(source, 'url'));
}

/** A full stop after words that do not end in one already. */
const closed = (words: string) => (words === '' || /[.!?…]$/.test(words) ? words : `${words}.`);

/** What is said of a source, each part closed with a full stop; what it lacks is empty. */
export function partsOf(source: BlockFields) {
  const { year } = source;
  const place = [textOf(source, 'publisher'), typeof year === 'number' ? String(year) : ''].filter(Boolean);
  return {
    authors: closed(textOf(source, 'authors')),
    title: closed(textOf(source, 'title')),
    place: closed(place.join(', ')),
  };
}

/** "Authors. Title. Publisher, year.", the title linked. */
export function citationHtml(source: BlockFields): string {
  const { authors, place, title } = partsOf(source);
  const url = citationUrl(source);
  const named = url ? `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>` : escapeHtml(title);
  return [escapeHtml(authors), `<cite>${named}</cite>`, escapeHtml(place)].filter(Boolean).join(' ');
}

/** The same words, with the address at the end. */
export function citationText(source: BlockFields): string {
  const { authors, place, title } = partsOf(source);
  return [authors, title, place, citationUrl(source) ?? ''].filter(Boolean).join(' ');
}
