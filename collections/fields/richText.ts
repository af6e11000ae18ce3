// The rich text editors: bodyEditor with the article blocks, textEditor without, plainEditor without values too. They offer only what Markdown can carry.
import type { Block, Field, FieldAffectingData } from 'payload';
import { payloadBlock } from '../blocks/articleBlock.js';
import { emptyPromises } from '../blocks/emptyPromises.js';
import { refusedContent } from '../blocks/refusedContent.js';
import { articleBlocks } from '../blocks/registry.js';
import { LINK_RULE, safeUrl } from '../blocks/safeUrl.js';
import { payloadValue } from '../values/inlineValue.js';
import { inlineValues } from '../values/registry.js';

// On Node 20 the editor package, loaded together with anything else, often never finishes (the process ends with code
// 13): it and lexical wait for each other's top-level await. Loading lexical alone and to its end first cures it; a
// static import, even as the first line, starts both at once and does not.
await import('lexical');
const {
  BlockquoteFeature,
  BlocksFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  InlineCodeFeature,
  InlineToolbarFeature,
  ItalicFeature,
  LinkFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  StrikethroughFeature,
  UnorderedListFeature,
} = await import('@payloadcms/richtext-lexical');

type HeadingSize = 'h2' | 'h3' | 'h4';

/** Collections that a link may lead to by reference; Markdown writes such links as `articles:slug`. */
const LINKED_COLLECTIONS = ['articles', 'faqs', 'misconceptions'];

function validateUrl(value: unknown, { siblingData }: { siblingData?: unknown }): true | string {
  if ((siblingData as { linkType?: string } | undefined)?.linkType === 'internal') return true;
  return (typeof value === 'string' && safeUrl(value) !== undefined) || LINK_RULE;
}

/**
 * Payload's own URL field percent-encodes an address that it does not like; ours refuses it with words instead.
 * "New tab" is left out: Markdown cannot carry it, and it is the visitor's choice.
 */
function linkFields(defaults: FieldAffectingData[]): Field[] {
  const kept = defaults
    .filter((field) => field.name !== 'newTab')
    .map((field) =>
      field.name === 'url'
        ? { ...field, hooks: {}, validate: validateUrl, admin: { ...field.admin, description: LINK_RULE } }
        : field,
    );
  const title: Field = {
    name: 'title',
    type: 'text',
    label: 'Title',
    admin: { description: 'Optional; shown on hover.' },
  };
  return [...(kept as Field[]), title];
}

type Editor = ReturnType<typeof lexicalEditor>;

/** Levels of headings that only imported texts have: kept, though no toolbar offers them; checked as their neighbours. */
const NEIGHBOURS: Record<string, string> = { h1: 'h2', h5: 'h4', h6: 'h4' };

function asOffered(node: unknown): unknown {
  if (typeof node !== 'object' || node === null) return node;
  const { children, tag } = node as { children?: unknown; tag?: unknown };
  const offered = typeof tag === 'string' && Object.hasOwn(NEIGHBOURS, tag) ? { tag: NEIGHBOURS[tag] } : {};
  return { ...node, ...offered, ...(Array.isArray(children) ? { children: children.map(asOffered) } : {}) };
}

/** Payload takes nodes that its editor does not know when they come over the API; we refuse them. */
function strict(editor: Editor, ...more: string[]): Editor {
  return async (args) => {
    const adapter = await editor(args);
    const validate: typeof adapter.validate = async (value, options) => {
      const refused = refusedContent(value, more);
      const root = asOffered((value as { root?: unknown } | null | undefined)?.root);
      return refused ?? adapter.validate(root ? ({ ...value, root } as typeof value) : value, options);
    };
    return { ...adapter, validate };
  };
}

// Made anew for every field: the link feature keeps the sanitised fields in the object it was given.
function textFeatures(headings: HeadingSize[]) {
  return [
    FixedToolbarFeature(),
    ...wordFeatures(),
    HeadingFeature({ enabledHeadingSizes: headings }),
    UnorderedListFeature(),
    OrderedListFeature(),
    BlockquoteFeature(),
    HorizontalRuleFeature(),
  ];
}

/** What stands inside of a line. */
function wordFeatures() {
  return [
    InlineToolbarFeature(),
    ParagraphFeature(),
    BoldFeature(),
    ItalicFeature(),
    StrikethroughFeature(),
    InlineCodeFeature(),
    LinkFeature({
      disableAutoLinks: true,
      enabledCollections: LINKED_COLLECTIONS as never,
      fields: ({ defaultFields }) => linkFields(defaultFields),
      maxDepth: 1,
    }),
  ];
}

/** The blocks that an editor offers, and the values, which stand inside of a line. */
const blocksAndValues = (blocks: Block[] = []) =>
  BlocksFeature({ blocks, inlineBlocks: inlineValues.map(payloadValue) });

const noBlocks = () =>
  strict(lexicalEditor({ features: () => [...textFeatures(['h4']), blocksAndValues()] }), 'inlineBlock');

/** Cells of a table: words only, no lists or headings. */
const cellEditor = () =>
  strict(lexicalEditor({ features: () => [...wordFeatures(), blocksAndValues()] }), 'inlineBlock');

/** Items of a block: small blocks only, and those hold no blocks themselves, so that forms end somewhere. */
const itemEditor = () =>
  strict(
    lexicalEditor({
      features: () => [
        ...textFeatures(['h4']),
        blocksAndValues(
          articleBlocks
            .filter(({ small }) => small)
            .map((block) => payloadBlock(block, { cell: cellEditor, item: noBlocks })),
        ),
      ],
    }),
    'block',
    'inlineBlock',
  );

/** FAQ answers and explanations: text, lists, links, values, headings of level 3 and 4; no blocks. */
export const textEditor = strict(
  lexicalEditor({ features: () => [...textFeatures(['h3', 'h4']), blocksAndValues()] }),
  'inlineBlock',
);

/** The same without values, for what stands around pages (notices) or beside them (services). */
export const plainEditor = strict(lexicalEditor({ features: () => textFeatures(['h3', 'h4']) }));

/** Refuses a "who it is for" block whose heading promises more than it says. */
function keepingPromises(editor: Editor): Editor {
  return async (args) => {
    const adapter = await editor(args);
    const validate: typeof adapter.validate = async (value, options) => {
      const checked = await adapter.validate(value, options);
      const broken = emptyPromises(value).find(({ hasEmptyPart }) => hasEmptyPart);
      if (checked !== true || !broken) return checked;
      return `Below “${broken.heading}” nothing says whom it is not for: fill in “Not for”, or change the heading.`;
    };
    return { ...adapter, validate };
  };
}

/** Bodies of articles: headings of level 2 to 4 and every block of the registry. */
export const bodyEditor = keepingPromises(
  strict(
    lexicalEditor({
      features: () => [
        ...textFeatures(['h2', 'h3', 'h4']),
        blocksAndValues(
          articleBlocks.map((block) => payloadBlock(block, { cell: cellEditor, item: itemEditor })),
        ),
      ],
    }),
    'block',
    'inlineBlock',
  ),
);
