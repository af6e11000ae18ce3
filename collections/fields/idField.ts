/** Ids are UUID strings on every database; callers cannot choose them. */
import { randomUUID } from 'node:crypto';
import type { TextField } from 'payload';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** True for the form that our ids have. */
export function isUuid(value: string): boolean {
  return uuid.test(value);
}

export const idField: TextField = {
  name: 'id',
  type: 'text',
  access: { create: () => false, update: () => false },
  admin: { hidden: true, disableBulkEdit: true, disableListFilter: true },
  defaultValue: () => randomUUID(),
  validate: (value: unknown) =>
    (typeof value === 'string' && isUuid(value)) || 'An id is a UUID and is made by the system.',
};
