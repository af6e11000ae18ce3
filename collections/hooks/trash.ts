/**
 * The trash: `deletedAt` takes a document out of everybody's sight, and back as it was. Payload lets it travel with drafts,
 * other changes, versions and copies; here it is an act of its own, and what lies in the trash changes in no other way.
 */
import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload';
import { rowOf, type WriteArgs } from './documentStates.js';

type Data = Record<string, unknown>;

const mayGoWith = new Set(['deletedAt', '_status', 'id', 'createdAt']);

const refuse = (message: string, status = 400): never => {
  throw new APIError(message, status, null, true);
};

function without<Name extends string>(write: object, name: Name): object {
  const { [name]: _left, ...rest } = write as Data;
  return rest;
}

function refuseOtherChanges(data: Data): void {
  const others = Object.keys(data).filter((name) => !mayGoWith.has(name));
  if (others.length === 0) return;
  refuse(`deletedAt comes alone: change ${others.join(', ')} before or afterwards.`);
}

function intoTrash(write: WriteArgs, data: Data): WriteArgs {
  const { deletedAt } = data;
  if (Number.isNaN(new Date(deletedAt as string).getTime()) || typeof deletedAt === 'boolean')
    refuse('deletedAt is a date: now, to put the document in the trash, or null, to take it out.');
  if (data._status === 'published') refuse('What goes into the trash cannot be published with it.');
  const { publishAllLocales: _all, publishSpecificLocale: _one, ...rest } = write;
  // the moment is the server's to say
  return { ...rest, data: { ...data, deletedAt: new Date().toISOString() }, draft: false };
}

function outOfTrash({ publishSpecificLocale, ...write }: WriteArgs, data: Data): WriteArgs {
  const isPublishing = data._status === 'published';
  const where = write.where && { and: [write.where, { deletedAt: { exists: true } }] };
  return {
    ...write,
    ...(where ? { where } : {}),
    ...(isPublishing && publishSpecificLocale ? { publishSpecificLocale } : {}),
    ...{ data: { ...data, deletedAt: null }, draft: false },
  };
}

async function isTrashed(write: WriteArgs, req: PayloadRequest): Promise<boolean> {
  if (!write.trash) return false;
  if (write.id === undefined) return true; // the filter sees to it
  return Boolean((await rowOf(write.id, { req, slug: write.collection.config.slug }))?.deletedAt);
}

/** For beforeOperation: into the trash and out of it, alone and never as a draft beside what stays public. */
export const trashIsNoDraft: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const write = args as unknown as WriteArgs;
  const { data } = write;
  if (data?.deletedAt === undefined || !['create', 'update'].includes(operation)) return args;
  const isLeaving = data.deletedAt === null || data.deletedAt === '';
  // forms and programs send what they have read
  if (operation === 'create' || (isLeaving && !(await isTrashed(write, req))))
    return { ...args, data: without(data, 'deletedAt') } as typeof args;
  refuseOtherChanges(data);
  return (isLeaving ? outOfTrash(write, data) : intoTrash(write, data)) as unknown as typeof args;
};

/** For beforeChange: what lies in the trash can be taken out of it and nothing else; copies and old versions bring none of it. */
export const keepTrashShut: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => {
  if (operation === 'create') return { ...data, deletedAt: null };
  if (req.context.isRestoringVersion) return { ...data, deletedAt: null };
  if (originalDoc?.deletedAt && data.deletedAt !== null)
    refuse('This lies in the trash. Take it out first (deletedAt: null, with trash=true).', 409);
  return data;
};
