/**
 * How the map looks. Every colour is a CSS variable that a page may set (docs/availability-api.md); every selector begins
 * with the map's own class, so that nothing leaks into a page. Where the map is a picture of its own it follows the
 * reader's light or dark setting, inside a page the page's `color-scheme`; on paper it is light, and with forced colours
 * it takes the system's.
 */
import { isDivided, type Look } from './statusMap.js';

/** Variable → light, dark, forced. Fills stand off borders and marks, and `available` off `unavailable`, by 3:1 or more. */
const colours: Record<string, [light: string, dark: string, forced: string]> = {
  background: ['#fff', '#14191d', 'Canvas'],
  text: ['#1d262c', '#edf1f3', 'CanvasText'],
  border: ['#182127', '#e9eef1', 'CanvasText'],
  available: ['#178683', '#2b8f8c', 'Highlight'],
  unavailable: ['#e9edef', '#2a333a', 'Canvas'],
  waitlist: ['#ffd98a', '#6b4a00', 'Canvas'],
  'coming-soon': ['#c4dcff', '#1e4274', 'Canvas'],
  paused: ['#f6cfda', '#6b2440', 'Canvas'],
};

const declare = (value: (name: string) => string): string =>
  Object.keys(colours)
    .map((name) => `--${name}:${value(name)};`)
    .join('');

const own = (index: 0 | 1 | 2) => (name: string) => colours[name]?.[index] ?? '';
const fromPage = (value: (name: string) => string) =>
  declare((name) => `var(--fr-map-${name},${value(name)})`);

/** What lies over the fill of a status, so that nothing depends on colour; in units of the map. */
const marks: Partial<Record<Look, { size: number; shape: string; turn?: number }>> = {
  partly: { size: 28, shape: '<path d="M0 0h14v28H0z" style="fill:var(--available)"/>', turn: 45 },
  mixed: { size: 28, shape: '<path d="M0 0h10v28H0z"/>', turn: 45 },
  waitlist: { size: 28, shape: '<circle cx="14" cy="14" r="6"/>' },
  'coming-soon': { size: 28, shape: '<path d="M0 10h28v7H0z"/>' },
  paused: { size: 28, shape: '<path d="M0 11h28v5H0zM11 0h5v28h-5z"/>', turn: 45 },
};

const fillOf = (look: Look): string => (isDivided(look) ? 'unavailable' : look);

/** The patterns of those that are `used`; ids begin with `name`. */
export function patterns(name: string, used: ReadonlySet<Look>): string {
  const made = [...used].map((look) => {
    const mark = marks[look];
    if (!mark) return '';
    const { size, shape, turn = 0 } = mark;
    return (
      `<pattern id="${name}-${look}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"` +
      `${turn ? ` patternTransform="rotate(${turn})"` : ''}>` +
      `<path d="M0 0h${size}v${size}H0z" style="fill:var(--${fillOf(look)})"/>${shape}</pattern>`
    );
  });
  return `<defs>${made.join('')}</defs>`;
}

/** Dots are too small for a pattern: they have its darkest colour. */
const dotOf = (look: Look): string => (marks[look] ? 'border' : look);

/** Type is 11 px where the map is 360 px wide, and smaller beside a larger map. */
export const TYPE = 66;

/** The rules for the map whose class is `name`, with fills for the looks that are `used`. */
export function styleSheet(name: string, used: ReadonlySet<Look>): string {
  const map = `.${name}`;
  const fills = [...used].map((look) => {
    const fill = marks[look] ? `url(#${name}-${look})` : `var(--${look})`;
    return `${map} .fr-map-${look}{fill:${fill}}${map} .fr-map-dots.fr-map-${look}{fill:none;stroke:var(--${dotOf(look)})}`;
  });
  return [
    `${map}{${fromPage(own(0))}display:block;box-sizing:border-box;width:100%;max-width:46rem;height:auto;`,
    'background:var(--background);forced-color-adjust:none}',
    `@supports (color:light-dark(#000,#fff)){${map}{${fromPage((n) => `light-dark(${own(0)(n)},${own(1)(n)})`)}}}`,
    `${map}:root{color-scheme:light dark;max-width:64rem;margin:0 auto}`,
    `@media (forced-colors:active){${map}{${declare(own(2))}}}`,
    `${map} path{stroke:var(--border);stroke-width:3;stroke-linejoin:round;stroke-linecap:round;fill-rule:evenodd}`,
    `${map} pattern *{fill:var(--border);stroke:none}`,
    `${map} .fr-map-over{stroke:none}`,
    `${map} .fr-map-lines{fill:none;stroke-width:1.5}${map} .fr-map-edge{fill:none}`,
    `${map} .fr-map-rims{stroke-width:13}${map} .fr-map-dots{stroke-width:9}`,
    `${map} text{fill:var(--text);font:${TYPE}px/1 system-ui,sans-serif;text-anchor:start}`,
    `@media (min-width:56.25rem){${map}{--key:.75}${map}:root{--key:.5}}`,
    `@media print{${map},${map}:root{${declare(own(0))}--key:.6}}`,
    `${map} .fr-map-key{transform:scale(var(--fr-map-key-scale,var(--key,1)))}`,
    ...fills,
  ].join('');
}
