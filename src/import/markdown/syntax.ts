// The dialect: CommonMark, ~~strikethrough~~, block directives (`:::steps`, `::notice{…}`) and values (`:price{…}`).
// Parses and prints mdast.
import type { Nodes, Root } from 'mdast';
import { directiveFromMarkdown, directiveToMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown, gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown, gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { defaultHandlers, type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';
import { directive } from 'micromark-extension-directive';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { valueLookalikes, valueSyntax } from './valueSyntax.js';

/** Parses Markdown; CommonMark knows no syntax errors, so this never throws. */
export function parseMarkdown(markdown: string): Root {
  return fromMarkdown(markdown, {
    extensions: [
      { flow: directive().flow },
      valueSyntax(),
      gfmStrikethrough({ singleTilde: false }),
      gfmTable(),
    ],
    mdastExtensions: [directiveFromMarkdown(), gfmStrikethroughFromMarkdown(), gfmTableFromMarkdown()],
  });
}

export type Breaks = 'backslash' | 'spaces';

/** Prints mdast so that parsing it again gives the same tree. */
export function printMarkdown(tree: Nodes, breaks: Breaks = 'backslash'): string {
  const printed = toMarkdown(tree, breaks === 'spaces' ? WITH_SPACES : PRINTING);
  // A parser drops a byte order mark at the very start.
  return printed.startsWith('\ufeff') ? `&#xFEFF;${printed.slice(1)}` : printed;
}

const directives = directiveToMarkdown({ preferUnquoted: true, preferShortcut: false });

const PRINTING: Options = {
  bullet: '-',
  emphasis: '*',
  fences: true,
  listItemIndent: 'one',
  rule: '-',
  strong: '*',
  extensions: [
    {
      ...directives,
      // What only inline directives would need makes "10:30" ugly; block directives are told from text by `\::`.
      unsafe: [
        ...(directives.unsafe?.filter(
          ({ inConstruct }) => inConstruct && !inConstruct.includes('phrasing'),
        ) ?? []),
        { atBreak: true, character: ':', after: ':' },
        ...valueLookalikes,
      ],
    },
    gfmStrikethroughToMarkdown(),
    gfmTableToMarkdown({ tablePipeAlign: false }),
    // Literal text that other readers, and refuseLookalikes.ts, would take for a table.
    {
      unsafe: [
        { atBreak: true, character: '|' },
        { atBreak: true, character: '-', after: '[:|-]' },
        { atBreak: true, character: ':', after: '-' },
      ],
    },
  ],
  handlers: {
    break: breakInLine,
    containerDirective: withEscapedLabel('containerDirective'),
    leafDirective: withEscapedLabel('leafDirective'),
  },
};

/** The words of a label are escaped as those of a paragraph: the printer of directives leaves `*` and the like alone. */
function withEscapedLabel(name: 'containerDirective' | 'leafDirective'): Handle {
  return (node, parent, state, info) => {
    const exit = state.enter('phrasing');
    const printed = directives.handlers?.[name]?.(node, parent, state, info) ?? '';
    exit();
    return printed;
  };
}

/** A cell of a table is one line of Markdown: breaks in it are written as `<br>`. */
function breakInLine(...[node, parent, state, info]: Parameters<Handle>): string {
  return state.stack.includes('tableCell') ? '<br>' : defaultHandlers.break(node, parent, state, info);
}

/** Two spaces break a line only after a word that does not end in one, and never twice in a row. */
const writeBreak: NonNullable<Options['handlers']>['break'] = (node, parent, state, info) => {
  const usual = breakInLine(node, parent, state, info);
  return usual === '\\\n' && /\S$/.test(info.before) ? '  \n' : usual;
};

/** `peek` tells the words before what follows them: "+" before a space would be a list. */
const breakBySpaces = Object.assign(writeBreak, { peek: () => ' ' });

const WITH_SPACES: Options = { ...PRINTING, handlers: { ...PRINTING.handlers, break: breakBySpaces } };
