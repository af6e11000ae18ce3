/** Whether an answer that was kept is what would be answered anew. */
import type { Answer } from './ask.js';

/** What may differ, as documented, and what is of one connection or of one encoding. */
const unequal = new Set([
  ...['age', 'connection', 'content-encoding', 'content-length', 'date', 'keep-alive'],
  ...['ledger-position', 'server-timing', 'transfer-encoding', 'x-request-id'],
]);

/** Of each encoding its own (src/front/answers.ts). */
const withoutEncoding = (tag: string): string => tag.replace(/-(br|gz)"$/, '"');

const namesIn = (list: string): string[] =>
  list
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'accept-encoding')
    .sort();

function normal(name: string, value: string): string {
  if (name === 'etag') return withoutEncoding(value);
  if (name === 'vary') return namesIn(value).join(', ');
  return value;
}

/** Everything of an answer that must be the same, header by header. */
export function essence({ headers, status, text }: Answer): Record<string, string> {
  const kept = Object.entries(headers)
    .filter(([name]) => !unequal.has(name))
    .map(([name, value]) => [name, normal(name, value)] as const)
    .filter(([, value]) => value !== '');
  return { ...Object.fromEntries(kept), ':body': text, ':status': String(status) };
}

/** The names of what differs. */
export function differing(one: Answer, other: Answer): string[] {
  const [first, second] = [essence(one), essence(other)];
  const names = new Set([...Object.keys(first), ...Object.keys(second)]);
  return [...names].filter((name) => first[name] !== second[name]).sort();
}

/** The first place where two texts part, with some of what stands around it. */
export function parting(one: string, other: string): string {
  const least = Math.min(one.length, other.length);
  let at = 0;
  while (at < least && one[at] === other[at]) at += 1;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 40), at + 80));
  return `at ${at}: ${around(one)} instead of ${around(other)}`;
}
