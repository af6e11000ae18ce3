/** What acts play on: a watched site behind a front, and somebody who may write everything. */
import { asking } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';
import { makeWorld, type World } from '../helpers/served/world.js';
import { type Random, randomFrom } from '../history/random.js';
import { type Answer, ask, closeConnections } from './ask.js';
import { type Fronted, type FrontedOptions, putFrontBefore } from './fronted.js';

export interface Stage {
  house: House;
  fronted: Fronted;
  world: World;
  random: Random;
  /** An administrator's request through one of the fronts, JSON both ways. Throws Refused for 4xx. */
  write(method: 'POST' | 'PATCH' | 'DELETE' | 'GET', address: string, body?: object): Promise<Written>;
  /** Signs the administrator in anew: after time has leapt. */
  signIn(): Promise<void>;
  close(): Promise<void>;
}

// biome-ignore lint/suspicious/noExplicitAny: answers of any shape are looked into
type Written = any;

/** The product would not do it. Part of every history. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

function read({ status, text }: Answer): Written {
  const body = text === '' ? null : JSON.parse(text);
  if (status >= 500) throw new Error(`${status}: ${text.slice(0, 500)}`);
  if (status >= 400 || body?.errors?.length) throw new Refused(status, JSON.stringify(body?.errors));
  return body;
}

export async function openStage(seed: number, options?: FrontedOptions): Promise<Stage> {
  const random = randomFrom(seed);
  // what went wrong behind a 500 is printed
  const house = await openHouse({ LOG_LEVEL: 'error' });
  const fronted = await putFrontBefore(house, options);
  const world = await makeWorld(house, 'watched');
  let authorization = '';
  const signIn = async () => {
    authorization = await house.person('administrator');
    world.administrator = asking(house, authorization);
  };
  await signIn();
  return {
    ...{ fronted, house, random, signIn, world },
    write: async (method, address, body) => {
      const asked = { address, headers: { authorization }, method };
      const whole = body ? { ...asked, body: JSON.stringify(body) } : asked;
      const answer = await ask(random.pick(fronted.fronts), whole);
      return read(answer);
    },
    close: async () => {
      closeConnections();
      await fronted.close();
      await house.close();
    },
  };
}
