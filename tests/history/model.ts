/**
 * What the history expects of one document: what is drafted of it, what is public of it, and which records its writes must
 * have left. Changed only by writes that were answered with success.
 */
import type { Kind } from './kinds.js';

/** Markers by language; `en` alone where the field has no language. */
export type Texts = Readonly<Partial<Record<'en' | 'es', string>>>;
export type Locale = keyof Texts;

/** What tells one public state from another. */
export interface State {
  texts: Texts;
  slug: string | null;
  /** The ids of its topics, where it can have some. */
  topics: readonly string[];
}

export interface Expected {
  act: 'publish' | 'change' | 'unpublish' | 'delete';
  state: State | null;
  actor: string;
}

export interface Subject {
  kind: Kind;
  id: string | null;
  sites: string[];
  draft: State;
  shown: State | null;
  /** Of what is in the trash: what will be public again when it is taken out. */
  inTrash: { shown: State | null } | null;
  /** Of what is published by saving: not kept back. */
  isLive: boolean;
  isGone: boolean;
  /** Somebody is writing it; others leave it alone. */
  isBusy: boolean;
  /** Was written when the server went away. */
  isUnsure: boolean;
  /** Every record that it must have, in order. */
  expected: Expected[];
  formerSlugs: string[];
}

const isEqual = (one: unknown, other: unknown) =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .map(([name, each]) => [name, sorted(each)]),
      )
    : value;

export const isSameState = (one: State | null, other: State | null): boolean => isEqual(one, other);

export function newSubject(kind: Kind, draft: State, sites: string[]): Subject {
  return {
    ...{ kind, draft, sites, id: null, shown: null, inTrash: null, expected: [], formerSlugs: [] },
    ...{ isLive: true, isGone: false, isBusy: false, isUnsure: false },
  };
}

/** Makes `next` what is public; a record is due when that is another state than before. */
export function show(subject: Subject, next: State | null, actor: string, isDeleted = false): void {
  const before = subject.shown;
  if (isSameState(before, next)) return;
  subject.shown = next;
  const dark = isDeleted ? 'delete' : 'unpublish';
  const act = next ? (before ? 'change' : 'publish') : dark;
  subject.expected.push({ act, state: next, actor });
}

/** One language of the draft becomes public, and with it everything that has no language. */
export function publishOne(subject: Subject, locale: Locale, actor: string): void {
  const { draft, kind, shown } = subject;
  const others = kind.isLocalized ? shown?.texts : {};
  show(subject, { ...draft, texts: { ...others, [locale]: draft.texts[locale] } }, actor);
}

export function publishAll(subject: Subject, actor: string): void {
  show(subject, subject.draft, actor);
}

export function write(subject: Subject, locale: Locale, marker: string | undefined): void {
  if (marker === undefined) return;
  subject.draft = { ...subject.draft, texts: { ...subject.draft.texts, [locale]: marker } };
}

/** What is published by saving: the row is public as it is, or kept back. */
export function save(subject: Subject, actor: string): void {
  show(subject, subject.isLive ? subject.draft : null, actor);
}

/** A copy to try a write on. */
export const copyOf = (subject: Subject): Subject => ({ ...subject, expected: [...subject.expected] });

/** A document from the database as the model sees it. */
export function stateOf(kind: Kind, row: Record<string, unknown>): State {
  const value = row[kind.marker];
  const texts = typeof value === 'object' && value !== null ? value : { en: value };
  const filled = Object.entries(texts).filter(([, text]) => typeof text === 'string' && text !== '');
  const topics = kind.prefix && Array.isArray(row.topics) ? (row.topics as string[]) : [];
  return { texts: Object.fromEntries(filled), slug: kind.hasSlug ? String(row.slug) : null, topics };
}

/** A topic is gone: drafts that had it are without it. What is public cannot have had it. */
export function forget(subjects: readonly Subject[], topic: string): void {
  for (const subject of subjects) {
    const { draft } = subject;
    if (draft.topics.includes(topic)) {
      subject.draft = { ...draft, topics: draft.topics.filter((id) => id !== topic) };
    }
  }
}
