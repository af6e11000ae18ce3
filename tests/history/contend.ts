/** Several who write the same documents in the same moment. */
import { put } from './doors.js';
import type { Kind } from './kinds.js';
import { nextName, perform, type World } from './world.js';
import { localeFor, textsOf } from './writing.js';

/** Of topics that others may delete in the same moment. */
function someTopics({ random, subjects }: World, { prefix }: Kind): { topics?: string[] } {
  const topics = subjects.filter(({ id, isGone, kind }) => kind.collection === 'topics' && id && !isGone);
  if (!prefix || topics.length === 0 || random.chance(0.7)) return {};
  return { topics: random.some(topics, 2).map(({ id }) => id as string) };
}

/** A write to one of the few documents that several write at once. */
export async function contend(world: World, only = world.contended): Promise<boolean> {
  const { id, kind } = world.random.pick(only);
  const caller = world.random.pick([
    world.callers.administrator,
    world.callers.editor,
    world.callers.publisher,
  ]);
  const marker = nextName(world, 'c');
  const locale = localeFor(world, kind);
  const how = world.random.weighted({ publish: 6, draft: 2, down: kind.hasDrafts ? 1 : 0 });
  const isPublishing = how === 'publish' || !kind.hasDrafts;
  const status = kind.hasDrafts && how !== 'draft' ? { _status: how === 'down' ? 'draft' : 'published' } : {};
  const data = how === 'down' ? status : { ...textsOf(kind, marker), ...status, ...someTopics(world, kind) };
  const { asked, door } = put(world.random, {
    kind,
    id,
    data,
    locale,
    isDraft: kind.hasDrafts && how === 'draft',
  });
  const sentAt = performance.now();
  const answer = await perform(world, {
    caller,
    asked,
    subjects: [],
    what: `contend: ${how} by ${door}`,
    apply: () => undefined,
  });
  world.contentions.push({
    ...{ id, marker, actor: caller.label, sentAt, answeredAt: performance.now() },
    ...{ isPublishing: isPublishing && how !== 'down', status: answer && (answer.ok ? 200 : answer.status) },
  });
  return true;
}
