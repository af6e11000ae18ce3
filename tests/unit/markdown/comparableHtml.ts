// HTML in a form that two ways of writing the same text share.

const MARKS = ['em', 'strong'];

interface Part {
  marks: string;
  html: string;
}

/**
 * Drops what says nothing: paragraphs inside of items (tight or loose lists), white space around blocks, blank comments,
 * line endings inside of text, and emphasis inside of the same emphasis (bold twice is bold).
 */
export function comparableHtml(html: string): string {
  return flatParts(html.replace(/<!--\s*-->/g, ''))
    .map(({ marks, html: part }) => (marks ? `[${marks}:${part}]` : part))
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/ ?(<\/?(?:ul|ol|li|blockquote|h\d|hr|pre|br)[^>]*>) ?/g, '$1')
    .trim();
}

/** Tags as they are, and texts with the marks that they carry, each once. */
function flatParts(html: string): Part[] {
  const open: string[] = [];
  const parts: Part[] = [];
  for (const token of html.match(/<[^>]+>|[^<]+/g) ?? []) {
    const name = /^<\/?(\w+)/.exec(token)?.[1] ?? '';
    if (MARKS.includes(name)) openOrClose(token, name, open);
    else if (name !== 'p')
      add(parts, { marks: name ? '' : MARKS.filter((mark) => open.includes(mark)).join('+'), html: token });
  }
  return parts;
}

function openOrClose(token: string, name: string, open: string[]): void {
  if (token.startsWith('</')) open.splice(open.lastIndexOf(name), 1);
  else open.push(name);
}

function add(parts: Part[], part: Part): void {
  const last = parts.at(-1);
  if (last?.marks && last.marks === part.marks) last.html += part.html;
  else parts.push(part);
}
