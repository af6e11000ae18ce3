/** What endpoints of our own need of a request that came through the editing door: a body, and the rights of its caller. */
import { createLocalReq, type PayloadRequest, type TypedUser } from 'payload';
import { AppError } from './errors.js';

/** A request of the house, with the rights of the caller: lists of a request from outside are cut short. */
export function houseRequest({ locale, payload, user }: PayloadRequest): Promise<PayloadRequest> {
  return createLocalReq({ locale: locale ?? undefined, user: user as TypedUser }, payload);
}

/** The body as text. Throws 400 when it is not UTF-8. */
export async function bodyText(req: PayloadRequest): Promise<string> {
  const bytes = (await req.arrayBuffer?.()) ?? new ArrayBuffer(0);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new AppError('bad_request', 400, 'The body is not UTF-8. Save the file as “CSV UTF-8”.');
  }
}

/** The JSON object that a body holds. Throws 400 for anything else. */
export function readJsonObject(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { ...body };
  } catch {
    // said below, in the same words
  }
  throw new AppError('invalid_json', 400, 'The body must be a JSON object.');
}
