/** Lists, counts and documents of every public collection, made from the allow-list. */
import { allowList, type Operator, type PublicCollection, type PublicSlug } from '../../allowList.js';
import { parametersOf, type QueryParameter } from '../../query/parseQuery.js';
import { documentName, listName } from '../collectionSchemas.js';
import type { Json } from '../json.js';
import { type AnyParameter, cached as headers, json, notModified, type Operation } from '../operation.js';
import { commas, inPath, listOf, oneOf, query, shared, text } from '../parameters.js';

const tag = 'Content';

const isNumber = (field: string) => ['order', 'year'].includes(field);
const isRange = (operators: readonly Operator[]) => operators.includes('greater_than');

/** What an operator of this field is compared with. */
function operand(field: string, operator: Operator, operators: readonly Operator[]): Json {
  if (operator === 'exists') return { type: 'boolean' };
  if (operator === 'in' || operator === 'not_in') return listOf(text, { maxItems: 100 });
  if (!isRange(operators)) return text;
  return isNumber(field) ? { type: 'number' } : { type: 'string', format: 'date-time' };
}

function whereOf(rules: PublicCollection): AnyParameter {
  const filters = Object.entries(rules.filters).map(([field, operators]) => [
    field,
    {
      type: 'object',
      properties: Object.fromEntries(
        operators.map((operator) => [operator, operand(field, operator, operators)]),
      ),
      additionalProperties: false,
    },
  ]);
  const description =
    'Filters, written `where[field][operator]=value`. `and` and `or` combine conditions: `where[or][0][field][operator]=value`. At most 20 conditions. The usual ones stand here as parameters of their own, too.';
  const schema = { type: 'object', properties: Object.fromEntries(filters) };
  return query('where', description, schema, { style: 'deepObject', explode: true });
}

/** The filters that most callers need, one parameter each: generated clients can write them. */
function usualFilters(rules: PublicCollection): AnyParameter[] {
  return Object.entries(rules.filters).flatMap(([field, operators]) => {
    const usual: Operator[] = isRange(operators) ? ['greater_than_equal', 'less_than_equal'] : ['equals'];
    return usual.map((operator) =>
      query(`where[${field}][${operator}]`, filterWords[operator] ?? '', operand(field, operator, operators)),
    );
  });
}

const filterWords: Partial<Record<Operator, string>> = {
  equals: 'Only those where it is this.',
  greater_than_equal: 'Only those where it is this or more.',
  less_than_equal: 'Only those where it is this or less.',
};

function sortOf({ defaultSort, sorts }: PublicCollection): AnyParameter {
  const keys = listOf(oneOf(sorts.flatMap((name) => [name, `-${name}`])), {
    maxItems: 3,
    default: [defaultSort],
  });
  return query('sort', 'Up to three keys; a leading `-` reverses.', keys, commas);
}

function selectOf({ bodyFields, fields }: PublicCollection): AnyParameter {
  const properties = Object.fromEntries(['id', ...fields].map((name) => [name, { type: 'boolean' }]));
  const bodies = bodyFields.length > 0 ? ` Lists leave ${bodyFields.join(', ')} out unless it is named.` : '';
  const description = `Only these fields: \`select[title]=true\`; or all but these: \`=false\`.${bodies}`;
  return query('select', description, { type: 'object', properties }, { style: 'deepObject', explode: true });
}

/** Every parameter of the parser; `fallback-locale` is the SDK’s second name for `fallbackLocale`. */
function describeParameter(rules: PublicCollection, name: QueryParameter): AnyParameter[] {
  switch (name) {
    case 'where':
      return [...usualFilters(rules), whereOf(rules)];
    case 'sort':
      return [sortOf(rules)];
    case 'select':
      return [selectOf(rules)];
    case 'fallback-locale':
      return [];
    default:
      return [shared(name)];
  }
}

function operationsOf(slug: PublicSlug): Operation[] {
  const rules = allowList[slug];
  const { plural, singular } = rules.names;
  const parameters = (question: 'list' | 'document' | 'count') => [
    ...parametersOf[question].flatMap((name) => describeParameter(rules, name)),
    shared('ifNoneMatch'),
  ];
  const errors = [400];
  return [
    {
      ...{ path: `/api/${slug}`, id: `list${plural}`, tag, summary: `Find ${slug}` },
      parameters: parameters('list'),
      answers: [
        {
          status: 200,
          description: 'A list. Each says where it is shown (`href`).',
          content: json(listName(slug)),
          headers,
        },
        notModified,
      ],
      errors,
    },
    {
      ...{ path: `/api/${slug}/count`, id: `count${plural}`, tag, summary: `Count ${slug}` },
      parameters: parameters('count'),
      answers: [
        { status: 200, description: 'How many there are.', content: json('Count'), headers },
        notModified,
      ],
      errors,
    },
    {
      ...{ path: `/api/${slug}/{idOrSlug}`, id: `get${singular}`, tag, summary: `Show one of ${slug}` },
      parameters: [inPath('idOrSlug', idWords(rules)), ...parameters('document')],
      answers: [
        { status: 200, description: 'The document, whole.', content: json(documentName(slug)), headers },
        notModified,
      ],
      errors: [400, 404],
    },
  ];
}

const idWords = ({ filters }: PublicCollection) => ('slug' in filters ? 'Its slug, or its id.' : 'Its id.');

export const collectionOperations: readonly Operation[] = (Object.keys(allowList) as PublicSlug[])
  .flatMap(operationsOf)
  // its own address answers more than the document: see sites.ts
  .filter(({ id }) => id !== 'getSite');
