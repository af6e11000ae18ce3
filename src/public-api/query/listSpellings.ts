/** How strangers ask about a collection: made from what the parser reads (parseQuery.ts). */
import type { Parameter, Parameters, Spelling } from '../../spelling/spelling.js';
import { usual } from '../../usualParameters.js';
import { limits, type PublicCollection } from '../allowList.js';
import { parametersOf, type QueryParameter, type Question } from './parseQuery.js';

/** Those in brackets are spelled in a way of their own. */
type Plain = Exclude<QueryParameter, 'where' | 'select'>;

const parameters = ({ defaultSort }: PublicCollection): Record<Plain, Parameter> => ({
  depth: usual.number(0),
  'fallback-locale': { as: 'fallbackLocale' },
  fallbackLocale: usual.fallbackLocale,
  limit: usual.number(limits.defaultRows),
  locale: usual.locale,
  page: usual.number(1),
  pagination: usual.word('true'),
  site: usual.text,
  sort: { ...usual.list, usual: [defaultSort] },
});

/** How a list, a document or a count of a collection is asked for. */
export function listSpelling(rules: PublicCollection, question: Question): Spelling {
  const all = parameters(rules);
  const names: readonly QueryParameter[] = parametersOf[question];
  const plain = names.filter((name): name is Plain => name in all);
  return {
    parameters: Object.fromEntries(plain.map((name) => [name, all[name]])) satisfies Parameters,
    ...(names.includes('where') ? { where: true } : {}),
    ...(names.includes('select') ? { select: ['id', ...rules.fields] } : {}),
  };
}
