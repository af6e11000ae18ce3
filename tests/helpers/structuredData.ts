/** Says what is wrong with structured data: by the vocabulary of schema.org, and by what search engines require. */
import { isType, membersOf, rangeOf } from './schemaOrg.js';

type Node = Record<string, unknown>;
export interface GraphLike {
  '@context'?: unknown;
  '@graph'?: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Properties that Google requires for a result of its own, by type. Articles and HowTo have none that are required (HowTo is
 * shown no more); what is recommended for articles is asked for where the page has it.
 * https://developers.google.com/search/docs/appearance/structured-data/faqpage
 * https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
 * https://developers.google.com/search/docs/appearance/structured-data/article
 * https://developers.google.com/search/docs/appearance/structured-data/image-license-metadata
 */
const required: Readonly<Record<string, readonly string[]>> = {
  FAQPage: ['mainEntity'],
  Question: ['name', 'acceptedAnswer'],
  Answer: ['text'],
  BreadcrumbList: ['itemListElement'],
  ListItem: ['position', 'name', 'item'],
  Article: ['headline', 'author', 'dateModified', 'publisher', 'mainEntityOfPage'],
  HowTo: ['name', 'step'],
  HowToStep: ['text', 'position'],
  ImageObject: ['contentUrl', 'url'],
  Person: ['name'],
  Organization: ['name'],
  MedicalWebPage: ['url', 'name', 'inLanguage', 'mainEntity', 'breadcrumb'],
  MedicalCode: ['codeValue', 'codingSystem'],
};

/** Google shows a path of two steps or more. https://developers.google.com/search/docs/appearance/structured-data/breadcrumb */
function pathProblems(type: string, node: Node, at: string): string[] {
  if (type !== 'BreadcrumbList') return [];
  const items = (node.itemListElement ?? []) as Node[];
  const isCounted = items.every(({ position }, index) => position === index + 1);
  return items.length >= 2 && isCounted ? [] : [`${at}: not two steps or more, counted from 1`];
}

interface Checking {
  /** Types of the nodes that have an address. */
  typeById: ReadonlyMap<string, string>;
}

function valueProblems(value: unknown, range: string[], at: string, checking: Checking): string[] {
  const members = membersOf(range);
  if (Array.isArray(value)) {
    return value.flatMap((each, index) => valueProblems(each, range, `${at}[${index}]`, checking));
  }
  if (!isNode(value)) {
    const isFit =
      members.has(typeof value) ||
      members.has(`"${value}"`) ||
      (typeof value === 'number' && members.has('string'));
    return isFit ? [] : [`${at}: ${JSON.stringify(value)} is none of ${range.join(', ')}`];
  }
  const type = value['@type'] ?? checking.typeById.get(String(value['@id']));
  if (type === undefined) {
    return members.has(`"${value['@id']}"`) ? [] : [`${at}: nothing is known of ${value['@id']}`];
  }
  const isFit = members.has(`${type}Leaf`) || members.has(String(type));
  return [
    ...(isFit ? [] : [`${at}: a ${type} is none of ${range.join(', ')}`]),
    ...(value['@type'] ? nodeProblems(value, at, checking) : []),
  ];
}

function nodeProblems(node: Node, at: string, checking: Checking): string[] {
  const type = String(node['@type']);
  if (!isType(type)) return [`${at}: “${type}” is no type of schema.org`];
  const missing = (required[type] ?? []).filter((name) => node[name] === undefined);
  const found = [...missing.map((name) => `${at}: a ${type} needs ${name}`), ...pathProblems(type, node, at)];
  for (const [name, value] of Object.entries(node)) {
    if (name === '@type' || name === '@id') continue;
    const range = rangeOf(type, name);
    if (!range) found.push(`${at}: a ${type} has no ${name}`);
    else found.push(...valueProblems(value, range, `${at}.${name}`, checking));
  }
  return found;
}

/** Every node in a value that has a type and an address. */
function named(value: unknown): [id: string, type: string][] {
  if (Array.isArray(value)) return value.flatMap(named);
  if (!isNode(value)) return [];
  const own = value['@id'] && value['@type'] ? [[String(value['@id']), String(value['@type'])]] : [];
  return [...(own as [string, string][]), ...Object.values(value).flatMap(named)];
}

/** Nothing when the graph is sound: each finding names the place and what is wrong there. */
export function problemsIn(graph: GraphLike): string[] {
  const nodes = graph['@graph'];
  if (graph['@context'] !== 'https://schema.org' || !Array.isArray(nodes))
    return ['this is no graph of schema.org'];
  const names = named(nodes);
  const doubled = names.filter(([id], index) => names.findIndex(([other]) => other === id) !== index);
  const typeById = new Map(names);
  return [
    ...doubled.map(([id]) => `${id} stands twice`),
    ...nodes.flatMap((node: Node) => nodeProblems(node, String(node['@type']), { typeById })),
  ];
}
