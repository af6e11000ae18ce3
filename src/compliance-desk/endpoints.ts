/** /api/compliance-desk. The editing door has turned strangers away before. Everything here only reads. */
import type { Endpoint, PayloadRequest } from 'payload';
import { mayDo } from '../../collections/access/actors.js';
import { bodyText, houseRequest, readJsonObject } from '../editingRequests.js';
import { AppError } from '../errors.js';
import { conditionChoices } from './choices.js';
import { matchingPages } from './matchingPages.js';
import { previewProposal } from './previewProposal.js';

/** For people, and for keys that may read what is not public. */
function requireRight(req: PayloadRequest): void {
  if (mayDo(req, 'rules', 'readDrafts') && mayDo(req, 'disclaimers', 'readDrafts')) return;
  throw new AppError('forbidden', 403, 'This is for those who may read drafts of rules and disclaimers.');
}

async function answerChoices(req: PayloadRequest): Promise<Response> {
  requireRight(req);
  return Response.json(await conditionChoices(await houseRequest(req)));
}

type Answering = (req: PayloadRequest, body: Record<string, unknown>) => Promise<unknown>;

const answering =
  (answer: Answering) =>
  async (req: PayloadRequest): Promise<Response> => {
    requireRight(req);
    const body = readJsonObject(await bodyText(req));
    return Response.json(await answer(await houseRequest(req), body));
  };

export const complianceDeskEndpoints: Endpoint[] = [
  { path: '/compliance-desk/choices', method: 'get', handler: answerChoices },
  { path: '/compliance-desk/matches', method: 'post', handler: answering(matchingPages) },
  { path: '/compliance-desk/preview', method: 'post', handler: answering(previewProposal) },
];
