import fc from 'fast-check';
import { markdownToLexical } from '../src/import/markdown/markdownToLexical.js';
import { lexicalToMarkdown } from '../src/import/markdown/lexicalToMarkdown.js';
import { MarkdownError } from '../src/import/markdown/MarkdownError.js';
import * as L from '../src/import/markdown/lexicalNodes.js';
const o = { locale: 'en' as const, findId: (c: string, s: string) => s, findSlug: (c: string, s: string) => s };
const frag = fc.constantFrom('a','b ',' c','*','**','_','~~','`','[x](/u "t")','\\','\n','\n\n','- ','1. ','  ','    ','> ','# ','## ','```','<','&amp;','!','[',']','(',')',':','::',':::','---','===','+','|','.','7) ','\t','é','&#32;','"','#','{a=b}','~','//','www.','http://x.y','<http://x.y>','\u00a0','😀');
const md = fc.array(frag, { maxLength: 25 }).map((x) => x.join(''));
let ref: Record<string, number> = {}; let kept = 0;
await fc.assert(fc.asyncProperty(md, async (s) => {
  let st; try { st = await markdownToLexical(s, o); } catch (e) { if (e instanceof MarkdownError) { const k=e.message.replace(/line \d+: /,'').slice(0,30); ref[k]=(ref[k]??0)+1; return; } throw e; }
  const m1 = await lexicalToMarkdown(st, o); const st2 = await markdownToLexical(m1, o); const m2 = await lexicalToMarkdown(st2, o);
  kept++;
  if (m1 !== m2) throw new Error('unstable ' + JSON.stringify([m1, m2]));
  if (JSON.stringify(st) !== JSON.stringify(st2)) throw new Error('state ' + JSON.stringify([m1]) + JSON.stringify(st) + '\n' + JSON.stringify(st2));
}), { numRuns: 300 }).catch((e) => console.log('MD', String(e).slice(0, 2500)));
console.log(kept, ref);
// lexical
const word = fc.oneof(fc.constantFrom('a','word',' ','  ','*','_','# x','1. y','- z','`','<b>','[','](u)','!','&amp;','\\','~~','---','::','|','+','é','10:30','😀','\t','(',')','"',':','.',' a','b ','&','http://a.b','\ufeff','\u200b'), fc.string({ maxLength: 4, unit: 'binary' }));
const text = fc.tuple(fc.array(word, { minLength: 1, maxLength: 3 }).map((x) => x.join('')), fc.integer({ min: 0, max: 7 }), fc.boolean()).map(([t, f, c]) => L.text(t, c && f === 7 ? f | 16 : f));
const br = fc.constant(null).map(() => L.lineBreak());
const link = fc.array(text, { minLength: 1, maxLength: 2 }).map((c) => L.link('x', { linkType: 'custom', url: '/a_b?c=(d' }, c));
const inline = fc.array(fc.oneof({ weight: 5, arbitrary: text }, { weight: 1, arbitrary: br }, { weight: 1, arbitrary: link }), { maxLength: 5 });
const { flow } = fc.letrec<any>((tie) => ({
  list: fc.tuple(fc.option(fc.integer({ min: 0, max: 99 }), { nil: undefined }), fc.array(tie('item'), { minLength: 1, maxLength: 3 })).map(([s, items]: any) => L.list(s, items.map((c: any, i: number) => L.listItem((s ?? 1) + i, 0, c)))),
  item: fc.oneof({ depthSize: 'small', withCrossShrink: true }, inline, fc.tuple(inline, tie('block')).map(([a, b]: any) => [...a, b]), fc.tuple(inline, tie('block'), inline).map(([a, b, c]: any) => [...a, b, ...c]), tie('block').map((b) => [b])),
  quote: tie('item').map((c: any) => L.quote(c)),
  block: fc.oneof({ depthSize: 'small', withCrossShrink: true }, inline.map((c) => L.heading(3, c)), inline.map((c) => L.paragraph(c)), fc.constant(L.horizontalRule()), fc.tuple(word, word).map(([i, c]) => L.block('i', 'code', { info: i, code: c })), tie('list'), tie('quote')),
  flow: fc.array(tie('block'), { maxLength: 4 }),
}));
let bad: Record<string, number> = {}; let ok = 0;
await fc.assert(fc.asyncProperty(flow as fc.Arbitrary<any[]>, async (nodes) => {
  const m1 = await lexicalToMarkdown(L.richText(nodes), o).catch((e) => { if (e instanceof MarkdownError) { const k = e.message.slice(0, 60); bad[k] = (bad[k] ?? 0) + 1; if (process.env.STRICT) throw e; return undefined; } throw e; });
  if (m1 === undefined) return; ok++;
  const m2 = await lexicalToMarkdown(await markdownToLexical(m1, o), o);
  if (m1 !== m2) throw new Error('unstable ' + JSON.stringify([m1, m2]));
}), { numRuns: 10000 }).catch((e) => console.log('LEX', String(e).slice(0, 3000), e.message?.slice(-600)));
console.log(ok, bad);
