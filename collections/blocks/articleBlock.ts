// What an article block is: its fields, its Markdown form and its rendering stand together in one object per file.
// Types only: a block file must not import the editor, the Markdown parser or a database, and must not keep state.
import type { Block, Field, RichTextField } from 'payload';
import type { Locale } from '../locales.js';

/** Lexical's JSON as the database holds it. Its nodes are described in src/pages/formats/nodes.ts. */
export interface RichText {
  root: {
    type: string;
    children: { type: string; version: number; [key: string]: unknown }[];
    [key: string]: unknown;
  };
  [key: string]: unknown;
}

export type BlockFields = Record<string, unknown>;

/** Editors that block fields may use; handed in, so that block files do not load the editor itself. */
export interface BlockEditors {
  /** Text of an item inside a block: headings of level 4 only, and small blocks, but no steps inside of steps. */
  item: () => RichTextField['editor'];
  /** A cell of a table: words on one line or several, formatted, with links. */
  cell: () => RichTextField['editor'];
}

/** A relation that Markdown names by slug. */
export interface BlockReference {
  attribute: string;
  field: string;
  collection: string;
  /** Several documents in the order of reading; in Markdown their slugs with spaces between. */
  many?: boolean;
}

export interface BlockSection {
  heading: string;
  /** Undefined when nothing stands below the heading. */
  body: RichText | undefined;
  line: number;
}

/** An item of a list; undefined when it says nothing. */
export interface BlockItem {
  body: RichText | undefined;
  line: number;
}

/** A table as Markdown has it: every row has as many cells as the first. */
export interface BlockTable {
  alignments: readonly (string | null)[];
  /** Rows of cells; the first is the heads of the columns. */
  rows: RichText[][];
}

/** A block as it was found in Markdown. */
export interface BlockSource {
  locale: Locale;
  attributes: Record<string, string>;
  label?: string;
  line: number;
  /** The whole content as rich text; undefined when there is none. */
  body: () => RichText | undefined;
  /** The content cut at its headings of level 3; text before the first one is refused. */
  sections: () => BlockSection[];
  /** The items of the list at the end of the content, and the text before it. */
  items: (kind: 'bullet' | 'number') => { lead: RichText | undefined; items: BlockItem[] };
  /** The table that is the content. */
  table: () => BlockTable;
  /** A stable id for a row of an array field. */
  rowId: () => string;
  /** Refuses the block: the message says what is wrong, the line is added. */
  fail: (message: string, line?: number) => never;
}

/** A block as it is to be written in Markdown: its body, then its sections, items or table. */
export interface BlockMarkdown {
  attributes?: Record<string, string>;
  label?: string;
  body?: unknown;
  sections?: { heading: string; body: unknown }[];
  items?: { kind: 'bullet' | 'number'; bodies: unknown[] };
  table?: { alignments: (string | null)[]; rows: unknown[][] };
  /** Written without its directive: Markdown has a form of its own for what the block says. */
  isBare?: boolean;
}

export interface BlockMarkdownForm {
  /** The directive's name: `steps` in `:::steps`. */
  name: string;
  kind: 'container' | 'leaf';
  /** Attributes that the directive may carry beside the one of `reference`. */
  attributes: readonly string[];
  hasLabel: boolean;
  read: (source: BlockSource) => BlockFields;
  write: (fields: BlockFields, locale: Locale) => BlockMarkdown;
}

/** Of a block that holds its reference and nothing else: `::name{slug=…}`. */
export const onlyReference = (name: string): BlockMarkdownForm => ({
  ...{ name, kind: 'leaf', attributes: [], hasLabel: false },
  read: () => ({}),
  write: () => ({}),
});

/** What a block needs to show itself. */
export interface BlockRender {
  locale: Locale;
  /** In HTML, the level of headings that stand in the block itself. */
  level: number;
  /** Rich text to HTML or plain text, in the same context. */
  rich: (text: unknown) => string;
  /** The same for a text below one of the block's own titles. */
  below: (text: unknown) => string;
  /** The document behind a relation, when it may be shown. */
  document: (collection: string, value: unknown) => Record<string, unknown> | undefined;
  /** Where a service is offered, in words; undefined when there is nothing to say. */
  availability: (service: unknown, format: string) => string | undefined;
}

export interface ArticleBlock {
  slug: string;
  interfaceName: string;
  labels: { singular: string; plural: string };
  /** May stand inside an item of another block. */
  small: boolean;
  fields: (editors: BlockEditors) => Field[];
  reference?: BlockReference;
  /** Null: the block has a Markdown form of its own that CommonMark already knows (code fences). */
  markdown: BlockMarkdownForm | null;
  html: (fields: BlockFields, render: BlockRender) => string;
  text: (fields: BlockFields, render: BlockRender) => string;
}

/** The block as Payload wants it. */
export function payloadBlock(block: ArticleBlock, editors: BlockEditors): Block {
  const { slug, interfaceName, labels } = block;
  // a name for the block itself would be shown nowhere
  return { slug, interfaceName, labels, admin: { disableBlockName: true }, fields: block.fields(editors) };
}
