/**
 * Counties by name. English has them exactly as the Census does; Spanish puts the kind first (“el condado de Monroe”).
 * Either way a county and a city named alike stay apart: “Fairfax County”, “Fairfax city”.
 */
import type { Locale } from '../../collections/locales.js';
import { plural, wordList } from './intl.js';
import type { County } from './places.js';

interface SpanishKind {
  /** Of the Census's name. */
  ending: RegExp;
  /** With the article, since that is not always its plural's: “el área”, “las áreas”. */
  one: string;
  other: string;
}

/** The first that fits. Alaska's boroughs keep their word: “distrito” and “municipio” mean other things there. */
const kinds: SpanishKind[] = [
  { ending: / County$/, one: 'el condado', other: 'los condados' },
  { ending: / Parish$/, one: 'la parroquia', other: 'las parroquias' },
  { ending: / City and Borough$/, one: 'la ciudad y borough', other: 'las ciudades y boroughs' },
  { ending: / Borough$/, one: 'el borough', other: 'los boroughs' },
  { ending: / Census Area$/, one: 'el área censal', other: 'las áreas censales' },
  { ending: / (?:Municipio|Municipality)$/, one: 'el municipio', other: 'los municipios' },
  { ending: / city$/, one: 'la ciudad', other: 'las ciudades' },
  // Carson City: the word is part of the name, and stays.
  { ending: /(?<= City)$/, one: 'la ciudad', other: 'las ciudades' },
  { ending: / District$/, one: 'el distrito', other: 'los distritos' },
  { ending: / Island$/, one: 'la isla', other: 'las islas' },
];

/** What would be half English otherwise. */
const translated: Record<string, string> = {
  '11001': 'el Distrito de Columbia',
  '60010': 'el distrito Oriental',
  '60050': 'el distrito Occidental',
};

const kindOf = (county: County): SpanishKind | undefined =>
  county.fips in translated ? undefined : kinds.find(({ ending }) => ending.test(county.name));

const bareName = ({ name }: County, { ending }: SpanishKind): string => name.replace(ending, '');

function spanishName(county: County): string {
  const kind = kindOf(county);
  return kind ? `${kind.one} de ${bareName(county, kind)}` : (translated[county.fips] ?? county.name);
}

/** As a label, without an article: “Monroe County”, “condado de Monroe”. */
export function countyName(county: County, locale: Locale): string {
  return locale === 'en' ? county.name : spanishName(county).replace(/^(?:el|la) /, '');
}

/**
 * Inside a sentence: “Broward County and Monroe County”; “los condados de Broward y Monroe” where all are of one kind,
 * else “el condado de Fairfax y la ciudad de Fairfax”.
 */
export function countyList(counties: readonly County[], locale: Locale): string {
  if (locale === 'en')
    return wordList(
      locale,
      counties.map(({ name }) => name),
    );
  const [kind] = counties.map(kindOf);
  if (!kind || counties.some((county) => kindOf(county) !== kind)) {
    return wordList(locale, counties.map(spanishName));
  }
  const names = wordList(
    locale,
    counties.map((county) => bareName(county, kind)),
  );
  return `${plural(locale, counties.length, kind)} de ${names}`;
}
