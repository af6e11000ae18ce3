/**
 * Purges: a delivery network is told right after a write, and again a few seconds later by a job that was written together with
 * it. The first is quick; the second comes surely, and lets go what was on its way to the network while the write was made.
 */
import type { Config, DatabaseAdapter, Payload, PayloadRequest, Plugin, TaskConfig } from 'payload';
import type { WriteListener, WrittenDocument } from '../../database/tap.js';
import { everything } from '../../front/generations.js';
import { purgeQueue } from '../../jobs/runDueJobs.js';
import { slotsMovedBy } from '../moves.js';
import { isHeard } from '../tags.js';
import { keysOf } from './headers.js';
import { type DownstreamPolicies, eachTarget } from './policy.js';
import { tellNetwork } from './tellNetwork.js';

const taskSlug = 'purge';

const secondAfter = 5_000;

/** What is written at about the same time is told at once. */
const gatherFor = 100;

interface PurgeInput {
  /** A site of the target: the secret stays in the settings. */
  site: string;
  keys: string[];
}

/** Both read the policies of this process. Where there are none, they do nothing. */
export interface Purging {
  listeners: WriteListener[];
  plugin: Plugin;
}

const keysMovedBy = (documents: readonly WrittenDocument[], adapter: DatabaseAdapter): string[] =>
  keysOf(slotsMovedBy(documents, adapter));

function makeTask(policies: DownstreamPolicies): TaskConfig<{ input: PurgeInput; output: object }> {
  return {
    slug: taskSlug,
    retries: { attempts: 10, backoff: { type: 'exponential', delay: 5_000 } },
    handler: async ({ input: { keys, site } }) => {
      const policy = policies[site];
      if (policy) await tellNetwork(policy, keys);
      return { output: {} };
    },
  };
}

/** Tells the networks without anybody waiting for it; what fails is done by the job. */
class Prompt {
  private readonly keys = new Set<string>();

  constructor(private readonly policies: DownstreamPolicies) {}

  add(keys: readonly string[]): void {
    if (this.keys.size === 0) setTimeout(() => this.tell(), gatherFor).unref();
    for (const key of keys) this.keys.add(key);
  }

  private tell(): void {
    const keys = [...this.keys];
    this.keys.clear();
    for (const [, policy] of eachTarget(this.policies)) void tellNetwork(policy, keys).catch(() => undefined);
  }
}

interface Telling {
  payload: Payload;
  keys: string[];
  /** Inside the transaction of this request; by itself without one. */
  req?: PayloadRequest;
}

async function queue(policies: DownstreamPolicies, { keys, payload, req }: Telling): Promise<void> {
  for (const [site] of eachTarget(policies)) {
    const input: PurgeInput = { keys, site };
    const waitUntil = new Date(Date.now() + secondAfter);
    // the task is there only with the setting, so the types know nothing of it
    const job = { input: input as never, task: taskSlug as never };
    await payload.jobs.queue({ ...job, queue: purgeQueue, req, waitUntil });
  }
}

function makeListener(policies: DownstreamPolicies): WriteListener {
  const prompt = new Prompt(policies);
  return {
    hears: isHeard,
    beforeCommit: async ({ documents, req }) => {
      const { payload } = req;
      await queue(policies, { keys: keysMovedBy(documents, payload.db), payload, req });
    },
    ended: (ending, documents, adapter) => {
      if (ending !== 'rolled back') prompt.add(keysMovedBy(documents, adapter));
    },
  };
}

const withTask =
  (policies: DownstreamPolicies): Plugin =>
  (config: Config) => {
    const task = makeTask(policies) as unknown as TaskConfig;
    return { ...config, jobs: { ...config.jobs, tasks: [...(config.jobs?.tasks ?? []), task] } };
  };

/** At the start of a server everything is let go: a new version, or a restored database, answers otherwise. */
export const letGoOfEverything = (policies: DownstreamPolicies, payload: Payload): Promise<void> =>
  queue(policies, { keys: keysOf([everything]), payload });

/** For payload.config.ts. */
export function createPurging(policies: DownstreamPolicies): Purging {
  if (Object.keys(policies).length === 0) return { listeners: [], plugin: (config) => config };
  return { listeners: [makeListener(policies)], plugin: withTask(policies) };
}
