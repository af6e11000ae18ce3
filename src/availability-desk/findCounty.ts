/** Which county somebody means who writes “Monroe”, “monroe county”, “Mayaguez” or 12087. Pure. */
import type { County, CountyTable } from '../availability/places.js';
import { nameOfState } from '../availability/states.js';

/** What stands after the name in the Census Bureau's tables, the longer ones first. */
const kind =
  /\s(city and borough|census area|county|parish|borough|municipality|municipio|city|district|island)$/;

/** Without accents, capitals and points, with “st” for “saint”. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f.’'`]/g, '')
    .toLowerCase()
    .replace(/\bsainte\b/g, 'ste')
    .replace(/\bsaint\b/g, 'st')
    .replace(/[\s-]+/g, ' ')
    .trim();

const withoutKind = (name: string): string => plain(name).replace(kind, '');

const listed = (counties: readonly County[]): string =>
  counties.map(({ fips, name }) => `${name} (${fips})`).join(', ');

/** Spreadsheets take a code for a number, and drop its leading zero. */
function codeOf(text: string): string | null {
  if (/^\d{5}$/.test(text)) return text;
  return /^\d{4}$/.test(text) ? `0${text}` : null;
}

/**
 * The FIPS code of the county of `state` (USPS) that `text` names: a code (whether it is one of the state's is not looked
 * at), or a name in any case, with or without its accents and, where that is clear, its kind. Else words that say why not.
 */
export function findCounty(
  text: string,
  state: string,
  table: CountyTable,
): { fips: string } | { message: string } {
  const code = codeOf(text.trim());
  if (code) return { fips: code };
  const counties = table.inState(state);
  const named = counties.filter(({ name }) => plain(name) === plain(text));
  const meant = named.length > 0 ? named : counties.filter(({ name }) => withoutKind(name) === plain(text));
  const [found] = meant;
  if (!found) return { message: `There is no county “${text.trim()}” in ${nameOfState(state, 'en')}.` };
  if (meant.length === 1) return { fips: found.fips };
  return { message: `“${text.trim()}” may be any of these; write which: ${listed(meant)}.` };
}
