/** Examples: real answers of a server with the demo content, kept in examples.json by `npm run generate -- --examples`. */
import { createHash } from 'node:crypto';
import { isObject, type Json } from './json.js';

export interface Example {
  /** The request, below the origin. */
  request: string;
  /** The answer: JSON, or text. */
  answer: unknown;
}

/** By the id of the operation, with the media type after a space where it is not the operation's first. */
export type Examples = Readonly<Record<string, Example>>;

/** What differs from one loading of the demo content to the next stands still in examples. */
const loadedAt = '2026-11-21T14:00:00.000Z';
const moving: Readonly<Record<string, string>> = {
  ...{ updatedAt: loadedAt, date_modified: loadedAt, dateModified: loadedAt },
  // where the content does not say when it was published, it is when it was loaded
  ...{ publishedAt: loadedAt, date_published: loadedAt, datePublished: loadedAt },
  revision: createHash('sha256').update('demo').digest('hex'),
};

const movingTexts: readonly [RegExp, string][] = [
  [/<(lastmod|updated|published)>[^<]*/g, `<$1>${loadedAt}`],
  [/(Published|Updated) \w+ \d{1,2}, \d{4}/g, '$1 November 21, 2026'],
];

/** Rows inside of a document are numbered anew each time. */
const rowId = /^[0-9a-f]{24}$/;

const settleText = (text: string) =>
  movingTexts.reduce(
    (settled, [pattern, still]) => settled.replace(pattern, still),
    text.replace(rowId, '673f3a10c2a4b1e5d6f70812'),
  );

/** The same answer, without what would change although nothing did. */
export function settle(answer: unknown): unknown {
  if (typeof answer === 'string') return settleText(answer);
  if (Array.isArray(answer)) return answer.map(settle);
  if (!isObject(answer)) return answer;
  const entries = Object.entries(answer);
  return Object.fromEntries(entries.map(([name, value]) => [name, moving[name] ?? settle(value)]));
}

/** Of one media type; the first of the operation where the example names none. */
function withExample(operation: Json, mediaType: string | undefined, example: Example): Json {
  const responses = operation.responses as Record<string, Json>;
  const content = (responses[200]?.content ?? {}) as Record<string, Json>;
  const type = mediaType ?? Object.keys(content)[0];
  if (type === undefined || !content[type]) return operation;
  const demo = { summary: `GET ${example.request}`, value: example.answer };
  const shown = { ...content, [type]: { ...content[type], examples: { demo } } };
  return { ...operation, responses: { ...responses, 200: { ...responses[200], content: shown } } };
}

function addTo(operation: unknown, examples: Examples): unknown {
  if (!isObject(operation)) return operation;
  let shown = operation;
  for (const [name, example] of Object.entries(examples)) {
    const [id, mediaType] = name.split(' ');
    if (id === operation.operationId) shown = withExample(shown, mediaType, example);
  }
  return shown;
}

/** The paths with the examples of each operation that has some. */
export function addExamples(paths: Record<string, Json>, examples: Examples): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(paths).map(([path, methods]) => [
      path,
      Object.fromEntries(
        Object.entries(methods).map(([method, operation]) => [method, addTo(operation, examples)]),
      ),
    ]),
  );
}
