/** A license that something public rests on stays where it is: the entry would rest on a license of another state. */
import { type CollectionBeforeChangeHook, ValidationError } from 'payload';
import { nameOfState } from '../../src/availability/states.js';
import { referrersOf } from '../../src/publishing/ledger/references.js';

export const keepState: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  const before = originalDoc?.state as string | undefined;
  if (!before || !data.state || data.state === before) return data;
  const { payload } = req;
  const resting = await referrersOf({ payload, req }, collection.slug, [originalDoc.id]);
  if (resting.length === 0) return data;
  const message = `Entries of availability in ${nameOfState(before, 'en')} rest on this license. Take it off them first, or make another license.`;
  throw new ValidationError(
    { collection: collection.slug, errors: [{ message, path: 'state' }], req },
    req.t,
  );
};
