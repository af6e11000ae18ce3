import { markdownToLexical } from '../src/import/markdown/markdownToLexical.js';
import { lexicalToMarkdown } from '../src/import/markdown/lexicalToMarkdown.js';
const o = { locale: 'en' as const, findId: () => 'x', findSlug: () => 'x' };
const t = async (name: string, s: string) => { const a = performance.now(); let r; try { const st = await markdownToLexical(s, o); const b = performance.now(); const m = await lexicalToMarkdown(st, o); r = `read ${(b - a).toFixed()} write+check ${(performance.now() - b).toFixed()} ms, ${m.length}`; } catch (e) { r = `${(performance.now() - a).toFixed()} ms ${String(e).slice(0, 120)}`; } console.log(name, s.length, r); };
await t('quotes', '>'.repeat(50_000) + 'a');
await t('nested list', Array.from({ length: 200 }, (_, i) => ' '.repeat(i * 2) + '- a').join('\n'));
await t('nested list 45', Array.from({ length: 45 }, (_, i) => ' '.repeat(i * 2) + '- a').join('\n'));
await t('emph nest', '*_'.repeat(2000) + 'a' + '_*'.repeat(2000));
await t('directive', ':::callout{kind=risk}\n'.repeat(500));
