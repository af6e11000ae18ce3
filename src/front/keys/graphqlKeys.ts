/** What a GraphQL request asks, however it is written: white space, the order of variables, and variables that it does not use do not count. */
import canonicalize from 'canonicalize';
import { type DocumentNode, Kind, type OperationDefinitionNode, parse } from 'graphql/language/index.js';
import { stripIgnoredCharacters } from 'graphql/utilities/stripIgnoredCharacters.js';
import type { GraphqlLimits } from './canonicalRoutes.js';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;

interface Named {
  operation: OperationDefinitionNode;
  /** Needed only where there are several. */
  operationName?: string;
}

/** The one that is meant; null where none is, or where it is not a query. */
function operationIn({ definitions }: DocumentNode, name: unknown): Named | null {
  const all = definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const meant = isAbsent(name) ? all : all.filter((each) => each.name?.value === name);
  const [operation] = meant;
  if (!operation || meant.length > 1 || String(operation.operation) !== 'query') return null;
  return all.length > 1 ? { operation, operationName: String(name) } : { operation };
}

/** Those that the operation declares; undefined for none. */
function declared({ variableDefinitions = [] }: OperationDefinitionNode, variables: Json): Json | undefined {
  const names = variableDefinitions.map(({ variable }) => variable.name.value);
  const given = names.filter((name) => Object.hasOwn(variables, name));
  return given.length === 0 ? undefined : Object.fromEntries(given.map((name) => [name, variables[name]]));
}

/** Extensions change nothing, but have to be what they should be. */
function spell({ extensions, operationName, query, variables }: Json, tokens: number): string | null {
  const areObjects = [extensions, variables].every((each) => isAbsent(each) || isObject(each));
  if (typeof query !== 'string' || !areObjects) return null;
  const named = operationIn(parse(query, { maxTokens: tokens, noLocation: true }), operationName);
  if (!named) return null;
  const body = {
    query: stripIgnoredCharacters(query),
    ...(named.operationName === undefined ? {} : { operationName: named.operationName }),
    variables: declared(named.operation, isObject(variables) ? variables : {}),
  };
  return canonicalize(body) ?? null;
}

/** The body of the POST that asks the same. Null for what the back has to look at as it is. */
function spelledOrNull(read: () => unknown, { tokens }: GraphqlLimits): string | null {
  try {
    const request = read();
    return isObject(request) ? spell(request, tokens) : null;
  } catch {
    return null; // no JSON, no GraphQL, too much of it, or a text that is none
  }
}

/** Of a body in JSON. */
export const keyOfBody = (body: Buffer, limits: GraphqlLimits): string | null =>
  spelledOrNull(() => JSON.parse(body.toString('utf8')), limits);

/** As graphql-http reads it: empty is not given. */
const jsonIn = (value: string | null): unknown => (value ? JSON.parse(value) : undefined);

const ofAddress = new Set(['query', 'operationName', 'variables', 'extensions']);

function readAddress(search: string): Json | null {
  const given = new URLSearchParams(`?${search}`);
  const names = [...given.keys()];
  if (new Set(names).size !== names.length || !names.every((name) => ofAddress.has(name))) return null;
  return {
    query: given.get('query'),
    operationName: given.get('operationName'),
    variables: jsonIn(given.get('variables')),
    extensions: jsonIn(given.get('extensions')),
  };
}

/** Of what stands after the question mark. */
export const keyOfGraphqlSearch = (search: string, limits: GraphqlLimits): string | null =>
  // graphql-http reads to the next question mark
  /^[!-"$->@-~]*$/.test(search) ? spelledOrNull(() => readAddress(search), limits) : null;
