/** Writes that must be refused, and leave nothing behind. */
import { put } from './doors.js';
import type { Subject } from './model.js';
import { choose, nextName, perform, type World } from './world.js';
import { textsOf } from './writing.js';

/** Must be refused and change nothing; its marker must never be seen. */
export async function saveWrongly(world: World): Promise<boolean> {
  const subject = choose(world, ({ inTrash }) => !inTrash);
  if (!subject) return false;
  const { collection, hasDrafts, hasSlug, isLocalized } = subject.kind;
  const name = nextName(world, 'never');
  const other = world.subjects.find(
    (each) => each.kind === subject.kind && each !== subject && each.shown?.slug,
  );
  const wrongs = [
    ...(hasSlug ? [{ slug: 'count' }, { slug: 'Not A Slug' }] : []),
    ...(hasSlug && other && !other.isBusy && !other.isUnsure ? [{ slug: other.shown?.slug }] : []),
    ...(['articles', 'faqs', 'misconceptions'].includes(collection)
      ? [{ topics: [crypto.randomUUID()] }]
      : []),
    ...(isLocalized && collection !== 'availability' ? [{ ...requiredTextOf(subject), '': '' }] : []),
    ...(collection === 'availability' ? [{ state: 'XX' }] : []),
    ...(collection === 'redirects' ? [{ to: 'no path' }] : []),
    ...(collection === 'rules' ? [{ severity: 'sometimes' }] : []),
    ...(collection === 'claims' ? [{ status: 'sometimes' }] : []),
    ...(collection === 'licenses' ? [{ state: 'XX' }] : []),
    ...(collection === 'people' ? [{ name: '' }] : []),
  ];
  const { '': _none, ...wrong } = world.random.pick(wrongs) as Record<string, unknown>;
  const data = { ...textsOf(subject.kind, name), ...wrong, ...(hasDrafts ? { _status: 'published' } : {}) };
  const isOfOther = other !== undefined && wrong.slug === other.shown?.slug;
  const { administrator } = world.callers;
  const { asked, door } = put(world.random, { kind: subject.kind, id: subject.id as string, data });
  await perform(world, {
    // the other must not let go of its slug meanwhile
    ...{ caller: administrator, asked, subjects: isOfOther ? [subject, other] : [subject] },
    what: `save wrongly by ${door}`,
    apply: (_each, answer) => {
      if (answer) world.problems.push(`${collection}: ${JSON.stringify(wrong)} was accepted by ${door}`);
    },
  });
  return true;
}

/** The title of a language made empty. */
function requiredTextOf({ kind }: Subject): Record<string, unknown> {
  const [title] = Object.keys(kind.texts('x'));
  return title ? { [title]: '' } : { name: '' };
}

/** By someone who may read and nothing else. */
export async function saveWithoutRight(world: World): Promise<boolean> {
  const subject = choose(world, ({ inTrash }) => !inTrash);
  if (!subject) return false;
  const name = nextName(world, 'never');
  const data = {
    ...textsOf(subject.kind, name),
    ...(subject.kind.hasDrafts ? { _status: 'published' } : {}),
  };
  const { asked, door } = put(world.random, { kind: subject.kind, id: subject.id as string, data });
  await perform(world, {
    ...{ caller: world.callers.reader, asked, subjects: [subject], what: `save without a right by ${door}` },
    apply: (_each, answer) => {
      if (answer) world.problems.push(`${subject.kind.collection}: someone without a right saved by ${door}`);
    },
  });
  return true;
}
