// Fields of our own GraphQL types, in short.
import { GraphQLList, GraphQLNonNull, type GraphQLOutputType } from 'graphql';

/** A field that every answer has. */
export const always = (type: GraphQLOutputType, description?: string) => ({
  type: new GraphQLNonNull(type),
  description,
});
export const maybe = (type: GraphQLOutputType, description?: string) => ({ type, description });
/** A list that is always there, of what is always there. */
export const many = (type: GraphQLOutputType, description?: string) => ({
  type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type))),
  description,
});
