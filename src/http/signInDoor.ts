// The short list of what strangers may ask of accounts. No answer says whether an account exists, nor does its timing.
import { setTimeout as delay } from 'node:timers/promises';
import {
  type Response as ExpressResponse,
  type NextFunction,
  type Request,
  type RequestHandler,
  Router,
} from 'express';
import type { Payload } from 'payload';
import { AppError, invalidParameter } from '../errors.js';
import { type Bridge, inPublicShape } from './bridge.js';
import { createRateLimits } from './rateLimits.js';
import { readBody } from './readBody.js';
import { sendWebResponse } from './webRequest.js';

const bodyLimit = 64 * 1024;
/** Checking a password takes about half a second, an unknown account none: both are answered after whole ones. */
const step = 1000;
const shortestPassword = 12;

interface SignInDoorParts {
  payload: Payload;
  bridge: Bridge;
}

/** Signing in and out, and forgotten passwords, for the collection of people. */
export function createSignInDoor({ payload, bridge }: SignInDoorParts): Router {
  const people = `/${payload.config.admin.user}`;
  const limits = createRateLimits();
  const router = Router({ caseSensitive: true });
  const pass: RequestHandler = (req, res) => bridge.pass(req, res, { query: '' });
  router.use(people, keepPrivate);
  router.post(`${people}/login`, limits.loginByAddress, readForm, limits.loginByAccount, signIn(bridge));
  router.post(
    `${people}/forgot-password`,
    limits.mailByAddress,
    readForm,
    limits.mailByAccount,
    sendReset(bridge),
  );
  router.post(`${people}/reset-password`, limits.resetByAddress, readForm, resetPassword(bridge));
  router.post([`${people}/logout`, `${people}/refresh-token`], pass);
  router.get(`${people}/me`, pass);
  return router;
}

const keepPrivate: RequestHandler = (_req, res, next) => {
  res.setHeader('Cache-Control', 'private, no-store');
  next();
};

function signIn(bridge: Bridge): RequestHandler {
  return async (req, res) => {
    const started = Date.now();
    const json = { email: textOf(req, 'email'), password: textOf(req, 'password') };
    const answer = await bridge.ask(req, res, { json, query: '' });
    if (answer.ok) return sendWebResponse(res, answer);
    if (answer.status >= 500) return sendWebResponse(res, await inPublicShape(answer));
    await untilWholeStep(started);
    throw new AppError('invalid_credentials', 401, 'The e-mail address or password is wrong.');
  };
}

/** Always the same answer at the same moment; the mail may still be on its way. */
function sendReset(bridge: Bridge): RequestHandler {
  return async (req, res) => {
    const sending = bridge.ask(req, res, { json: { email: textOf(req, 'email') }, query: '' });
    sending.then(
      (answer) =>
        answer.status >= 500 && req.log?.error({ status: answer.status }, 'a reset mail could not be sent'),
      (error: unknown) => req.log?.error({ err: error }, 'a reset mail could not be sent'),
    );
    await delay(step);
    if (!res.headersSent) res.json({ message: 'Success' });
  };
}

function resetPassword(bridge: Bridge): RequestHandler {
  return async (req, res) => {
    const json = { token: textOf(req, 'token'), password: textOf(req, 'password') };
    if (json.password.length < shortestPassword) {
      const message = `A password has at least ${shortestPassword} characters.`;
      throw new AppError('validation_failed', 400, message, 'password');
    }
    await bridge.pass(req, res, { json, query: '' });
  };
}

function textOf(req: Request, name: string): string {
  const value = (req.body as Record<string, unknown>)[name];
  if (typeof value === 'string' && value !== '') return value;
  throw invalidParameter(name, `${name} is required and must be text.`);
}

async function untilWholeStep(started: number): Promise<void> {
  const passed = Date.now() - started;
  await delay(Math.ceil((passed + 1) / step) * step - passed);
}

/** Programs send JSON, the admin sends a form with the JSON in `_payload`. */
async function readForm(req: Request, _res: ExpressResponse, next: NextFunction): Promise<void> {
  const body = await readBody(req, bodyLimit);
  const type = req.headers['content-type'] ?? '';
  const text = type.startsWith('multipart/form-data') ? await payloadOf(body, type) : body.toString('utf8');
  req.body = parseObject(text);
  next();
}

async function payloadOf(body: Buffer<ArrayBuffer>, type: string): Promise<string> {
  try {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    return String(form.get('_payload') ?? '');
  } catch {
    throw new AppError('bad_request', 400, 'The form cannot be read.');
  }
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Answered below like every other body that is no object.
  }
  throw new AppError('invalid_json', 400, 'The body must be a JSON object.');
}
