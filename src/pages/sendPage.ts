/** Sends a composed page in the format asked for, with the headers that go with it. */
import type { Request, Response } from 'express';
import type { Payload } from 'payload';
import { sendAnswer } from '../sendAnswer.js';
import type { ComposedPage } from './answerPage.js';
import type { PageView } from './parsePageQuery.js';
import { representPage } from './representPage.js';

interface Asked {
  payload: Payload;
  req: Request;
  res: Response;
}

/** A page that is opened by itself may also load the pictures of the house; nothing in it may run. */
const documentPolicy = ({ config }: Payload) =>
  `default-src 'none';img-src 'self' ${config.serverURL};frame-ancestors 'none';sandbox allow-popups`;

/** What is private is kept by nobody and found by no search engine. */
export async function sendPage(
  { payload, req, res }: Asked,
  composed: ComposedPage,
  { isPrivate, view }: { view: PageView; isPrivate: boolean },
): Promise<void> {
  const representation = await representPage(composed, view, { isHidden: isPrivate });
  if (isPrivate) res.setHeader('X-Robots-Tag', 'noindex');
  if (view.format === 'html') res.setHeader('Content-Security-Policy', documentPolicy(payload));
  sendAnswer({ req, res }, representation, { isPrivate });
}
