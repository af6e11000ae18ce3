// What every part of the Markdown reader shares: where it is, what it may use, and how it refuses.
import type { Definition, Nodes, Root } from 'mdast';
import type { Locale } from '../../../collections/locales.js';
import { stableId } from './lexicalNodes.js';
import { MarkdownError } from './MarkdownError.js';
import type { Place } from './place.js';
import type { DocumentName, Resolved } from './references.js';

export interface Reader {
  locale: Locale;
  source: string;
  place: Place;
  definitions: ReadonlyMap<string, Definition>;
  /** The id behind a slug; refuses an unknown one with its line. */
  idOf: (name: DocumentName, node: Nodes) => string;
  nextId: () => string;
}

/** A reader for one parsed document. */
export function createReader(
  root: Root,
  source: string,
  options: { locale: Locale; place: Place; resolved: Resolved },
): Reader {
  const { locale, place, resolved } = options;
  let ids = 0;
  return {
    locale,
    place,
    source,
    definitions: definitionsIn(root),
    nextId: () => stableId(ids++),
    idOf: ({ collection, slug }, node) =>
      resolved(collection, slug) ?? refuse(node, `there is no "${slug}" in ${collection}`),
  };
}

/** Refuses a construct with its line. */
export function refuse(node: Nodes, message: string): never {
  throw new MarkdownError(message, node.position?.start.line);
}

/** CommonMark: of several definitions with one label the first counts. */
function definitionsIn(root: Root): Map<string, Definition> {
  const found = new Map<string, Definition>();
  const visit = (node: Nodes) => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return found;
}
