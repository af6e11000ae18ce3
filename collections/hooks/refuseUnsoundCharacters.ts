/** No text reaches the database with characters that one of the databases or formats would lose or change. */
import { type CollectionBeforeValidateHook, ValidationError } from 'payload';
import { characterProblems } from '../fields/soundCharacters.js';

/** Drafts as well: what is wrong is said when it is written, not when it is published. */
export const refuseUnsoundCharacters: CollectionBeforeValidateHook = ({ collection, data, req }) => {
  const errors = characterProblems(data);
  if (errors.length === 0) return data;
  throw new ValidationError({ collection: collection.slug, errors, req }, req.t);
};
