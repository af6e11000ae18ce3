// No request waits for ever: past its deadline the caller is told to come back. Work that has begun is not undone.
import type { RequestHandler } from 'express';
import { unavailable } from '../errors.js';
import { sendError } from './errorHandler.js';

const usual = 30_000;
const forFiles = 120_000;

/** Answers 503 with Retry-After when nothing was answered within 30 seconds, two minutes for uploads and CSV. */
export const answerInTime: RequestHandler = (req, res, next) => {
  const isUpload = /^(multipart\/|text\/csv)/i.test(req.headers['content-type'] ?? '');
  const timer = setTimeout(
    () => {
      if (!res.headersSent) sendError(res, unavailable('This takes too long at the moment.', 5));
    },
    isUpload ? forFiles : usual,
  );
  res.once('close', () => clearTimeout(timer));
  next();
};
