/** The formats in which a whole page is answered, and how callers name them. */
export const pageFormats = ['json', 'html', 'markdown', 'text', 'jsonld'] as const;
export type PageFormat = (typeof pageFormats)[number];

/** What stands in Accept and Content-Type for each. */
export const mediaTypes: Readonly<Record<PageFormat, string>> = {
  json: 'application/json',
  html: 'text/html',
  markdown: 'text/markdown',
  text: 'text/plain',
  jsonld: 'application/ld+json',
};

/** The Content-Type of an answer in this format. */
export const contentType = (format: PageFormat): string => `${mediaTypes[format]}; charset=utf-8`;

/** A header that says what is liked: `req.accepts` of Express. */
type Accepts = (types: string[]) => string | false;

/** What the caller's Accept likes best; JSON when it likes none of ours, or all alike. */
export function acceptedFormat(accepts: Accepts): PageFormat {
  const liked = accepts(pageFormats.map((format) => mediaTypes[format]));
  return pageFormats.find((format) => mediaTypes[format] === liked) ?? 'json';
}
