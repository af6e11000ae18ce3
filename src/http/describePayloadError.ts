// Turns what Payload throws into our error shape. A hook of the configuration (hooks.afterError), because only there
// the error itself can be seen; the bridge names what came past it.
import type { AfterErrorHook } from 'payload';
import { isWriteConflict } from '../database/retryWriteConflicts.js';
import {
  AppError,
  codeByName,
  codeForStatus,
  invalidParameter,
  notFound,
  type PublicError,
} from '../errors.js';

interface ThrownError {
  cause?: unknown;
  name?: string;
  message?: string;
  status?: number;
  code?: unknown;
  data?: unknown;
}

interface FieldError {
  message?: unknown;
  path?: unknown;
}

/** An id that the database cannot even read, a file that is not on the disk. */
const missing = new Set(['CastError', 'BSONError', 'FileRetrievalError']);

/** Payload hook: gives each error of an answer its code, and errors of the caller's making the right status. */
export const describePayloadError: AfterErrorHook = ({ error, req, result }) => {
  if (req?.payloadAPI === 'GraphQL') return; // GraphQL has a shape of its own
  const thrown = error as ThrownError;
  if (isOurs(thrown)) return { response: thrown.toJSON() as never, status: thrown.status };
  const callerError = asConflict(thrown) ?? asCallerError(thrown) ?? asFilterError(thrown, req?.query);
  if (callerError) return { response: callerError.toJSON() as never, status: callerError.status };
  const status = thrown.status ?? 500;
  return { response: describeErrors(result, status, thrown.name) as never, status };
};

/** The public shape of an error body of Payload, whichever of its several shapes it has. */
export function describeErrors(body: unknown, status: number, name?: string): { errors: PublicError[] } {
  const { errors, message } = (body ?? {}) as { errors?: Partial<PublicError>[]; message?: string };
  const list = Array.isArray(errors) && errors.length ? errors : [{ message }];
  return { errors: list.map((entry) => describe(entry, status, name)) };
}

function describe(entry: Partial<PublicError>, status: number, name?: string): PublicError {
  const { field, ...known } = entry as Partial<PublicError> & { field?: string };
  const code = known.code ?? codeByName[known.name ?? name ?? ''] ?? codeForStatus(status);
  const message = known.message || 'The request could not be answered.';
  const path = known.path ?? field ?? firstPath(known.data);
  return { ...known, message, code, ...(path ? { path } : {}) };
}

function firstPath(data: unknown): string | undefined {
  const list = Array.isArray(data) ? data : (data as { errors?: unknown } | undefined)?.errors;
  const path = Array.isArray(list) ? (list[0] as FieldError | undefined)?.path : undefined;
  return typeof path === 'string' ? path : undefined;
}

/** What busboy says of forms that are cut off or malformed; Payload passes it on as its own failure. */
const brokenForms =
  /^(Malformed part header|Unexpected end of form|Multipart: Boundary not found|Malformed content type)$/;

/** A value that a filter compares with cannot be one of the field's: a date that is none, say. */
function asFilterError(
  { cause, name, message = '' }: ThrownError,
  query: { where?: unknown } = {},
): AppError | undefined {
  const isUnbindable = /cannot be bound/.test(String((cause as Error | undefined)?.message ?? message));
  const isNoDate = name === 'RangeError' && message === 'Invalid time value';
  if (query.where === undefined || !(isUnbindable || isNoDate)) return undefined;
  return invalidParameter('where', 'A filter compares a field with a value that it cannot have.');
}

/** An AppError that a hook or an endpoint of ours threw through Payload. */
function isOurs(thrown: ThrownError): thrown is AppError {
  return thrown instanceof AppError;
}

/** Two writers met, and the database has undone this one whole. */
function asConflict(thrown: ThrownError): AppError | undefined {
  if (!isWriteConflict(thrown)) return undefined;
  return new AppError(
    'unavailable',
    503,
    'Another write got in the way; nothing was written. Please try again.',
  );
}

/** What Payload answers with 500 although the caller, not the server, is at fault. */
function asCallerError(thrown: ThrownError): AppError | undefined {
  const isInvalidJson =
    thrown.message === 'Invalid JSON' || (thrown.name === 'SyntaxError' && /JSON/.test(thrown.message ?? ''));
  if (isInvalidJson) return new AppError('invalid_json', 400, 'The body is not JSON.');
  if (brokenForms.test(thrown.message ?? ''))
    return new AppError('bad_request', 400, 'The form cannot be read.');
  if (thrown.name && missing.has(thrown.name)) return notFound();
  return undefined;
}
