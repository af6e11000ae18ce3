// Random blocks of every kind, filled as editors or hostile clients could fill them.
import fc from 'fast-check';
import type { ArticleBlock, BlockFields } from '../../../collections/blocks/articleBlock.js';
import { articleBlocks } from '../../../collections/blocks/registry.js';
import type { RichTextNode } from '../../../collections/blocks/richTextNodes.js';
import { block, paragraph, richText, text } from '../../../src/import/markdown/lexicalNodes.js';

export interface Words {
  /** One line of plain words: titles, labels. */
  line: fc.Arbitrary<string>;
  /** What stands at the top of rich text. */
  flow: fc.Arbitrary<RichTextNode[]>;
}

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const rowsOf = (fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.array(fc.record({ id: fc.constant('row'), ...fields }), { minLength: 1, maxLength: 3 });

/** An id as `slugsAsIds` knows it. */
const idIn = (collection: string) =>
  fc.constantFrom('a', 'b-2', 'c.d').map((slug) => `${collection}/${slug}`);

const idsIn = (collection: string) => fc.uniqueArray(idIn(collection), { minLength: 1, maxLength: 3 });

const named = (...names: string[]) => fc.constantFrom(...names);

function tableOf({ line }: Words) {
  const cell = line.map((words) => richText([paragraph(words ? [text(words, 0)] : [])]));
  return fc.integer({ min: 1, max: 3 }).chain((width) =>
    fc.record({
      caption: optional(line),
      hasRowHeads: optional(fc.boolean()),
      columns: fc.array(fc.record({ body: cell, align: optional(named('left', 'center', 'right')) }), {
        minLength: width,
        maxLength: width,
      }),
      rows: rowsOf({ cells: fc.array(fc.record({ body: cell }), { maxLength: width }) }),
    }),
  );
}

/** The fields of each block; a block that stands in no line here fails the tests. */
const FIELDS: Record<string, (words: Words, body: fc.Arbitrary<unknown>) => fc.Arbitrary<BlockFields>> = {
  steps: ({ line }, body) => fc.record({ items: rowsOf({ title: line, body: optional(body) }) }),
  phases: ({ line }, body) =>
    fc.record({ items: rowsOf({ label: line, body: optional(body) }) }).map(({ items }) => ({
      items: items.map((item, index) => ({ ...item, phase: ['before', 'during', 'after'][index] })),
    })),
  checklist: ({ line }, body) => fc.record({ heading: optional(line), items: rowsOf({ body }) }),
  exercise: ({ line }, body) =>
    fc.record({
      name: line,
      minutes: optional(fc.integer({ min: 1, max: 600 })),
      intro: optional(body),
      steps: rowsOf({ body }),
    }),
  eligibility: (_words, body) => fc.record({ mayHelpIf: body, notFor: optional(body), note: optional(body) }),
  riskInformation: (_words, body) =>
    fc.record({ common: optional(body), serious: body, atHome: optional(body), getHelp: optional(body) }),
  mythList: ({ line }, body) => fc.record({ items: rowsOf({ myth: line, fact: body }) }),
  faqList: () => fc.record({ faqs: idsIn('faqs') }),
  callout: ({ line }, body) =>
    fc.record({ kind: named('risk', 'crisis', 'important'), heading: optional(line), body }),
  definition: () => fc.record({ term: idIn('glossary-terms') }),
  quotation: ({ line }, body) =>
    fc.record({ body, by: optional(line), url: optional(named('/a', 'https://b.c/d?e=f&g="h"')) }),
  figure: ({ line }) => fc.record({ media: idIn('media'), caption: optional(line) }),
  table: (words) => tableOf(words),
  callToAction: () =>
    fc.record({ callToAction: idIn('calls-to-action'), placementId: optional(named('mid', 'end-2')) }),
  availability: () => fc.record({ service: idIn('services'), format: named('list', 'counties') }),
  notice: () => fc.record({ notice: idIn('notices') }),
  disclaimer: () => fc.record({ disclaimer: idIn('disclaimers') }),
  sourceList: ({ line }) => fc.record({ heading: optional(line), sources: idsIn('sources') }),
  aspect: () => fc.record({ name: named('Safety', 'Overview') }),
  code: ({ line }) => fc.record({ info: named('', 'json'), code: line }),
};

function fieldsOf({ slug }: ArticleBlock, words: Words): fc.Arbitrary<BlockFields> {
  const make = Object.hasOwn(FIELDS, slug) ? FIELDS[slug] : undefined;
  if (!make) throw new Error(`randomBlocks.ts does not know the block "${slug}"`);
  const body = words.flow.map((nodes) => richText(nodes));
  return make(words, body).map((fields) =>
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
  );
}

/** Some blocks after each other. */
export function randomBlocks(words: Words): fc.Arbitrary<RichTextNode[]> {
  const one = articleBlocks.map((each) =>
    fieldsOf(each, words).map((fields) => block('id', each.slug, fields)),
  );
  return fc.array(fc.oneof(...one), { minLength: 1, maxLength: 2 });
}
