// Which addresses may stand in a link: one rule for the editor, the Markdown import and the rendering.
const SCHEMES = new Set(['http', 'https', 'mailto', 'tel', 'sms']);

export const LINK_RULE =
  'A link may lead to http, https, mailto, tel, sms, or a path such as /resources/page or #heading.';

// Browsers drop tabs and newlines inside of a scheme, so `java\nscript:` must never pass; spaces, invisible
// characters and backslashes are refused as well: nobody sees what they do.
const UNSAFE = /[\s\\\p{Cc}\p{Cf}]/u;

/** The address when it may be linked, else undefined. Nothing is cleaned: an address is used as it is or not at all. */
export function safeUrl(url: string): string | undefined {
  if (url === '' || UNSAFE.test(url)) return undefined;
  const scheme = /^([^/?#:]*):/.exec(url)?.[1]?.toLowerCase();
  if (scheme !== undefined) return SCHEMES.has(scheme) ? url : undefined;
  // `//host/path` takes the page's own scheme, http or https; it stays a link to another host.
  return url;
}
