/** Holds answers of the house against its own description: the OpenAPI document that it serves. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { allowList } from '../../src/public-api/allowList.js';

export type Schema = Record<string, unknown>;

export interface Described {
  $ref?: string;
  headers?: Record<string, unknown>;
  content?: Record<string, { schema?: Schema; examples?: object }>;
}

export interface Operation {
  operationId: string;
  parameters?: { $ref?: string; name?: string; in?: string; required?: boolean; example?: string }[];
  responses: Record<string, Described>;
}

export interface ApiDocument {
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, Schema>;
    parameters: Record<string, { name: string; in: string }>;
    responses: Record<string, Described>;
  };
}

/** An answer as supertest has it. */
export interface Answered {
  status: number;
  headers: Record<string, string | undefined>;
  body: unknown;
  text?: string;
}

/** What answers must not have more of than is said; components that others extend are closed where they end. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inside = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  const isOpen = 'additionalProperties' in inside || !('properties' in inside || 'allOf' in inside);
  return isOpen ? inside : { ...inside, unevaluatedProperties: false };
}

/** Only what is made by hand is closed: rich text may hold any node, and parts of `allOf` are closed together. */
function closedComponents({ components: { schemas } }: ApiDocument): Record<string, unknown> {
  const open = ['ListCounts', 'RichText', 'RichTextNode', 'GraphqlAnswer', 'WhoIsSignedIn', 'JsonLd'];
  const isStored = (name: string) => name.endsWith('Fields') || name.endsWith('Block') || open.includes(name);
  const answered = (name: string) =>
    Object.values(allowList).some(({ names }) => [names.singular, `${names.singular}List`].includes(name));
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      if (isStored(name)) return [name, schema];
      return [name, answered(name) ? { ...schema, unevaluatedProperties: false } : closed(schema)];
    }),
  );
}

/** `/api/pages/{site}/{section}/{slug}` as an expression; a segment each. */
const asPattern = (address: string) =>
  new RegExp(`^${address.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '([^/]+)')}$`);

const parametersIn = (address: string) => address.split('{').length;

const plainType = (type: string | undefined) => type?.split(';', 1)[0]?.trim() ?? '';

export class DescribedApi {
  private readonly ajv = new Ajv2020({ allErrors: true, strict: false });
  private readonly compiled = new Map<string, ValidateFunction>();
  /** Which statuses of which operations were met: `getPage 200`. */
  readonly met = new Set<string>();

  constructor(readonly api: ApiDocument) {
    addFormats.default(this.ajv);
    this.ajv.addSchema({ $id: 'api', components: { schemas: closedComponents(api) } });
  }

  /** Every operation with its address and method. */
  operations() {
    return Object.entries(this.api.paths).flatMap(([address, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ address, method, operation })),
    );
  }

  /** The operation that a request is of; the one with fewer parameters where two would do. HEAD is what GET is. */
  find(method: string, url: string): Operation | undefined {
    const [path = ''] = url.split('?', 1);
    const asked = method === 'head' ? 'get' : method;
    return this.operations()
      .filter((each) => each.method === asked && asPattern(each.address).test(path))
      .sort((one, other) => parametersIn(one.address) - parametersIn(other.address))[0]?.operation;
  }

  /** What is wrong with a value by a schema; nothing when it is right. */
  wrong(schema: Schema, value: unknown): unknown[] {
    const key = JSON.stringify(schema);
    const inApi = JSON.parse(key.replaceAll('"#/components/', '"api#/components/')) as Schema;
    const validate = this.compiled.get(key) ?? this.ajv.compile(inApi);
    this.compiled.set(key, validate);
    return validate(value) ? [] : (validate.errors?.slice(0, 3) ?? []);
  }

  /** The same by the name of a component. */
  wrongBy(name: string, value: unknown): unknown[] {
    return this.wrong({ $ref: `#/components/schemas/${name}` }, value);
  }

  private response({ responses }: Operation, status: number): Described | undefined {
    const found = responses[status];
    const name = found?.$ref?.split('/').pop();
    return name === undefined ? found : this.api.components.responses[name];
  }

  private wrongBody({ content }: Described, { body, headers, text }: Answered): unknown[] {
    const type = plainType(headers['content-type']);
    if (!content) return type === '' ? [] : [`a body of ${type} is not described`];
    const named = Object.keys(content).find((each) =>
      each.endsWith('*') ? type.startsWith(each.slice(0, -1)) : each === type,
    );
    if (named === undefined) return [`${type} is not described`];
    const { schema } = content[named] ?? {};
    if (!type.endsWith('json') || !schema) return [];
    return this.wrong(schema, text === undefined ? body : JSON.parse(text));
  }

  /** Everything in which an answer is not as it is described; empty when all is well. */
  disagreements(method: string, url: string, answer: Answered): unknown[] {
    const operation = this.find(method, url);
    if (!operation) return [`no operation is ${method} ${url}`];
    const response = this.response(operation, answer.status);
    if (!response) return [`${operation.operationId} says nothing of ${answer.status}`];
    this.met.add(`${operation.operationId} ${answer.status}`);
    const missing = Object.keys(response.headers ?? {}).filter((name) => !answer.headers[name.toLowerCase()]);
    return [
      ...missing.map((name) => `${name} is missing`),
      ...(method === 'head' ? [] : this.wrongBody(response, answer)),
    ];
  }

  /** Statuses that are described and were not met yet. */
  unmet(): string[] {
    return this.operations()
      .flatMap(({ operation: { operationId, responses } }) =>
        Object.keys(responses).map((status) => `${operationId} ${status}`),
      )
      .filter((each) => !this.met.has(each));
  }
}
