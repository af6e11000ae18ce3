// Validation rules that keep one GraphQL request from asking too much: depth, aliases, fields at the root.
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { GraphQLError, type ValidationRule } from 'graphql';

/** What one request may hold. Tokens are counted while parsing. */
export const graphqlLimits = {
  strangers: { aliases: 10, bodyBytes: 16 * 1024, depth: 8, rootFields: 6, tokens: 1_000 },
  signedIn: { aliases: 30, bodyBytes: 1024 * 1024, depth: 12, rootFields: 20, tokens: 10_000 },
} as const;

export type GraphqlLimits = (typeof graphqlLimits)[keyof typeof graphqlLimits];

function fewRootFields(most: number): ValidationRule {
  return (context) => ({
    OperationDefinition(node) {
      if (node.selectionSet.selections.length <= most) return;
      context.reportError(new GraphQLError(`A request has at most ${most} fields at its root.`, { nodes: [node] }));
    },
  });
}

/** Introspection nests deeply by nature; the armor ignores it. */
export function queryLimits({ aliases, depth, rootFields }: GraphqlLimits): ValidationRule[] {
  return [
    maxAliasesRule({ n: aliases }) as unknown as ValidationRule,
    maxDepthRule({ n: depth, ignoreIntrospection: true, flattenFragments: true }) as unknown as ValidationRule,
    fewRootFields(rootFields),
  ];
}
