/** Outlines of counties, and the outlines and inner lines of states that follow from them, as SVG path data. */

import { type Arc, backwards, closedPaths, forwards, signedArea } from './arcs.js';

/** data/outlines.json: borders as arcs that neighbours share (see data/README.md, “Outlines”). */
export interface OutlineData {
  width: number;
  height: number;
  /** x and y of the first point, then the steps to each further one. */
  arcs: readonly (readonly number[])[];
  /** FIPS code → rings → indexes of arcs in the order of drawing; `~i` is arc i backwards. */
  counties: Readonly<Record<string, readonly (readonly number[])[]>>;
}

/** Path data is in units of a picture of `width` × `height`; areas are to be filled by the even-odd rule. */
export interface Outlines {
  width: number;
  height: number;
  /** FIPS codes of the counties that can be drawn, in their order; `state` is two digits, and none where nothing can be drawn. */
  countiesIn(state: string): readonly string[];
  /** The outline of a whole state; empty where it cannot be drawn. */
  stateOutline(state: string): string;
  /** What some counties cover together, without the lines between them. */
  outlineOf(counties: readonly string[]): string;
  /** The lines between a state's counties, each once. */
  countyLines(state: string): string;
  /** A point of a county that is too small to be seen as an area, to be drawn as a dot; undefined for the others. */
  dotOf(county: string): string | undefined;
}

/** Below this area, in square units of the picture, a county is a dot: an independent city of less than 50 km². */
const smallestArea = 8;

function keptPer<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const kept = new Map<Key, Value>();
  return (key) => {
    const value = kept.get(key) ?? make(key);
    kept.set(key, value);
    return value;
  };
}

const arcOf = (index: number): number => (index < 0 ? ~index : index);

type Net = Pick<OutlineData, 'arcs' | 'counties'> & { arcAt(index: number): Arc };

const indexesOf = ({ counties }: Net, fips: string): readonly number[] => (counties[fips] ?? []).flat();

/** Arcs of which only one of the counties is a neighbour, apart from those that two of them share. */
function split(net: Net, list: readonly string[]): { outer: number[]; inner: number[] } {
  const hasLength = (index: number) => (net.arcs[arcOf(index)] ?? []).length > 2;
  const drawn = list.flatMap((fips) => indexesOf(net, fips)).filter(hasLength);
  const uses = new Map<number, number>();
  for (const index of drawn) uses.set(arcOf(index), (uses.get(arcOf(index)) ?? 0) + 1);
  return {
    outer: drawn.filter((index) => uses.get(arcOf(index)) === 1),
    inner: [...uses].filter(([, count]) => count > 1).map(([arc]) => arc),
  };
}

const together = (net: Net, list: readonly string[]): string =>
  closedPaths(split(net, list).outer.map(net.arcAt));

const linesBetween = (net: Net, list: readonly string[]): string =>
  split(net, list)
    .inner.map(net.arcAt)
    .map(({ start, steps }) => `M${start}l${steps}`)
    .join('');

/** Where to put a county's dot; empty where it needs none. */
function dotAt(net: Net, fips: string): string {
  const used = indexesOf(net, fips);
  const areas = used.map((index) => signedArea(net.arcs[arcOf(index)] ?? []) * (index < 0 ? -1 : 1));
  const isTiny = Math.abs(areas.reduce((sum, area) => sum + area, 0)) < smallestArea;
  return used[0] !== undefined && isTiny ? net.arcAt(used[0]).start : '';
}

function groupedByState(counties: readonly string[]): Map<string, string[]> {
  const byState = new Map<string, string[]>();
  for (const fips of [...counties].sort()) {
    const inState = byState.get(fips.slice(0, 2)) ?? [];
    inState.push(fips);
    byState.set(fips.slice(0, 2), inState);
  }
  return byState;
}

/** Prepares the outlines for drawing. Paths of states are made at first use and kept. */
export function makeOutlines({ width, height, arcs, counties }: OutlineData): Outlines {
  const byState = groupedByState(Object.keys(counties));
  const countiesIn = (state: string) => byState.get(state) ?? [];
  const arcAt = keptPer((index: number) => (index < 0 ? backwards : forwards)(arcs[arcOf(index)] ?? []));
  const net: Net = { arcs, counties, arcAt };
  const dots = keptPer((fips: string) => dotAt(net, fips));
  return {
    width,
    height,
    countiesIn,
    stateOutline: keptPer((state) => together(net, countiesIn(state))),
    outlineOf: (list) => together(net, list),
    countyLines: keptPer((state) => linesBetween(net, countiesIn(state))),
    dotOf: (county) => dots(county) || undefined,
  };
}
