// What callers of GraphQL learn of an error: Payload's own masking (packages/next/src/routes/graphql/handler.ts), in our shape.
import { GraphQLError } from 'graphql';
import type { Payload } from 'payload';
import { codeByName, codeForStatus, type ErrorCode } from '../../errors.js';

interface Original {
  name?: string;
  status?: number;
  code?: unknown;
  /** The parameter that is meant. */
  path?: unknown;
  data?: unknown;
}

/** What was thrown; nothing when GraphQL itself found fault with the query or a variable. */
function originalOf(error: GraphQLError): Original | undefined {
  const { originalError } = error;
  return originalError instanceof GraphQLError
    ? originalOf(originalError)
    : (originalError as Original | undefined);
}

/** An error of Payload or of ours has a status; anything else came from the depths, and is ours to look into. */
function statusOf(original: Original | undefined): number {
  if (!original) return 400;
  return typeof original.status === 'number' ? original.status : 500;
}

interface Told {
  code: ErrorCode;
  /** As errors over REST name it; the `path` of an error over GraphQL is where in the answer it is. */
  path?: string;
  data?: unknown;
}

class MaskedError extends GraphQLError {
  readonly code: ErrorCode;

  constructor(error: GraphQLError, message: string, { code, data, path }: Told) {
    super(message, {
      nodes: error.nodes,
      path: error.path,
      positions: error.positions,
      source: error.source,
    });
    this.code = code;
    Object.assign(this.extensions, { code, ...(path ? { path } : {}), ...(data ? { data } : {}) });
  }

  override toJSON() {
    return { ...super.toJSON(), code: this.code };
  }
}

/** The error as callers see it; what is not meant for them is logged and stays generic. */
export function maskError(payload: Payload, error: GraphQLError | Error): GraphQLError {
  // graphql-http itself: a request that holds no query
  if (!(error instanceof GraphQLError)) {
    return new MaskedError(new GraphQLError(error.message), error.message, { code: 'bad_request' });
  }
  const original = originalOf(error);
  const status = statusOf(original);
  if (status >= 500) {
    payload.logger.error({ err: error, msg: 'a GraphQL request failed' });
    return new MaskedError(error, 'Something went wrong.', { code: 'internal_error' });
  }
  const own = typeof original?.code === 'string' ? (original.code as ErrorCode) : undefined;
  const code = own ?? codeByName[original?.name ?? ''] ?? codeForStatus(status);
  const path = typeof original?.path === 'string' ? original.path : undefined;
  return new MaskedError(error, error.message, { code, path, data: original?.data });
}
