/** GET and HEAD /api/availability/check, summary, map.svg and counties: the same answers for everybody, and the past for those who may. */
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Payload } from 'payload';
import { summaryHtml } from '../../availability/summaryHtml.js';
import { searchOf } from '../../parameters.js';
import { positionHeader } from '../../publishing/ledger/atOnePosition.js';
import { userOf } from '../../requestUser.js';
import { asJson, type Representation, sendAnswer } from '../../sendAnswer.js';
import {
  answerCheck,
  answerCounties,
  answerMap,
  answerSummary,
  type SummarizedAvailability,
} from './answers.js';
import { bookNow } from './availabilityBook.js';
import type { FoundServices } from './findServices.js';
import { findIn, openBook } from './openBook.js';
import {
  type AskedServices,
  parseCheckQuery,
  parseCountiesQuery,
  parseMapQuery,
  parseSummaryQuery,
} from './parseAvailabilityQuery.js';

/** A kind of question: how it is read, and what is answered. */
interface Question<Q extends AskedServices> {
  parse(search: URLSearchParams): Q;
  answer(found: FoundServices, query: Q, at: string): Representation;
}

async function answerQuestion<Q extends AskedServices>(
  { payload, req, res }: { payload: Payload; req: Request; res: Response },
  { answer, parse }: Question<Q>,
): Promise<void> {
  const query = parse(new URLSearchParams(searchOf(req.originalUrl)));
  const user = userOf(res);
  const open = await openBook({ payload, user }, query);
  res.setHeader(positionHeader, String(open.position));
  const found = findIn(open, query, user);
  sendAnswer({ req, res }, answer(found, query, open.at), { isPrivate: open.isPast });
}

const check = {
  parse: parseCheckQuery,
  answer: (...asked: Parameters<typeof answerCheck>) => asJson(answerCheck(...asked)),
};

/** In the form that the caller likes best; JSON when it likes none of ours. */
function presentSummary(req: Request, answer: SummarizedAvailability): Representation {
  const { format, locale, text } = answer;
  const form = req.accepts(['json', 'text', 'html']) || 'json';
  if (form === 'text') return { type: 'text/plain; charset=utf-8', body: text, language: locale };
  if (form === 'html') {
    const body = summaryHtml(answer, format, locale);
    return { type: 'text/html; charset=utf-8', body, language: locale };
  }
  return asJson(answer);
}

function summaryFor(req: Request, res: Response): Question<ReturnType<typeof parseSummaryQuery>> {
  res.vary('Accept');
  return {
    parse: parseSummaryQuery,
    answer: (...asked) => presentSummary(req, answerSummary(...asked)),
  };
}

/** The API's own policy lets nothing run or load; a picture that is opened by itself also needs its own style sheet. */
const mapPolicy = "default-src 'none';style-src 'unsafe-inline';frame-ancestors 'none';sandbox";

const map = {
  parse: parseMapQuery,
  answer: (...asked: Parameters<typeof answerMap>) => ({
    type: 'image/svg+xml; charset=utf-8',
    body: answerMap(...asked),
  }),
};

function handleCounties(payload: Payload): RequestHandler {
  return async (req, res) => {
    const answer = answerCounties(parseCountiesQuery(new URLSearchParams(searchOf(req.originalUrl))));
    res.setHeader(positionHeader, String((await bookNow(payload)).position));
    sendAnswer({ req, res }, asJson(answer), { isPrivate: false });
  };
}

/** Mounted at /api/availability, before what would take these names for ids. Calls next() for everything else. */
export function createAvailabilityRouter({ payload }: { payload: Payload }): Router {
  const router = Router({ caseSensitive: true });
  router.get('/check', (req, res) => answerQuestion({ payload, req, res }, check));
  router.get('/summary', (req, res) => answerQuestion({ payload, req, res }, summaryFor(req, res)));
  router.get('/map.svg', (req, res) => {
    res.setHeader('Content-Security-Policy', mapPolicy);
    return answerQuestion({ payload, req, res }, map);
  });
  router.get('/counties', handleCounties(payload));
  return router;
}
