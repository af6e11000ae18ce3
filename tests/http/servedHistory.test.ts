/** Random histories of a site: whatever was served is served again at its position, under tags and revisions that tell the truth. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type House, openHouse } from '../helpers/house.js';
import { acts, unrelated } from '../helpers/served/acts.js';
import { addressesOf, type Served, serve, serveAgain } from '../helpers/served/watch.js';
import { makeWorld, type World } from '../helpers/served/world.js';

/** The same histories in every run; FUZZ=20 tries that many new ones, and fast-check prints the seed of a failure. */
const runs = process.env.FUZZ ? { numRuns: Number(process.env.FUZZ) } : { numRuns: 1, seed: 20261121 };
const steps = Number(process.env.STEPS ?? 8);

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const all = { ...acts, ...unrelated };
type Step = { act: string; word: string };

/** Other acts in another order each time, none of them twice while there are enough. */
const histories = fc.tuple(
  fc.shuffledSubarray(Object.keys(all), { minLength: steps, maxLength: steps }),
  fc.array(fc.stringMatching(/^[a-z]{4,8}$/), { minLength: steps, maxLength: steps }),
);
const stepsOf = ([names, words]: [string[], string[]]): Step[] =>
  names.map((act, index) => ({ act, word: words[index] ?? act }));

const refusals = new Map<string, string>();

/** Refusals are part of every history. */
async function take({ act, word }: Step, world: World): Promise<void> {
  try {
    await all[act as keyof typeof all]?.(world, word);
  } catch (error) {
    if (!(error instanceof Error && 'status' in error && Number(error.status) < 500)) throw error;
    refusals.set(act, error.message);
  }
}

/** After each act some of the addresses, in turn, so that few acts see all of them; ALL=1 asks for each every time. */
const share = process.env.ALL ? 1 : 6;

async function lookAround(world: World, round: number): Promise<Served[]> {
  const seen: Served[] = [];
  for (const [index, asked] of addressesOf(world).entries()) {
    const isAlways = index === 0 || (round % 2 === 0 && asked.address.endsWith('/manifest'));
    if (isAlways || (index + round) % share === 0) seen.push(await serve(world, asked));
  }
  const positions = new Set(seen.flatMap(({ position }) => position || []));
  expect(positions.size).toBe(1);
  const [position = 0] = positions;
  return seen.map((each) => ({ ...each, position }));
}

const isPage = ({ address, status }: Served) => status === 200 && address.startsWith('/api/pages/');
const isData = (served: Served) => isPage(served) && served.type.startsWith('application/json');
const isWhole = (served: Served) => isData(served) && served.address.includes('modules=true');

/** Those whose tag or revision another answer has as well, and yet they differ. */
function clashes(seen: Served[], keyOf: (served: Served) => string, saidBy: (served: Served) => string) {
  const known = new Map<string, Served>();
  return seen.flatMap((each) => {
    const other = known.get(keyOf(each));
    if (!other) known.set(keyOf(each), each);
    return other && saidBy(other) !== saidBy(each) ? [[other, each]] : [];
  });
}

const revisionOf = ({ text }: Served): string => JSON.parse(text).revision;
const restOf = ({ text }: Served): string => {
  const { revision: _revision, ...rest } = JSON.parse(text);
  return JSON.stringify(rest);
};

function keepTheLaws(seen: Served[]): void {
  const pages = seen.filter(isPage);
  expect(
    clashes(
      pages,
      ({ tag }) => tag,
      ({ text, type }) => type + text,
    ),
  ).toEqual([]);
  expect(clashes(pages.filter(isWhole), revisionOf, restOf)).toEqual([]);
  expect(clashes(pages.filter(isWhole), restOf, revisionOf)).toEqual([]);
  // in every format the same data: one revision in every tag of the page in one language and state
  const tagged = ({ tag }: Served) => tag.slice(1, 65);
  for (const each of pages.filter(isData)) expect(tagged(each)).toBe(revisionOf(each));
}

function keepTheManifest(seen: Served[]): void {
  const manifest = seen.find(({ address }) => address.endsWith('/manifest'));
  if (!manifest) return;
  const { pages } = JSON.parse(manifest.text) as {
    pages: { href: string; locale: string; revision: string }[];
  };
  for (const served of seen.filter(isData).filter(({ address }) => !address.includes('state='))) {
    const { page, revision } = JSON.parse(served.text);
    const listed = pages.find(({ href, locale }) => href === page.href && locale === page.locale);
    expect([served.address, listed?.revision]).toEqual([served.address, revision]);
  }
}

/** Notices say the same, links included, on every page and around all of them. */
async function keepTheNotices(world: World): Promise<void> {
  const { name } = world;
  const places = [
    `/api/sites/${name}`,
    `/api/pages/${name}/faqs/${name}`,
    `/api/pages/${name}/myths/${name}`,
  ];
  const answers = await Promise.all(places.map((address) => serve(world, { address })));
  const [ofSite, ...ofPages] = answers.map(({ text }) => JSON.parse(text).notices);
  expect(JSON.stringify(ofSite)).toContain(`/resources/${name}-next`);
  for (const notices of ofPages) expect(notices).toEqual(ofSite);
}

const pass = () => new Promise((resolve) => setTimeout(resolve, 3));

let worlds = 0;
const tally = { statuses: new Set<number>(), positions: new Set<number>(), bodies: new Set<string>() };

async function live(history: Step[]): Promise<void> {
  worlds += 1;
  const world = await makeWorld(house, `watched-${worlds}`);
  await keepTheNotices(world);
  const seen = await lookAround(world, 0);
  for (const [round, each] of history.entries()) {
    await pass();
    await take(each, world);
    await pass();
    const now = await lookAround(world, round + 1);
    keepTheManifest(now);
    seen.push(...now);
  }
  keepTheLaws(seen);
  const once = new Map(seen.map((each) => [`${each.position} ${each.query ?? each.address}`, each]));
  for (const { moment, ...each } of once.values()) {
    const isMain = each.address === addressesOf(world)[0]?.address;
    for (const past of [{ position: each.position }, ...(isMain ? [{ at: moment }] : [])]) {
      const again = await serveAgain(world, each, past);
      expect({ ...again, position: again.position || each.position }).toEqual(each);
    }
    tally.statuses.add(each.status);
    tally.positions.add(each.position);
    tally.bodies.add(each.text);
  }
}

describe('after a random history of a site', () => {
  it('everything is served again as it was, and no tag or revision has lied', async () => {
    const property = fc.asyncProperty(histories, (history) => live(stepsOf(history)));
    await fc.assert(property, { ...runs, endOnFailure: true });
    if (process.env.FUZZ) console.log(refusals, process.cpuUsage());
    expect(tally.positions.size).toBeGreaterThan(steps / 2);
    expect(tally.bodies.size).toBeGreaterThan(20);
    expect(tally.statuses).toContain(200);
  }, 600_000);
});
