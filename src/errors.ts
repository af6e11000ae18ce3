// The errors that callers see: one shape, one closed list of codes. Knows neither Express nor Payload.

/** Every code that an answer can carry, what HTTP status goes with it, and when it is used. */
export const errorCodes = {
  bad_request: { status: 400, meaning: 'The request cannot be understood: address, headers or body.' },
  invalid_json: { status: 400, meaning: 'The body is not JSON.' },
  invalid_parameter: {
    status: 400,
    meaning: 'A parameter is unknown, malformed or not allowed; `path` names it.',
  },
  validation_failed: {
    status: 400,
    meaning: 'The document does not hold what it must; each error names its field.',
  },
  unauthenticated: { status: 401, meaning: 'This address needs a signed-in person or an API key.' },
  invalid_credentials: {
    status: 401,
    meaning: 'The token, API key, e-mail or password sent is wrong or has expired.',
  },
  forbidden: { status: 403, meaning: 'Signed in, but without the right to do this.' },
  not_found: { status: 404, meaning: 'There is nothing at this address.' },
  method_not_allowed: { status: 405, meaning: 'The address exists, but not for this method.' },
  conflict: { status: 409, meaning: 'Somebody else changed it first, or it is still referred to.' },
  gone: { status: 410, meaning: 'It was published and has been taken down.' },
  payload_too_large: { status: 413, meaning: 'The body is larger than allowed.' },
  unsupported_media_type: { status: 415, meaning: 'The kind of body is not accepted here.' },
  locked: { status: 423, meaning: 'Somebody else is editing the document.' },
  too_many_requests: {
    status: 429,
    meaning: 'Too many attempts, or too much that nobody asked before; Retry-After says when to come back.',
  },
  internal_error: {
    status: 500,
    meaning: 'Something went wrong on our side; the X-Request-Id finds it in the log.',
  },
  unavailable: {
    status: 503,
    meaning: 'Not ready, or too busy to answer in time; Retry-After says when to come back.',
  },
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** One entry of the public error shape `{ errors: [...] }`. */
export interface PublicError {
  message: string;
  code: ErrorCode;
  /** The parameter or field that is meant. */
  path?: string;
  /** Only on answers to signed-in people: Payload's own error name and its list of fields, which its admin shows. */
  name?: string;
  data?: unknown;
}

/** An error whose message callers may read. Whatever else is thrown becomes a generic internal_error. */
export class AppError extends Error {
  /** Seconds after which trying again makes sense. */
  retryAfter?: number;

  constructor(
    readonly code: ErrorCode,
    readonly status: number,
    message: string,
    readonly path?: string,
  ) {
    super(message);
    this.name = 'AppError';
  }

  toJSON(): { errors: PublicError[] } {
    return {
      errors: [{ message: this.message, code: this.code, ...(this.path ? { path: this.path } : {}) }],
    };
  }
}

/** A parameter that is unknown, malformed or not allowed; the answer names it. */
export function invalidParameter(parameter: string, message: string): AppError {
  return new AppError('invalid_parameter', 400, message, parameter);
}

/** There is nothing at this address, or nothing that the caller may know of. */
export function notFound(): AppError {
  return new AppError('not_found', 404, 'There is nothing at this address.');
}

/** There was a page at this address, and it has been taken down. */
export function gone(): AppError {
  return new AppError('gone', 410, 'What was published at this address has been taken down.');
}

/** The address exists for signed-in people and API keys only. */
export function unauthenticated(): AppError {
  return new AppError('unauthenticated', 401, 'Sign in, or send an API key, to use this address.');
}

/** Not ready, or too slow: the caller may try again in `retryAfter` seconds. */
export function unavailable(message: string, retryAfter: number): AppError {
  return Object.assign(new AppError('unavailable', 503, message), { retryAfter });
}

const codeByStatus: Record<number, ErrorCode> = {
  400: 'bad_request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  409: 'conflict',
  410: 'gone',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
  423: 'locked',
  429: 'too_many_requests',
  501: 'not_found',
  503: 'unavailable',
};

/** The code that a status has when nothing more is known about the error. */
export function codeForStatus(status: number): ErrorCode {
  return codeByStatus[status] ?? (status >= 500 ? 'internal_error' : 'bad_request');
}

/** The codes of the errors that Payload throws, by their names. */
export const codeByName: Readonly<Record<string, ErrorCode>> = {
  ValidationError: 'validation_failed',
  QueryError: 'invalid_parameter',
  AuthenticationError: 'invalid_credentials',
  LockedAuth: 'invalid_credentials',
  UnauthorizedError: 'unauthenticated',
};
