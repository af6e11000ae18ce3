import { markdownToLexical } from '../src/import/markdown/markdownToLexical.js';
import { lexicalToMarkdown } from '../src/import/markdown/lexicalToMarkdown.js';
import { readFileSync, readdirSync } from 'node:fs';
const dir = '/work/main/src/demo/content/articles/';
for (const f of readdirSync(dir)) { const locale = f.includes('.es.') ? 'es' : 'en'; const o = { locale: locale as 'en', findId: (c: string, s: string) => c + '/' + s, findSlug: (c: string, s: string) => s.slice(c.length + 1) };
 const md = readFileSync(dir + f, 'utf8').replace(/^---[\s\S]*?\n---\n\s*/, '');
 try { const st = await markdownToLexical(md, o); const back = await lexicalToMarkdown(st, o); const norm = md.replace(/ {2}\n/g, '\\\n').trimEnd() + '\n';
 const a = norm.split('\n').filter(Boolean), b = back.split('\n').filter(Boolean); const d = a.map((l, i) => l !== b[i] ? `   ${i}: ${l}\n   -> ${b[i]}` : '').filter(Boolean);
 console.log(f, d.length, d.slice(0, 2).join('\n')); } catch (e) { console.log(f, String(e)); } }
