/** Which headers are of one connection, and end with it. */
import type { HeaderList } from './answers.js';

/** RFC 9110, 7.6.1. Trailers are passed on without being announced: who is announced to may not want them. */
const ofTheConnection = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** Those that `Connection` names; none without which a request would mean something else. */
function named(headers: HeaderList): string[] {
  const names: string[] = [];
  for (let index = 0; index < headers.length; index += 2) {
    if (headers[index]?.toLowerCase() !== 'connection') continue;
    for (const name of headers[index + 1]?.split(',') ?? []) names.push(name.trim().toLowerCase());
  }
  return names.filter((name) => !endToEnd.has(name));
}

/** RFC 9110, 7.6.1: Connection must not name what is meant for all recipients. */
const endToEnd = new Set(['authorization', 'content-length', 'content-type', 'cookie', 'host', 'origin']);

/** The headers that go on, without some `more` names, in lower case. */
export function withoutHop(headers: HeaderList, more: readonly string[]): string[] {
  const gone = new Set([...ofTheConnection, ...more, ...named(headers)]);
  const kept: string[] = [];
  for (let index = 0; index < headers.length; index += 2) {
    const name = headers[index] as string;
    if (!gone.has(name.toLowerCase())) kept.push(name, headers[index + 1] as string);
  }
  return kept;
}
