import { bodyEditor, textEditor } from '../collections/fields/richText.js';
import { buildConfig, getPayload } from 'payload';
import { sqliteAdapter } from '@payloadcms/db-sqlite';
import { isDeepStrictEqual } from 'node:util';
import { markdownToLexical } from '../src/import/markdown/markdownToLexical.js';
import { lexicalToMarkdown } from '../src/import/markdown/lexicalToMarkdown.js';
import * as L from '../src/import/markdown/lexicalNodes.js';
const id = { name: 'id', type: 'text' as const, required: true, defaultValue: () => crypto.randomUUID() };
const c = (slug: string, fields: any[] = []) => ({ slug, versions: { drafts: true }, fields: [id, { name: 'slug', type: 'text' as const }, ...fields] });
const config = await buildConfig({ secret: 'x', telemetry: false, localization: { locales: ['en', 'es'], defaultLocale: 'en' }, db: sqliteAdapter({ client: { url: 'file:/tmp/x.db' }, idType: 'uuid' }), collections: [
 c('articles', [{ name: 'body', type: 'richText', editor: bodyEditor, localized: true }, { name: 'b2', type: 'richText', editor: bodyEditor }]), c('faqs', [{ name: 'answer', type: 'richText', editor: textEditor }]), c('misconceptions'), c('services'), c('notices'), c('calls-to-action'), c('media') ] });
const payload = await getPayload({ config });
const mk = async (collection: any, slug: string) => (await payload.create({ collection, data: { slug }, overrideAccess: true, depth: 0 })).id as string;
const ids: any = {}; for (const [cc, s] of [['services', 'svc'], ['notices', 'n'], ['calls-to-action', 'cta'], ['media', 'm'], ['articles', 'other']]) ids[cc + ':' + s] = await mk(cc, s!);
const find = (cc: string, s: string) => ids[cc + ':' + s]; const findSlug = (cc: string, i: string) => Object.entries(ids).find(([, v]) => v === i)?.[0].split(':')[1];
const md = `::::steps
### First, talk

- sleep [x](articles:other) [y](https://a.b/c_(d)?e=f&g#h "T") [z](#frag) [t](tel:+1-800-1)

:::callout[Stay safe]{kind=crisis}
Call **988**.
:::

::notice{slug=n}
::::

:::phases
### Before: The week before

Sleep.

### After
:::

:::eligibility
### May help if

- a

### Note

c
:::

:::myths
### It is magic

No.
:::

::call-to-action{slug=cta placement=mid}

::availability{service=svc format=counties}

::figure[A chart]{media=m}

---

\`\`\`json meta
{}
\`\`\`

> q
>
> - a
`;
const st: any = await markdownToLexical(md, { locale: 'en', findId: find });
const doc: any = await payload.create({ collection: 'articles' as any, locale: 'en', data: { slug: 'a', body: st, _status: 'published' } as any, overrideAccess: true, depth: 0 });
console.log('stored equal', isDeepStrictEqual(doc.body, st));
if (!isDeepStrictEqual(doc.body, st)) { const f = (v: any, p = ''): string[] => v !== null && typeof v === 'object' ? Object.entries(v).flatMap(([k, x]) => f(x, p + '/' + k)) : [p + '=' + JSON.stringify(v)]; const a = new Set(f(st)), b = new Set(f(doc.body)); console.log([...a].filter((x) => !b.has(x)), [...b].filter((x) => !a.has(x))); }
const again = await payload.findByID({ collection: 'articles' as any, id: doc.id, depth: 2, overrideAccess: true }) as any;
console.log(await lexicalToMarkdown(again.body, { locale: 'en', findSlug }) === await lexicalToMarkdown(st, { locale: 'en', findSlug }));
console.log(JSON.stringify(again.body.root.children.find((n: any) => n.fields?.blockType === 'callToAction')).slice(0, 300));
const bad = async (name: string, nodes: any[], coll = 'articles', field = 'body') => payload.create({ collection: coll as any, locale: 'en', data: { slug: 'b', [field]: L.richText(nodes), _status: 'published' } as any, overrideAccess: true, depth: 0 }).then((d: any) => console.log('TAKEN', name, JSON.stringify(d[field].root.children).slice(0, 200)), (e) => console.log('refused', name, e.message, JSON.stringify(e.data?.errors)?.slice(0, 300)));
await bad('js link', [L.paragraph([L.link('1', { linkType: 'custom', url: 'javascript:alert(1)' }, [L.text('x', 0)])])]);
await bad('step without title', [L.block('1', 'steps', { items: [{ id: 'a', body: null }] })]);
await bad('steps none', [L.block('1', 'steps', { items: [] })]);
await bad('phases twice', [L.block('1', 'phases', { items: [{ id: 'a', phase: 'before' }, { id: 'b', phase: 'before' }] })]);
await bad('eligibility none', [L.block('1', 'eligibility', {})]);
await bad('eligibility notfor', [L.block('1', 'eligibility', { notFor: L.richText([L.paragraph([L.text('x', 0)])]) })]);
await bad('unknown block', [L.block('1', 'nope', {})]);
await bad('unknown node', [{ type: 'weird', version: 1, children: [] }]);
await bad('h1', [L.heading(1, [L.text('x', 0)])]);
await bad('h6', [L.heading(6, [L.text('x', 0)])]);
await bad('block in faq', [L.block('1', 'steps', { items: [{ title: 'x' }] })], 'faqs', 'answer');
await bad('cta unknown id', [L.block('1', 'callToAction', { callToAction: 'zzz' })]);
await bad('nested js link in step', [L.block('1', 'steps', { items: [{ id: 'a', title: 'x', body: L.richText([L.paragraph([L.link('1', { linkType: 'custom', url: 'javascript:alert(1)' }, [L.text('x', 0)])])]) }] })]);
await bad('placement', [L.block('1', 'callToAction', { callToAction: find('calls-to-action', 'cta'), placementId: 'A B' })]);
process.exit(0);
