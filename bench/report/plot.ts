/** Two pictures in one: answers a second of each contestant, and what becomes of them as the content grows. Scales are logarithmic. */

import type { GrowthRow } from '../parts/growth.js';
import type { HitRow } from '../parts/hits.js';
import type { Results } from './results.js';
import { amount } from './words.js';

const width = 860;
const left = 150;
const right = 70;
const barHeight = 13;

const names = {
  house: 'Forthright',
  bare: 'bare node:http',
  express: 'bare Express',
  payload: 'Payload’s own',
};
/** Told apart by people who see few colours, on white and on black: https://jfly.uni-koeln.de/color/ */
const colors = { house: '#0072b2', bare: '#999999', express: '#e69f00', payload: '#d55e00' };
type Name = keyof typeof names;

const lowest = 10;
const highest = 100_000;
const place = (value: number) => {
  const part = Math.log10(Math.max(lowest, value) / lowest) / Math.log10(highest / lowest);
  return left + part * (width - left - right);
};

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const text = (x: number, y: number, words: string, anchor = 'start', more = '') =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}"${more}>${escaped(words)}</text>`;

/** Lines at 10, 100, 1,000 … from one height to another. */
function grid(top: number, bottom: number): string {
  const marks = [10, 100, 1_000, 10_000, 100_000];
  const lines = marks.map((value) => {
    const x = place(value).toFixed(1);
    const label = text(place(value), bottom + 14, value.toLocaleString('en'), 'middle', ' class="quiet"');
    return `<line x1="${x}" x2="${x}" y1="${top}" y2="${bottom}" class="grid"/>${label}`;
  });
  return lines.join('\n');
}

function bar(name: Name, value: number, y: number): string {
  const length = place(value) - left;
  const rect = `<rect x="${left}" y="${y}" width="${length.toFixed(1)}" height="${barHeight - 2}" fill="${colors[name]}"/>`;
  return rect + text(left + length + 4, y + barHeight - 4, amount(value), 'start', ' class="quiet"');
}

function legend(y: number): string {
  return (Object.keys(names) as Name[])
    .map((name, index) => {
      const x = left + index * 150;
      return `<rect x="${x}" y="${y - 9}" width="10" height="10" fill="${colors[name]}"/>${text(x + 15, y, names[name])}`;
    })
    .join('\n');
}

interface Drawn {
  svg: string;
  height: number;
}

function drawHits(rows: HitRow[], top: number): Drawn {
  const parts = [text(0, top, 'Hits: answers a second', 'start', ' class="title"'), legend(top + 22)];
  let y = top + 40;
  for (const row of rows) {
    const shown = (Object.keys(names) as Name[]).filter((name) => row[name] !== null);
    parts.push(text(left - 8, y + (shown.length * barHeight) / 2 + 4, row.question, 'end'));
    for (const name of shown) {
      parts.push(bar(name, row[name]?.perSecond.median ?? 0, y));
      y += barHeight;
    }
    y += 9;
  }
  return { svg: [grid(top + 34, y), ...parts].join('\n'), height: y + 30 - top };
}

const grown = (rows: GrowthRow[]): [string, string, (row: GrowthRow) => number][] => {
  const rising = rows.length > 1;
  return rising
    ? [
        ['hits a second, list', colors.house, ({ hits }) => hits.list.perSecond.median],
        ['misses a second, list', colors.express, ({ misses }) => misses.list.perSecond.median],
        ['milliseconds of a publish', colors.payload, ({ publishMs }) => publishMs],
        ['milliseconds of a start', '#009e73', ({ startMs }) => startMs],
        ['megabytes', colors.bare, ({ memory }) => memory.filled],
      ]
    : [];
};

function drawGrowth(rows: GrowthRow[], top: number): Drawn {
  const height = 220;
  const bottom = top + 20 + height;
  const x = (index: number) => left + (index * (width - left - right - 170)) / Math.max(1, rows.length - 1);
  const y = (value: number) => bottom - (Math.log10(Math.max(1, value)) / 5) * height;
  const levels = [1, 10, 100, 1_000, 10_000, 100_000].map(
    (value) =>
      `<line x1="${left}" x2="${x(rows.length - 1)}" y1="${y(value)}" y2="${y(value)}" class="grid"/>` +
      text(left - 8, y(value) + 4, value.toLocaleString('en'), 'end', ' class="quiet"'),
  );
  const lines = grown(rows).map(([name, color, value]) => {
    const points = rows.map((row, index) => `${x(index).toFixed(1)},${y(value(row)).toFixed(1)}`).join(' ');
    const end = rows.at(-1) as GrowthRow;
    const label = text(x(rows.length - 1) + 8, y(value(end)) + 4, name, 'start', ` style="fill:${color}"`);
    return `<polyline points="${points}" fill="none" stroke="${color}" stroke-width="2.5"/>${label}`;
  });
  const sizes = rows.map(({ articles }, index) =>
    text(x(index), bottom + 16, `${articles.toLocaleString('en')} articles`, 'middle', ' class="quiet"'),
  );
  const title = text(0, top, 'Growth', 'start', ' class="title"');
  return { svg: [title, ...levels, ...lines, ...sizes].join('\n'), height: height + 60 };
}

const style = `text { font: 12px system-ui, sans-serif; fill: #1b1f24 }
.title { font-size: 15px; font-weight: 600 } .quiet { fill: #59636e; font-size: 11px }
.grid { stroke: #d1d9e0; stroke-width: 1 } .ground { fill: #ffffff }`;

/** As SVG. */
export function plotOf({ parts }: Results): string {
  const drawn: Drawn[] = [];
  let top = 24;
  const add = (each: Drawn) => {
    drawn.push(each);
    top += each.height;
  };
  if (parts.hits) add(drawHits(parts.hits, top));
  if (parts.growth && parts.growth.length > 1) add(drawGrowth(parts.growth, top + 10));
  const size = `width="${width}" height="${Math.ceil(top)}" viewBox="-8 0 ${width + 8} ${Math.ceil(top)}"`;
  const ground = `<rect x="-8" width="${width + 8}" height="${Math.ceil(top)}" class="ground"/>`;
  const body = drawn.map(({ svg }) => svg).join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img"><title>Measurements</title><style>${style}</style>\n${ground}\n${body}\n</svg>\n`;
}
