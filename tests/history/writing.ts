/** How one document is written: by whom, in which language, with which texts, through which door. */
import type { Answer, Caller } from './caller.js';
import { docIn, put, type Write } from './doors.js';
import { type Kind, kinds, media } from './kinds.js';
import { type Locale, newSubject, publishOne, type Subject, save } from './model.js';
import { nextName, perform, type World } from './world.js';

/** Someone who probably may, or just anyone. */
export function whoWrites(world: World, { collection }: Kind): Caller {
  const { administrator, compliance, editor, editorOfOne, publisher, publisherOfOne, writer } = world.callers;
  if (world.random.chance(0.1)) return world.random.pick([writer, editorOfOne, editor, compliance]);
  if (
    ['disclaimers', 'services', 'availability', 'rules', 'claims', 'sites', 'licenses'].includes(collection)
  )
    return world.random.pick([administrator, compliance]);
  if (collection === 'notices') return world.random.pick([administrator, compliance, publisher]);
  return world.random.pick([administrator, editor, editorOfOne, publisher, publisherOfOne]);
}

export function pickKind(world: World, isWanted: (kind: Kind) => boolean = () => true): Kind {
  const wanted = kinds.filter((kind) => isWanted(kind) && kind !== media);
  const weights = Object.fromEntries(wanted.map(({ collection, weight }) => [collection, weight]));
  const collection = world.random.weighted(weights);
  return wanted.find((kind) => kind.collection === collection) as Kind;
}

export const localeFor = ({ random }: World, { isLocalized }: Kind): Locale =>
  isLocalized && random.chance(0.3) ? 'es' : 'en';

/** The fields of one language, with a marker that no other write has. */
export function textsOf(kind: Kind, name: string) {
  return { ...kind.texts(name), [kind.marker]: name };
}

export interface New {
  kind: Kind;
  caller?: Caller;
  isPublished?: boolean;
  sites?: string[];
}

/** A new document: a draft, public, or kept back. */
export async function create(world: World, given?: New): Promise<Subject | null> {
  const kind = given?.kind ?? pickKind(world);
  const { random } = world;
  const name = nextName(world, 'w');
  const sites = given?.sites ?? random.some(world.sites, 2);
  const isPublished = given?.isPublished ?? random.chance(0.4);
  const subject = newSubject(
    kind,
    { texts: { en: name }, slug: kind.hasSlug ? name : null, topics: [] },
    sites,
  );
  subject.isLive = !kind.hasLive || isPublished;
  const parts = {
    name,
    sites,
    service: random.pick(world.services.concat(world.services.length ? [] : [''])),
    count: world.count,
  };
  const data = {
    ...{ ...kind.rest(parts), ...textsOf(kind, name), ...(kind.hasSlug ? { slug: name } : {}) },
    ...(kind.hasLive ? { live: isPublished } : {}),
    ...(kind.hasDrafts && isPublished ? { _status: 'published' } : {}),
  };
  const caller = given?.caller ?? whoWrites(world, kind);
  const { asked, door } = put(random, { kind, data, isDraft: kind.hasDrafts && !isPublished });
  await perform(world, {
    ...{ caller, asked, subjects: [subject], what: `create by ${door}` },
    apply: (each, answer) => {
      if (answer) each.id = docIn(answer.body).id;
      if (!kind.hasDrafts) save(each, caller.label);
      else if (isPublished) publishOne(each, 'en', caller.label);
    },
  });
  if (subject.id || subject.isUnsure) world.subjects.push(subject);
  return subject.id ? subject : null;
}

type Change = Omit<Write, 'kind' | 'id'> & {
  what: string;
  apply(subject: Subject, actor: string, answer?: Answer): void;
};

/** Writes to one document that exists. */
export async function change(
  world: World,
  subject: Subject,
  { apply, what, ...rest }: Change,
): Promise<boolean> {
  const caller = whoWrites(world, subject.kind);
  const { asked, door } = put(world.random, { ...rest, kind: subject.kind, id: subject.id as string });
  await perform(world, {
    ...{ caller, asked, subjects: [subject], what: `${what} by ${door}` },
    apply: (each, answer) => apply(each, caller.label, answer),
  });
  return true;
}
