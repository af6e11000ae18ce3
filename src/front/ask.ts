/** One question to the back, and its whole answer. */
import { type Agent, type IncomingMessage, request } from 'node:http';
import type { BackAnswer } from './answers.js';
import { keepHeader } from './keep.js';

/** A question that the front can ask again on behalf of anybody: nothing in it tells who asked first. */
export interface Question {
  method: 'GET' | 'POST';
  path: string;
  /** Name and value in turn. */
  headers: readonly string[];
  body?: Buffer;
}

/** How the back is reached. */
export interface Back {
  agent: Agent;
  socketPath: string;
}

/** What an answer depends on can be thousands of slots. */
const maxHeaderSize = 1024 * 1024;

/** Longer than the longest deadline of the back: then it will not answer any more. Milliseconds. */
const patience = 150_000;

/** Rejects when the back does not answer, or stops in the middle of it. */
export function ask(question: Question, { agent, socketPath }: Back): Promise<BackAnswer> {
  const { body, headers, method, path } = question;
  return new Promise((resolve, reject) => {
    const length = body ? ['Content-Length', String(body.length)] : [];
    const upstream = request({
      ...{ agent, maxHeaderSize, method, path, setHost: false, socketPath, timeout: patience },
      headers: [...headers, ...length, keepHeader, 'ask'],
    });
    upstream.once('timeout', () => upstream.destroy(new Error('The back does not answer.')));
    upstream.on('error', reject);
    upstream.once('response', (answer) => collect(answer).then(resolve, reject));
    upstream.end(body);
  });
}

async function collect(answer: IncomingMessage): Promise<BackAnswer> {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  return { body: Buffer.concat(parts), headers: answer.rawHeaders, status: answer.statusCode ?? 502 };
}
