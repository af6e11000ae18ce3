/** Records are written by the product itself and by nobody else: append-only over every door. */
import { APIError, type CollectionBeforeOperationHook } from 'payload';

const writes = ['create', 'update', 'delete', 'restoreVersion', 'forgotPassword'];

/** Refuses create, update and delete, also to the Local API with `overrideAccess`. */
export const refuseWrites: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (!writes.includes(operation)) return args;
  throw new APIError(
    'Records are written by the system alone; they cannot be made, changed or deleted.',
    403,
    null,
    true,
  );
};
