/** The words around counts and lists of counties, in English and Spanish. No sentence is put together here. */
import type { Locale } from '../../collections/locales.js';
import { plural } from './intl.js';
import { type CountyKind, stateByUsps } from './states.js';

export interface CountyNouns {
  one: string;
  other: string;
  /** In Spanish. */
  feminine?: true;
}

type NounKind = Exclude<CountyKind, 'single'> | 'island';

const nouns: Record<Locale, Record<NounKind, CountyNouns>> = {
  en: {
    county: { one: 'county', other: 'counties' },
    parish: { one: 'parish', other: 'parishes' },
    borough: { one: 'borough or census area', other: 'boroughs and census areas' },
    municipio: { one: 'municipio', other: 'municipios' },
    municipality: { one: 'municipality', other: 'municipalities' },
    countyOrCity: { one: 'county or independent city', other: 'counties and independent cities' },
    equivalent: { one: 'district or island', other: 'districts and islands' },
    island: { one: 'island', other: 'islands' },
  },
  es: {
    county: { one: 'condado', other: 'condados' },
    parish: { one: 'parroquia', other: 'parroquias', feminine: true },
    borough: { one: 'borough o área censal', other: 'boroughs y áreas censales' },
    municipio: { one: 'municipio', other: 'municipios' },
    municipality: { one: 'municipio', other: 'municipios' },
    countyOrCity: { one: 'condado o ciudad independiente', other: 'condados y ciudades independientes' },
    equivalent: { one: 'distrito o isla', other: 'distritos e islas' },
    island: { one: 'isla', other: 'islas', feminine: true },
  },
};

/** What the counties of a state are called together. The U.S. Virgin Islands have islands only, American Samoa both. */
export function countyNouns(state: string, locale: Locale): CountyNouns {
  const kind = stateByUsps(state)?.countyKind;
  if (state === 'VI') return nouns[locale].island;
  return nouns[locale][kind === undefined || kind === 'single' ? 'county' : kind];
}

const the = ({ feminine }: CountyNouns): string => (feminine ? 'las' : 'los');

interface Words {
  /** “all 67 counties” */
  all: (total: number, nouns: CountyNouns) => string;
  /** “66 of 67 counties” */
  some: (covered: number, total: number, nouns: CountyNouns) => string;
  /** “66 of 67” */
  count: (covered: number, total: number) => string;
  /** “all counties but Monroe County” */
  allBut: (names: string, nouns: CountyNouns) => string;
  /** In a table, of a state that is not divided. */
  everywhere: string;
  nowhere: string;
  state: string;
  where: string;
  caption: string;
}

export const sentenceWords: Record<Locale, Words> = {
  en: {
    all: (total, forms) => `all ${total} ${plural('en', total, forms)}`,
    some: (covered, total, forms) => `${covered} of ${total} ${plural('en', total, forms)}`,
    count: (covered, total) => `${covered} of ${total}`,
    allBut: (names, { other }) => `all ${other} but ${names}`,
    everywhere: 'everywhere',
    nowhere: 'no state at present',
    state: 'State',
    where: 'Where',
    caption: 'Where it is available',
  },
  es: {
    all: (total, forms) => `${the(forms)} ${total} ${plural('es', total, forms)}`,
    some: (covered, total, forms) => `${covered} de ${the(forms)} ${total} ${plural('es', total, forms)}`,
    count: (covered, total) => `${covered} de ${total}`,
    allBut: (names, forms) =>
      `${forms.feminine ? 'todas' : 'todos'} ${the(forms)} ${forms.other} menos ${names}`,
    everywhere: 'en todas partes',
    nowhere: 'ningún estado por ahora',
    state: 'Estado',
    where: 'Dónde',
    caption: 'Dónde está disponible',
  },
};
