// REST for strangers, made from the allow-list: lists find, documents show. What it does not answer, it passes on.
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Payload } from 'payload';
import { notFound } from '../errors.js';
import { searchOf } from '../parameters.js';
import { atOnePosition, positionHeader } from '../publishing/ledger/atOnePosition.js';
import { userOf } from '../requestUser.js';
import { asJson, sendAnswer } from '../sendAnswer.js';
import { addDisclaimers } from './addDisclaimers.js';
import { allowList, type PublicSlug } from './allowList.js';
import { countPublic, findPublicDocument, findPublicList } from './findPublic.js';
import { parseQuery, type Question } from './query/parseQuery.js';

/** Signed-in people and keys are answered by Payload itself, with their own rights. */
const strangersOnly: RequestHandler = (_req, res, next) => (userOf(res) ? next('router') : next());

const readsOnly: RequestHandler = (req, _res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD') return next();
  // what strangers may never do here is left to the editing tier, which asks for credentials
  return next('router');
};

function asked(payload: Payload, collection: PublicSlug, question: Question, url: string) {
  return { payload, collection, query: parseQuery(allowList[collection], question, searchOf(url)) };
}

async function answerList(payload: Payload, collection: PublicSlug, url: string) {
  const question = asked(payload, collection, 'list', url);
  const list = await findPublicList(question);
  const { depth, site } = question.query;
  const docs = await addDisclaimers({ payload, collection, depth, docs: list.docs, site });
  return { ...list, docs };
}

async function answerDocument(payload: Payload, collection: PublicSlug, idOrSlug: string, url: string) {
  const question = asked(payload, collection, 'document', url);
  const doc = await findPublicDocument(question, idOrSlug);
  if (!doc) return null;
  const { depth, site } = question.query;
  const [answer] = await addDisclaimers({ payload, collection, depth, docs: [doc], site });
  return answer;
}

/** With the position that the answer is of; without one when others never stopped publishing meanwhile. */
async function send(
  payload: Payload,
  { req, res }: { req: Request; res: Response },
  compose: () => Promise<unknown>,
): Promise<void> {
  const { answer, position } = await atOnePosition(payload, compose);
  if (position !== null) res.set(positionHeader, String(position));
  if (answer === null) throw notFound();
  sendAnswer({ req, res }, asJson(answer), { isPrivate: false });
}

/** GET and HEAD for every public collection. */
export function createRestRouter(payload: Payload): Router {
  const router = Router({ caseSensitive: true });
  router.use(strangersOnly, readsOnly);
  for (const collection of Object.keys(allowList) as PublicSlug[]) {
    router.get(`/${collection}`, async (req, res) => {
      await send(payload, { req, res }, () => answerList(payload, collection, req.originalUrl));
    });
    router.get(`/${collection}/count`, async (req, res) => {
      const question = asked(payload, collection, 'count', req.originalUrl);
      await send(payload, { req, res }, () => countPublic(question));
    });
    router.get(`/${collection}/:idOrSlug`, async (req, res) => {
      const { idOrSlug } = req.params;
      await send(payload, { req, res }, () => answerDocument(payload, collection, idOrSlug, req.originalUrl));
    });
  }
  return router;
}
