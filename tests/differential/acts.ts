/** Writes of every kind, by name. The acts of served sites, and those through other doors. */
import { acts as served, unrelated } from '../helpers/served/acts.js';
import { comingActs } from './comingActs.js';
import { manyActs } from './manyActs.js';
import { oneActs } from './oneActs.js';
import { relationActs } from './relationActs.js';
import { Refused, type Stage } from './stage.js';

/** `word` is another one each time. */
export type Act = (stage: Stage, word: string) => Promise<unknown>;

const onWorld = Object.fromEntries(
  Object.entries({ ...served, ...unrelated }).map(([name, act]): [string, Act] => [
    name,
    ({ world }, word) => act(world, word),
  ]),
);

export const acts: Readonly<Record<string, Act>> = {
  ...onWorld,
  ...oneActs,
  ...manyActs,
  ...relationActs,
  ...comingActs,
};

const isRefusal = (error: unknown): boolean =>
  error instanceof Refused || (error instanceof Error && 'status' in error && Number(error.status) < 500);

/** After these something will change by itself. */
export const changesSoon = (name: string): boolean => name.endsWith('Soon');

/** Plays one; answers the words of whoever refused it, null when it was done. */
export async function play(stage: Stage, name: string, word: string): Promise<string | null> {
  try {
    await acts[name]?.(stage, word);
    return null;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return (error as Error).message;
  }
}
