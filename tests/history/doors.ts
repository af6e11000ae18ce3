/** One write, put to one of the doors. */
import type { Asked, Body } from './caller.js';
import type { Kind } from './kinds.js';
import type { Locale } from './model.js';
import type { Random } from './random.js';

export interface Write {
  kind: Kind;
  /** Absent: a new document. */
  id?: string;
  data: Record<string, unknown>;
  locale?: Locale;
  isDraft?: boolean;
  /** What only REST takes, as `publishAllLocales=true`. */
  query?: string;
}

export interface Put {
  door: 'rest' | 'form' | 'graphql';
  asked: Asked;
}

function byRest({ data, id, isDraft, kind, locale = 'en', query }: Write, isForm: boolean): Asked {
  const parts = [`locale=${locale}`, isDraft ? 'draft=true' : '', query ?? ''].filter(Boolean);
  return {
    ...{ body: data, isForm, method: id ? 'PATCH' : 'POST' },
    path: `/api/${kind.collection}${id ? `/${id}` : ''}?${parts.join('&')}`,
  };
}

export function graphql(query: string, variables: object): Asked {
  return { method: 'POST', path: '/api/graphql', body: { query, variables } };
}

function byGraphql({ data, id, isDraft, kind: { hasDrafts, hasSlug, name }, locale = 'en' }: Write): Asked {
  const type = `mutation${name}${id ? 'UpdateInput' : 'Input'}!`;
  const draft = hasDrafts ? `, draft: ${isDraft === true}` : '';
  const args = `${id ? `id: "${id}", ` : ''}data: $data, locale: ${locale}${draft}`;
  const fields = hasSlug ? 'id slug' : 'id';
  return graphql(
    `mutation ($data: ${type}) { doc: ${id ? 'update' : 'create'}${name}(${args}) { ${fields} } }`,
    { data },
  );
}

/** Through any door that takes it. */
export function put(random: Random, write: Write): Put {
  const doors = write.query ? (['rest', 'form'] as const) : (['rest', 'form', 'graphql'] as const);
  const door = random.pick(doors);
  return { door, asked: door === 'graphql' ? byGraphql(write) : byRest(write, door === 'form') };
}

/** The document in an answer, whichever door it came through. */
export const docIn = (body: Body): { id: string; slug?: string } => body.doc ?? body.data?.doc;
