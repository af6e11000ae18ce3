/**
 * Makes data/outlines.json, the outlines of counties that the availability map draws, from us-atlas (see data/README.md, “Outlines”).
 *
 *   node data/makeOutlines.mjs [FILE]
 *
 * The same us-atlas gives the same bytes. Borders are arcs that neighbours share: they are simplified and rounded once, so
 * neighbours still meet. States are not stored: their outlines are what is left of their counties' arcs when those that two
 * counties share are taken away.
 */
import { writeFileSync } from 'node:fs';
import { presimplify } from 'topojson-simplify';
import atlas from 'us-atlas/counties-albers-10m.json' with { type: 'json' };

/** Steps of the grid per unit of us-atlas (975 × 610 for the map): a step is about 2.5 km, in Alaska 7 km. */
const grid = 2;
/** A point stays when the triangle that it makes with its neighbours is larger than this, in units of us-atlas, squared. */
const smallestTriangle = 1.5;
/** An island goes when it is smaller than this, in units of us-atlas, squared, and its county has a larger part. */
const smallestIsland = 0.6;

const topology = presimplify(atlas);

/** Twice the area inside a closed line, whichever way round it goes. */
function doubleArea(points) {
  let sum = 0;
  points.forEach(([x, y], i) => {
    const [x2, y2] = points[(i + 1) % points.length];
    sum += x * y2 - x2 * y;
  });
  return Math.abs(sum);
}

const arcOf = (index) => topology.arcs[index < 0 ? ~index : index];
const pointsOf = (ring) => ring.flatMap((index) => (index < 0 ? [...arcOf(index)].reverse() : arcOf(index)));

/** An island is a ring of one arc that ends where it began: no neighbour needs it. */
const isIsland = (ring) => ring.length === 1 && uses.get(ring[0] < 0 ? ~ring[0] : ring[0]) === 1;

/** Rings of a county as lists of arcs, the largest first, without its small islands. Holes are rings too (even-odd rule). */
function ringsOf({ type, arcs }) {
  const rings = (type === 'Polygon' ? [arcs] : arcs).flat();
  const sized = rings.map((ring) => ({ ring, area: doubleArea(pointsOf(ring)) / 2 }));
  sized.sort((a, b) => b.area - a.area);
  return sized
    .filter(({ ring, area }, i) => i === 0 || area >= smallestIsland || !isIsland(ring))
    .map(({ ring }) => ring);
}

/** How many rings use each arc. */
function countUses(geometries) {
  const counts = new Map();
  for (const { type, arcs } of geometries)
    for (const index of (type === 'Polygon' ? arcs : arcs.flat()).flat())
      counts.set(index < 0 ? ~index : index, (counts.get(index < 0 ? ~index : index) ?? 0) + 1);
  return counts;
}

const [left, top] = topology.bbox;
const onGrid = ([x, y]) => [Math.round((x - left) * grid), Math.round((y - top) * grid)];

/** Whether `b` lies on the straight way from `a` to `c`. */
function isBetween(a, b, c) {
  const cross = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  const forward = (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) >= 0;
  return cross === 0 && forward;
}

/** The points of an arc that stay, on the grid. A ring keeps at least its five weightiest points, its two ends among them. */
function simplified(arc) {
  const isRing = arc[0][0] === arc.at(-1)[0] && arc[0][1] === arc.at(-1)[1];
  const fifth = isRing ? (arc.map((point) => point[2]).sort((a, b) => b - a)[4] ?? 0) : Infinity;
  const least = Math.min(smallestTriangle, fifth);
  const kept = [];
  for (const point of arc.filter(([, , weight]) => weight >= least).map(onGrid)) {
    const last = kept.at(-1);
    if (last && last[0] === point[0] && last[1] === point[1]) continue;
    if (kept.length > 1 && isBetween(kept.at(-2), last, point)) kept.pop();
    kept.push(point);
  }
  return kept;
}

/** Where an arc begins, then the steps to each further point. */
function deltas(points) {
  return points.flatMap(([x, y], i) => (i === 0 ? [x, y] : [x - points[i - 1][0], y - points[i - 1][1]]));
}

const byId = (a, b) => (a.id < b.id ? -1 : 1);
const counties = [...topology.objects.counties.geometries].sort(byId);
const uses = countUses(counties);
/** Old index of an arc → new one, in the order of first use. */
const numbers = new Map();

function numberOf(index) {
  const arc = index < 0 ? ~index : index;
  if (!numbers.has(arc)) numbers.set(arc, numbers.size);
  return index < 0 ? ~numbers.get(arc) : numbers.get(arc);
}

const rings = counties.map((county) => [county.id, ringsOf(county).map((ring) => ring.map(numberOf))]);
const arcs = [...numbers.keys()].map((arc) => deltas(simplified(topology.arcs[arc])));
const [width, height] = onGrid([topology.bbox[2], topology.bbox[3]]);
const lines = (items) => items.join(',\n');
const text = `{"width":${width},"height":${height},"arcs":[
${lines(arcs.map((arc) => JSON.stringify(arc)))}
],"counties":{
${lines(rings.map(([id, of]) => `"${id}":${JSON.stringify(of)}`))}
}}
`;
writeFileSync(process.argv[2] ?? new URL('outlines.json', import.meta.url), text);
console.log(`${rings.length} counties, ${arcs.length} arcs, ${(text.length / 1000).toFixed(0)} kB`);
