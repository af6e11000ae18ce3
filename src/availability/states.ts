/**
 * The fifty states, the District of Columbia and five territories: their codes, names, time zones and what their counties
 * are called.
 *
 * Codes: USPS abbreviations and FIPS codes of ANSI INCITS 38. Spanish names: see data/README.md, “Names of states”.
 * Zones: IANA tz database, held against 49 CFR part 71. Where a state lies in two zones it is the eastern one, in which a
 * day ends first: a license then never counts for longer than its last day anywhere in the state. So Oregon has the zone
 * of Malheur County and Nevada that of West Wendover. Arizona has the state's own time, without daylight saving (A.R.S.
 * § 1-242), and not that of the Navajo Nation.
 */

/**
 * What a state's counties are called together: `borough` is boroughs, census areas and municipalities of Alaska;
 * `countyOrCity` is counties and independent cities; `equivalent` is anything else that the Census counts as a county
 * (districts and islands); `single` is one county equivalent that is the whole.
 */
export type CountyKind =
  | 'county'
  | 'parish'
  | 'borough'
  | 'municipio'
  | 'municipality'
  | 'countyOrCity'
  | 'equivalent'
  | 'single';

export interface State {
  /** USPS abbreviation: two capital letters. */
  usps: string;
  /** The first two digits of its counties' FIPS codes. */
  fips: string;
  /** In English. */
  name: string;
  names: { en: string; es: string };
  /** IANA zone in which a day ends first in that state. */
  zone: string;
  countyKind: CountyKind;
}

const pacific = 'America/Los_Angeles';
const mountain = 'America/Denver';
const boise = 'America/Boise';
const central = 'America/Chicago';
const eastern = 'America/New_York';

type Row = [usps: string, fips: string, en: string, es: string, zone: string, countyKind?: CountyKind];

const rows: Row[] = [
  ['AL', '01', 'Alabama', 'Alabama', central],
  ['AK', '02', 'Alaska', 'Alaska', 'America/Anchorage', 'borough'],
  ['AZ', '04', 'Arizona', 'Arizona', 'America/Phoenix'],
  ['AR', '05', 'Arkansas', 'Arkansas', central],
  ['CA', '06', 'California', 'California', pacific],
  ['CO', '08', 'Colorado', 'Colorado', mountain],
  ['CT', '09', 'Connecticut', 'Connecticut', eastern],
  ['DE', '10', 'Delaware', 'Delaware', eastern],
  ['DC', '11', 'District of Columbia', 'Distrito de Columbia', eastern, 'single'],
  ['FL', '12', 'Florida', 'Florida', eastern],
  ['GA', '13', 'Georgia', 'Georgia', eastern],
  ['HI', '15', 'Hawaii', 'Hawái', 'Pacific/Honolulu'],
  ['ID', '16', 'Idaho', 'Idaho', boise],
  ['IL', '17', 'Illinois', 'Illinois', central],
  ['IN', '18', 'Indiana', 'Indiana', 'America/Indiana/Indianapolis'],
  ['IA', '19', 'Iowa', 'Iowa', central],
  ['KS', '20', 'Kansas', 'Kansas', central],
  ['KY', '21', 'Kentucky', 'Kentucky', eastern],
  ['LA', '22', 'Louisiana', 'Luisiana', central, 'parish'],
  ['ME', '23', 'Maine', 'Maine', eastern],
  ['MD', '24', 'Maryland', 'Maryland', eastern, 'countyOrCity'],
  ['MA', '25', 'Massachusetts', 'Massachusetts', eastern],
  ['MI', '26', 'Michigan', 'Míchigan', 'America/Detroit'],
  ['MN', '27', 'Minnesota', 'Minnesota', central],
  ['MS', '28', 'Mississippi', 'Misisipi', central],
  ['MO', '29', 'Missouri', 'Misuri', central, 'countyOrCity'],
  ['MT', '30', 'Montana', 'Montana', mountain],
  ['NE', '31', 'Nebraska', 'Nebraska', central],
  ['NV', '32', 'Nevada', 'Nevada', mountain, 'countyOrCity'],
  ['NH', '33', 'New Hampshire', 'Nuevo Hampshire', eastern],
  ['NJ', '34', 'New Jersey', 'Nueva Jersey', eastern],
  ['NM', '35', 'New Mexico', 'Nuevo México', mountain],
  ['NY', '36', 'New York', 'Nueva York', eastern],
  ['NC', '37', 'North Carolina', 'Carolina del Norte', eastern],
  ['ND', '38', 'North Dakota', 'Dakota del Norte', central],
  ['OH', '39', 'Ohio', 'Ohio', eastern],
  ['OK', '40', 'Oklahoma', 'Oklahoma', central],
  ['OR', '41', 'Oregon', 'Oregón', boise],
  ['PA', '42', 'Pennsylvania', 'Pensilvania', eastern],
  ['RI', '44', 'Rhode Island', 'Rhode Island', eastern],
  ['SC', '45', 'South Carolina', 'Carolina del Sur', eastern],
  ['SD', '46', 'South Dakota', 'Dakota del Sur', central],
  ['TN', '47', 'Tennessee', 'Tennessee', eastern],
  ['TX', '48', 'Texas', 'Texas', central],
  ['UT', '49', 'Utah', 'Utah', mountain],
  ['VT', '50', 'Vermont', 'Vermont', eastern],
  ['VA', '51', 'Virginia', 'Virginia', eastern, 'countyOrCity'],
  ['WA', '53', 'Washington', 'Washington', pacific],
  ['WV', '54', 'West Virginia', 'Virginia Occidental', eastern],
  ['WI', '55', 'Wisconsin', 'Wisconsin', central],
  ['WY', '56', 'Wyoming', 'Wyoming', mountain],
  ['AS', '60', 'American Samoa', 'Samoa Americana', 'Pacific/Pago_Pago', 'equivalent'],
  ['GU', '66', 'Guam', 'Guam', 'Pacific/Guam', 'single'],
  ['MP', '69', 'Northern Mariana Islands', 'Islas Marianas del Norte', 'Pacific/Guam', 'municipality'],
  ['PR', '72', 'Puerto Rico', 'Puerto Rico', 'America/Puerto_Rico', 'municipio'],
  [
    'VI',
    '78',
    'U.S. Virgin Islands',
    'Islas Vírgenes de los Estados Unidos',
    'America/Puerto_Rico',
    'equivalent',
  ],
];

/** In the alphabetical order of their English names, the District of Columbia among them, then the territories. */
export const states: readonly State[] = rows.map(([usps, fips, en, es, zone, countyKind = 'county']) => ({
  usps,
  fips,
  name: en,
  names: { en, es },
  zone,
  countyKind,
}));

const byUsps = new Map(states.map((state) => [state.usps, state]));

/** Undefined where `usps` is no abbreviation of the table; capital letters matter. */
export const stateByUsps = (usps: string): State | undefined => byUsps.get(usps);

/** Throws on what is no abbreviation of the table. */
export function nameOfState(usps: string, locale: 'en' | 'es'): string {
  const state = byUsps.get(usps);
  if (!state)
    throw new Error(
      `“${usps}” is not the abbreviation of a US state, the District of Columbia or a territory.`,
    );
  return state.names[locale];
}

/** For a select field: the English name and the abbreviation. */
export const stateOptions = states.map(({ name, usps }) => ({ label: name, value: usps }));
