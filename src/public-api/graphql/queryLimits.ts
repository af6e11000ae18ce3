// Validation rules that keep one GraphQL request from asking too much: depth, aliases, fields at the root.
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import {
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** What one request may hold. Tokens are counted while parsing. */
export const graphqlLimits = {
  strangers: { aliases: 10, bodyBytes: 16 * 1024, depth: 8, rootFields: 6, tokens: 1_000 },
  signedIn: { aliases: 30, bodyBytes: 1024 * 1024, depth: 12, rootFields: 20, tokens: 10_000 },
} as const;

export type GraphqlLimits = (typeof graphqlLimits)[keyof typeof graphqlLimits];

/** The fields of a selection, those of its fragments included. */
function countFields(
  { selections }: SelectionSetNode,
  context: ValidationContext,
  within: string[] = [],
): number {
  return selections.reduce((sum, selection) => {
    if (selection.kind === Kind.FIELD) return sum + 1;
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return sum + countFields(selection.selectionSet, context, within);
    const name = selection.name.value;
    const fragment = within.includes(name) ? null : context.getFragment(name);
    return sum + (fragment ? countFields(fragment.selectionSet, context, [...within, name]) : 0);
  }, 0);
}

function fewRootFields(most: number): ValidationRule {
  return (context) => ({
    OperationDefinition(node) {
      if (countFields(node.selectionSet, context) <= most) return;
      context.reportError(
        new GraphQLError(`A request has at most ${most} fields at its root.`, { nodes: [node] }),
      );
    },
  });
}

/** The armor would throw, which GraphQL over HTTP takes for a failure of ours. */
const asError = {
  onReject: [(context: ValidationContext | null, error: GraphQLError) => context?.reportError(error)],
  propagateOnRejection: false,
};

/** Introspection nests deeply by nature; the armor ignores it. */
export function queryLimits({ aliases, depth, rootFields }: GraphqlLimits): ValidationRule[] {
  return [
    maxAliasesRule({ n: aliases, ...asError }) as unknown as ValidationRule,
    maxDepthRule({
      n: depth,
      ignoreIntrospection: true,
      flattenFragments: true,
      ...asError,
    }) as unknown as ValidationRule,
    fewRootFields(rootFields),
  ];
}
