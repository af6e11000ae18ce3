/** Publishes and takedowns at a time, while the server is killed at that very time. */
import { setTimeout as pause } from 'node:timers/promises';
import { kindOf } from './kinds.js';
import { publishOne, type Subject, show } from './model.js';
import type { House } from './server.js';
import type { World } from './world.js';
import { create } from './writing.js';

const patienceMs = 240_000;
const minute = 60_000;

async function scheduleOne(world: World, subject: Subject, action: 'publish' | 'unpublish', at: string) {
  const { editor: caller } = world.callers;
  const body = { collection: subject.kind.collection, id: subject.id, action, at };
  const answer = await caller.ask('schedule', { method: 'POST', path: '/api/schedule', body });
  if (!answer?.ok)
    return void world.problems.push(`schedule: ${answer?.status} ${JSON.stringify(answer?.body)}`);
  subject.isUnsure = true;
  world.unsure.push({
    ...{ what: `scheduled ${action}`, subjects: [subject], isPartial: false },
    apply: (each) =>
      action === 'publish' ? publishOne(each, 'en', caller.label) : show(each, null, caller.label),
  });
}

async function waitUntilDone({ callers: { editor } }: World): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (const state of ['due', 'running']) {
    while (Date.now() < deadline) {
      const answer = await editor.ask('list what is due', {
        method: 'GET',
        path: `/api/schedule?state=${state}`,
      });
      if (answer?.ok && answer.body.docs?.length === 0) break;
      await pause(500);
    }
  }
}

/** Each is carried out once, although the server is killed while they are. Answers what has not been carried out. */
export async function scheduleAndKill(house: House, world: World, count: number): Promise<string[]> {
  const { administrator: caller } = world.callers;
  const made: Subject[] = [];
  for (let index = 0; index < count; index += 1) {
    const subject = await create(world, { kind: kindOf('articles'), caller, isPublished: index % 2 === 0 });
    if (subject) made.push(subject);
  }
  const at = new Date(Date.now() + 3_000).toISOString();
  for (const subject of made) await scheduleOne(world, subject, subject.shown ? 'unpublish' : 'publish', at);
  await pause(minute - (Date.now() % minute) + world.random.below(1_500));
  await house.kill();
  await house.start();
  await waitUntilDone(world);
  const wrong = await Promise.all(
    made.map(async ({ id, shown }) => {
      const answer = await caller.ask('read', {
        method: 'GET',
        path: `/api/articles/${id}?draft=false&depth=0`,
      });
      const isShown = answer?.body._status === 'published';
      return isShown === (shown === null)
        ? []
        : [`${id} should ${shown ? 'be dark' : 'be public'} by schedule`];
    }),
  );
  return wrong.flat();
}
