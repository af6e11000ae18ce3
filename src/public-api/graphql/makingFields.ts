/** What fields of our own are made with: the types of answers, and arguments that are the parameters of REST. */
import {
  type GraphQLArgumentConfig,
  type GraphQLFieldConfig,
  type GraphQLInputType,
  GraphQLInt,
  GraphQLString,
} from 'graphql';
import type { Payload } from 'payload';
import type { Context } from './ownRequests.js';
import type { TypeOf } from './schemaTypes.js';

/** Who asks: strangers are not even told of drafts. */
export type Askers = 'strangers' | 'signedIn';

export interface Making {
  payload: Payload;
  askers: Askers;
  /** The languages, as Payload names them. */
  locale: GraphQLInputType;
  typeOf: TypeOf;
}

type Value = string | number | boolean | readonly string[] | null | undefined;
export type Arguments = Record<string, Value>;

/** A question of ours. */
export type QuestionField = GraphQLFieldConfig<unknown, Context, Arguments>;

/** The parameters that REST would have been asked with; what is null is not given. Lists are parted by commas there. */
export function restSearch(args: Arguments): URLSearchParams {
  const given = Object.entries(args).filter(([, value]) => value !== null && value !== undefined);
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
}

export const argument = (
  description: string,
  type: GraphQLInputType = GraphQLString,
): GraphQLArgumentConfig => ({ type, description });

export const past = {
  at: argument('As it was at a moment: ISO 8601 with its offset. For signed-in people, and keys that may.'),
  position: argument('As it was while this was the last record of the ledger. For the same.', GraphQLInt),
};
