// The one place that answers errors: what was meant for callers as it is, everything else generic and into the log.
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { AppError, notFound } from '../errors.js';
import { closeUnlessRead } from './webRequest.js';

/** Nothing answered: 404 in the error shape. */
export const answerNotFound: RequestHandler = (_req, _res, next) => next(notFound());

/** Answers an error once; an answer that has begun can only be cut off. */
export const answerError: ErrorRequestHandler = (error, req, res, _next) => {
  const known = toAppError(error);
  if (known.status >= 500 && known.code !== 'unavailable') req.log?.error({ err: error }, 'a request failed');
  if (res.headersSent) {
    res.destroy();
    return;
  }
  sendError(res, known);
};

/** Writes an error in the public shape. */
export function sendError(res: Response, error: AppError): void {
  if (error.retryAfter !== undefined) res.setHeader('Retry-After', String(error.retryAfter));
  closeUnlessRead(res);
  // may have been set for the answer that it was to be
  res.removeHeader('ETag');
  res.status(error.status).set('Cache-Control', 'no-store').json(error);
}

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return fromExpress(error) ?? new AppError('internal_error', 500, 'Something went wrong on our side.');
}

/** Express itself throws for malformed paths and bodies: http-errors with `status` and `expose`. */
function fromExpress(error: unknown): AppError | undefined {
  const status = (error as { status?: number } | null)?.status;
  if (error instanceof URIError || status === 400)
    return new AppError('bad_request', 400, 'The request is malformed.');
  if (status === 413) return new AppError('payload_too_large', 413, 'The body is larger than allowed.');
  if (status === 415)
    return new AppError('unsupported_media_type', 415, 'This kind of body is not accepted here.');
  return undefined;
}
