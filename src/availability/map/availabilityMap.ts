/** Where something is available, as a picture: an SVG of the United States without scripts or anything from elsewhere. */
import type { Entry } from '../entry.js';
import { type State, states } from '../states.js';
import { stateTitle, type Telling, textAlternative } from './alternative.js';
import { drawStates } from './drawStates.js';
import { type Key, keysInColumn, keysInLines } from './keys.js';
import { patterns, styleSheet } from './mapStyle.js';
import { mapWords } from './mapWords.js';
import { isName, nameFor, xml } from './markup.js';
import type { Outlines } from './outlines.js';
import { type Look, looks, type StatusMap, statusMap } from './statusMap.js';

export interface MapQuestion extends Telling {
  /** Those in force (see `periods.ts`), of one or several services; where they differ, the best for a visitor is shown. */
  entries: readonly Entry[];
  outlines: Outlines;
  /** What the map is of, for its title: the name of a service or a site. */
  subject?: string;
  /** Its class and the beginning of its ids; by default it follows from the title and the text alternative. */
  name?: string;
}

/** North-eastern states that are too small on a phone, from north to south: they stand in the ocean once more, as boxes. */
const small = ['VT', 'NH', 'MA', 'RI', 'CT', 'NJ', 'DE', 'MD', 'DC'];

const MARGIN = 24;
/** Below Cape Cod and east of Cape Hatteras, at the right edge. */
const OCEAN_TOP = 440;

const boxOf = (state: State, text: string, map: StatusMap, telling: Telling): Key => ({
  look: map.lookOfState(state),
  text,
  place: state.usps,
  title: stateTitle(state, map, telling),
});

/** Territories have no outline here: those that are offered anything get a box with their name. */
function territoryKeys({ outlines, ...telling }: MapQuestion, map: StatusMap): Key[] {
  return states
    .filter(({ fips }) => outlines.stateOutline(fips) === '')
    .map((state) => boxOf(state, state.names[telling.locale], map, telling))
    .filter(({ look }) => look !== 'unavailable');
}

const smallKeys = (map: StatusMap, telling: Telling): Key[] =>
  small
    .flatMap((usps) => states.filter((state) => state.usps === usps))
    .map((state) => boxOf(state, state.usps, map, telling));

function legendKeys(shown: ReadonlySet<Look>, { locale }: MapQuestion): Key[] {
  return looks
    .filter((look) => shown.has(look))
    .map((look) => ({ look, text: mapWords[locale].legend[look] }));
}

const group = (x: number, y: number, keys: string): string =>
  `<g transform="translate(${x} ${y})"><g class="fr-map-key">${keys}</g></g>`;

/** The states, the boxes of small ones in the ocean, then those of territories and the legend below. */
function picture(question: MapQuestion, map: StatusMap) {
  const { outlines } = question;
  const drawn = drawStates({ map, outlines, telling: question });
  const [ocean, territories] = [smallKeys(map, question), territoryKeys(question, map)];
  const shown = new Set([...drawn.shown, ...[...ocean, ...territories].map(({ look }) => look)]);
  const rows = keysInLines(territories, outlines.width);
  const legend = keysInLines(legendKeys(shown, question), outlines.width);
  const legendTop = rows.height + (territories.length > 0 ? MARGIN : 0);
  const top = outlines.height + 2 * MARGIN;
  const below = `${rows.svg}<g transform="translate(0 ${legendTop})">${legend.svg}</g>`;
  return {
    shown,
    width: outlines.width + 3 * MARGIN,
    height: top + legendTop + legend.height + MARGIN,
    svg: drawn.svg + group(outlines.width + MARGIN, OCEAN_TOP, keysInColumn(ocean)) + group(0, top, below),
  };
}

/**
 * The whole picture as a string of XML, to be served as image/svg+xml or put into a page. Its title, description and
 * legend are in `locale`; what it cannot draw is in the description. The same question gives the same bytes. A page that
 * has two maps of the same needs a `name` for one of them; one that is no plain name throws.
 */
export function availabilityMap(question: MapQuestion): string {
  const { entries, countyTable, locale, subject } = question;
  const map = statusMap(entries, countyTable);
  const title = mapWords[locale].title(subject);
  const description = textAlternative(map, question);
  const name = question.name ?? nameFor(`${locale} ${title} ${description}`);
  if (!isName(name))
    throw new Error(`“${name}” cannot be the name of a map: a letter, then letters, digits, “-” and “_”.`);
  const { shown, width, height, svg } = picture(question, map);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="fr-map ${name}" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}"`,
    ` width="${width / 2}" height="${height / 2}" lang="${locale}" role="img"`,
    ` aria-labelledby="${name}-title" aria-describedby="${name}-desc">`,
    `<title id="${name}-title">${xml(title)}</title><desc id="${name}-desc">${xml(description)}</desc>`,
    `<style>${styleSheet(name, shown)}</style>${patterns(name, shown)}`,
    // The description says it all; the titles of states are for those who point at them.
    `<g aria-hidden="true">${svg}</g></svg>`,
  ].join('');
}
