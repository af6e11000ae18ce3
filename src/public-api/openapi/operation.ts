/** One operation of the document: what every one has, so that the tables of operations say only what is theirs. */
import { type ErrorCode, errorCodes } from '../../errors.js';
import { type Json, ref } from './json.js';

export interface Parameter {
  name: string;
  in: 'query' | 'path' | 'header';
  description: string;
  schema: Json;
  required?: boolean;
  [more: string]: unknown;
}

/** A parameter in its place, or one that several operations share, by its name. */
export type AnyParameter = Parameter | { $ref: string };

export interface Answer {
  status: 200 | 206 | 301 | 304 | 400 | 416;
  description: string;
  /** Media types and what they hold. */
  content?: Record<string, Json>;
  /** Names of shared headers. */
  headers?: readonly string[];
}

export interface Operation {
  /** Below the origin, with `{parameters}`. */
  path: string;
  method?: 'get' | 'post';
  /** The name of the function in generated clients. */
  id: string;
  tag: string;
  summary: string;
  description?: string;
  parameters?: readonly AnyParameter[];
  body?: Json;
  answers: readonly Answer[];
  /** Statuses of errors, beside those that every address has. */
  errors: readonly number[];
  /** `also`: more is answered with credentials. `only`: nothing without. */
  signedIn?: 'also' | 'only';
}

const someone = [{ session: [] }, { apiKey: [] }];
const security = { also: [{}, ...someone], only: someone } as const;

/** Below /api, credentials that are wrong are refused wherever they are sent, and who asks too much of what is not in memory. */
const ofTheApi = [401, 429];

/** Files are asked for many at a time, and have limits of their own. */
const isCounted = (path: string) => !path.startsWith('/api/media/file/');

function statusesOf({ errors, path }: Operation): number[] {
  const usual = path.startsWith('/api/') ? ofTheApi : [];
  const more = usual.filter((status) => status !== 429 || isCounted(path));
  return [...new Set([...errors, ...more, 500, 503])];
}

const codesOf = (status: number) =>
  (Object.keys(errorCodes) as ErrorCode[]).filter((code) => errorCodes[code].status === status);

const comesBack = [429, 503];

/** One answer for every status of an error that these operations have: `Error400`, `Error404` … */
export function errorResponses(operations: readonly Operation[]): Record<string, Json> {
  const statuses = [...new Set(operations.flatMap(statusesOf))].sort((one, other) => one - other);
  const described = statuses.map((status) => {
    const meanings = codesOf(status).map((code) => `\`${code}\`: ${errorCodes[code].meaning}`);
    const headers = ['X-Request-Id', ...(comesBack.includes(status) ? ['Retry-After'] : [])];
    const response = {
      description: meanings.join('\n\n'),
      headers: headersNamed(headers),
      content: { 'application/json': { schema: ref('schemas', 'Errors') } },
    };
    return [`Error${status}`, response];
  });
  return Object.fromEntries(described);
}

const headersNamed = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, ref('headers', name)]));

function presentAnswer({ content, description, headers = [] }: Answer): Json {
  return {
    description,
    headers: headersNamed([...headers, 'X-Request-Id']),
    ...(content ? { content } : {}),
  };
}

/** The operation as OpenAPI writes it. */
export function presentOperation(operation: Operation): Json {
  const { answers, body, description, id, parameters = [], signedIn, summary, tag } = operation;
  const statuses = statusesOf(operation).sort((one, other) => one - other);
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description ? { description } : {}),
    ...(signedIn ? { security: security[signedIn] } : { security: [] }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: body } : {}),
    responses: {
      ...Object.fromEntries(answers.map((answer) => [answer.status, presentAnswer(answer)])),
      ...Object.fromEntries(statuses.map((status) => [status, ref('responses', `Error${status}`)])),
    },
  };
}

/** The content of an answer that is JSON of a named schema. */
export const json = (schema: string): Record<string, Json> => ({
  'application/json': { schema: ref('schemas', schema) },
});

/** The usual headers of what caches may keep. */
export const cached = ['Cache-Control', 'ETag', 'Ledger-Position'] as const;

/** What whoever has the answer already is told. */
export const notModified: Answer = {
  status: 304,
  description: 'The answer is still the one that `If-None-Match` names. Without a body.',
  headers: ['Cache-Control', 'ETag'],
};

/** A body that is JSON of a named schema, and must be sent. */
export const jsonBody = (schema: string): Json => ({ required: true, content: json(schema) });
