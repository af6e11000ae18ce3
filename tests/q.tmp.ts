import * as L from '../src/import/markdown/lexicalNodes.js';
import { lexicalToMarkdown } from '../src/import/markdown/lexicalToMarkdown.js';
const o = { locale: 'en' as const, findId: (c: string, s: string) => s, findSlug: (c: string, s: string) => s };
for (const n of [[L.text('', 0), L.text('\0', 1)], [L.text('\0', 1)], [L.text('a', 1)]]) console.log(await lexicalToMarkdown(L.richText([L.heading(3, n)]), o).catch(String));
