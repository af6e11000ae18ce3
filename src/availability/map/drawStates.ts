/** States as areas: whole ones as one, divided ones with their counties. */
import { type State, states } from '../states.js';
import { stateTitle, type Telling } from './alternative.js';
import { countiesOfOutline } from './drawnAs.js';
import { xml } from './markup.js';
import type { Outlines } from './outlines.js';
import { isDivided, type Look, type StatusMap } from './statusMap.js';

interface Drawing {
  map: StatusMap;
  outlines: Outlines;
  telling: Telling;
}

type Group = [look: Look, outlines: string[]];

/** The counties of a state by how they look, the most first. */
function countiesByLook(state: State, { map, outlines }: Drawing): Group[] {
  const groups = new Map<Look, string[]>();
  for (const outline of outlines.countiesIn(state.fips)) {
    const look = map.lookOf(state, countiesOfOutline(outline));
    const group = groups.get(look);
    if (group) group.push(outline);
    else groups.set(look, [outline]);
  }
  return [...groups].sort(([, one], [, other]) => other.length - one.length);
}

const path = (classes: string, d: string): string => (d ? `<path class="${classes}" d="${d}"/>` : '');

/** A dot for each county that is too small for an area, with a rim so that it is seen on any of its neighbours. */
function dots(groups: readonly Group[], outlines: Outlines): string {
  const marked = groups.map(([look, list]) => {
    const points = list.flatMap((county) => outlines.dotOf(county) ?? []).map((at) => `M${at}h0`);
    return { look, points: points.join('') };
  });
  return [
    path('fr-map-rims', marked.map(({ points }) => points).join('')),
    ...marked.map(({ look, points }) => path(`fr-map-${look} fr-map-dots`, points)),
  ].join('');
}

/** The state filled as most of it is, the rest over it, then the lines between counties, the dots and the border. */
function dividedState({ fips }: State, groups: readonly Group[], outlines: Outlines): string {
  const border = outlines.stateOutline(fips);
  const [most, ...others] = groups;
  return [
    most ? path(`fr-map-${most[0]}`, border) : '',
    ...others.map(([look, list]) => path(`fr-map-${look} fr-map-over`, outlines.outlineOf(list))),
    path('fr-map-lines', outlines.countyLines(fips)),
    dots(groups, outlines),
    path('fr-map-edge', border),
  ].join('');
}

/** The state, and the looks that it shows. */
function drawState(state: State, drawing: Drawing): { svg: string; shown: Look[] } {
  const look = drawing.map.lookOfState(state);
  const groups = isDivided(look) ? countiesByLook(state, drawing) : [];
  const area = isDivided(look)
    ? dividedState(state, groups, drawing.outlines)
    : path(`fr-map-${look}`, drawing.outlines.stateOutline(state.fips));
  const title = `<title>${xml(stateTitle(state, drawing.map, drawing.telling))}</title>`;
  return {
    svg: `<g data-state="${state.usps}">${title}${area}</g>`,
    shown: isDivided(look) ? groups.map(([of]) => of) : [look],
  };
}

/** Every state that has an outline, once; divided ones last, so that their edges are on top. `shown` is all that occurs. */
export function drawStates(drawing: Drawing): { svg: string; shown: Set<Look> } {
  const { map, outlines } = drawing;
  const isLast = (state: State) => Number(isDivided(map.lookOfState(state)));
  const drawn = states
    .filter(({ fips }) => outlines.stateOutline(fips) !== '')
    .sort((one, other) => isLast(one) - isLast(other))
    .map((state) => drawState(state, drawing));
  return { svg: drawn.map(({ svg }) => svg).join(''), shown: new Set(drawn.flatMap(({ shown }) => shown)) };
}
