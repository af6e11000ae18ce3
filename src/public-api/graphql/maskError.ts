// What callers of GraphQL learn of an error: Payload's own masking (packages/next/src/routes/graphql/handler.ts), in our shape.
import { GraphQLError } from 'graphql';
import type { Payload } from 'payload';
import { codeByName } from '../../http/describePayloadError.js';
import { codeForStatus, type ErrorCode } from '../../http/errors.js';

interface Original {
  name?: string;
  status?: number;
  code?: unknown;
  data?: unknown;
}

/** An error of Payload or of ours has a status; anything else came from the depths, and is ours to look into. */
function statusOf({ originalError }: GraphQLError): number {
  // GraphQL itself: the query, or a variable that is not of its type
  const isOwn = originalError instanceof GraphQLError && !originalError.originalError;
  if (!originalError || isOwn) return 400;
  const { status } = originalError as Original;
  return typeof status === 'number' ? status : 500;
}

class MaskedError extends GraphQLError {
  constructor(
    error: GraphQLError,
    message: string,
    readonly code: ErrorCode,
    data: unknown,
  ) {
    super(message, {
      nodes: error.nodes,
      path: error.path,
      positions: error.positions,
      source: error.source,
    });
    Object.assign(this.extensions, { code, ...(data ? { data } : {}) });
  }

  override toJSON() {
    return { ...super.toJSON(), code: this.code };
  }
}

/** The error as callers see it; what is not meant for them is logged and stays generic. */
export function maskError(payload: Payload, error: GraphQLError | Error): GraphQLError {
  const known =
    error instanceof GraphQLError ? error : new GraphQLError(error.message, { originalError: error });
  const status = statusOf(known);
  const original = known.originalError as Original | undefined;
  if (status >= 500) {
    payload.logger.error({ err: error, msg: 'a GraphQL request failed' });
    return new MaskedError(known, 'Something went wrong.', 'internal_error', undefined);
  }
  const own = typeof original?.code === 'string' ? (original.code as ErrorCode) : undefined;
  const code = own ?? codeByName[original?.name ?? ''] ?? codeForStatus(status);
  return new MaskedError(known, known.message, code, original?.data);
}
