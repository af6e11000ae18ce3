/** Counties by name and by number, for every kind that the Census has. */
import { describe, expect, it } from '@jest/globals';
import type { Entry } from '../../../src/availability/entry.js';
import { entry, except, only, text } from './sentences.js';

const monroe = '12087';

const named: [what: string, entries: Entry[], en: string, es: string][] = [
  ['one county', [only('FL', monroe)], 'Florida (Monroe County)', 'Florida (el condado de Monroe)'],
  [
    'two counties',
    [only('FL', '12086', '12011')],
    'Florida (Broward County and Miami-Dade County)',
    'Florida (los condados de Broward y Miami-Dade)',
  ],
  [
    'three counties among other states',
    [only('FL', '12086', '12011', monroe), entry('GA'), entry('NJ')],
    'Florida (Broward County, Miami-Dade County, and Monroe County), Georgia, and New Jersey',
    'Florida (los condados de Broward, Miami-Dade y Monroe), Georgia y Nueva Jersey',
  ],
  [
    'four counties',
    [only('FL', '12086', '12011', monroe, '12021')],
    'Florida (4 of 67 counties)',
    'Florida (4 de los 67 condados)',
  ],
  [
    'three counties left out',
    [except('FL', '12086', '12011', monroe)],
    'Florida (all counties but Broward County, Miami-Dade County, and Monroe County)',
    'Florida (todos los condados menos los condados de Broward, Miami-Dade y Monroe)',
  ],
  [
    'four counties left out',
    [except('FL', '12086', '12011', monroe, '12021')],
    'Florida (63 of 67 counties)',
    'Florida (63 de los 67 condados)',
  ],
  [
    'two of three',
    [only('DE', '10001', '10003')],
    'Delaware (all counties but Sussex County)',
    'Delaware (todos los condados menos el condado de Sussex)',
  ],
  [
    'a name that turns y into e',
    [only('FL', '12057', '12061'), entry('IL')],
    'Florida (Hillsborough County and Indian River County) and Illinois',
    'Florida (los condados de Hillsborough e Indian River) e Illinois',
  ],
  ['a district that is not divided', [entry('DC')], 'District of Columbia', 'Distrito de Columbia'],
  ['the same by its only county', [only('DC', '11001')], 'District of Columbia', 'Distrito de Columbia'],
  [
    'a parish',
    [except('LA', '22071')],
    'Louisiana (all parishes but Orleans Parish)',
    'Luisiana (todas las parroquias menos la parroquia de Orleans)',
  ],
  [
    'parishes',
    [only('LA', '22071', '22033')],
    'Louisiana (East Baton Rouge Parish and Orleans Parish)',
    'Luisiana (las parroquias de East Baton Rouge y Orleans)',
  ],
  [
    'Alaska but for a census area',
    [except('AK', '02050')],
    'Alaska (all boroughs and census areas but Bethel Census Area)',
    'Alaska (todos los boroughs y áreas censales menos el área censal de Bethel)',
  ],
  [
    'Alaska’s other kinds',
    [only('AK', '02020', '02110', '02164')],
    'Alaska (Anchorage Municipality, Juneau City and Borough, and Lake and Peninsula Borough)',
    'Alaska (el municipio de Anchorage, la ciudad y borough de Juneau y el borough de Lake and Peninsula)',
  ],
  [
    'a county and a city named alike',
    [only('VA', '51600', '51059')],
    'Virginia (Fairfax County and Fairfax city)',
    'Virginia (el condado de Fairfax y la ciudad de Fairfax)',
  ],
  [
    'Maryland but for a city',
    [except('MD', '24510')],
    'Maryland (all counties and independent cities but Baltimore city)',
    'Maryland (todos los condados y ciudades independientes menos la ciudad de Baltimore)',
  ],
  ['Missouri’s city', [only('MO', '29510')], 'Missouri (St. Louis city)', 'Misuri (la ciudad de St. Louis)'],
  [
    'Missouri’s county',
    [only('MO', '29189')],
    'Missouri (St. Louis County)',
    'Misuri (el condado de St. Louis)',
  ],
  [
    'a city whose name says so',
    [only('NV', '32510')],
    'Nevada (Carson City)',
    'Nevada (la ciudad de Carson City)',
  ],
  [
    'a county whose name ends in City',
    [only('VA', '51036')],
    'Virginia (Charles City County)',
    'Virginia (el condado de Charles City)',
  ],
  [
    'a municipio',
    [only('PR', '72011')],
    'Puerto Rico (Añasco Municipio)',
    'Puerto Rico (el municipio de Añasco)',
  ],
  [
    'a municipality',
    [except('MP', '69100')],
    'Northern Mariana Islands (all municipalities but Rota Municipality)',
    'Islas Marianas del Norte (todos los municipios menos el municipio de Rota)',
  ],
  [
    'districts and an island',
    [only('AS', '60010', '60040')],
    'American Samoa (Eastern District and Swains Island)',
    'Samoa Americana (el distrito Oriental y la isla de Swains)',
  ],
  [
    'Connecticut’s eight counties',
    [only('CT', '09001', '09003')],
    'Connecticut (Fairfield County and Hartford County)',
    'Connecticut (los condados de Fairfield y Hartford)',
  ],
];

describe('counties by name', () => {
  it.each(named)('%s', (_, entries, en, es) => {
    expect(text(entries, 'oxford')).toBe(en);
    expect(text(entries, 'oxford', 'es')).toBe(es);
  });
});

const counted: [entry: Entry, en: string, es: string][] = [
  [entry('LA'), 'Louisiana (all 64 parishes)', 'Luisiana (las 64 parroquias)'],
  [except('LA', '22071'), 'Louisiana (63 of 64 parishes)', 'Luisiana (63 de las 64 parroquias)'],
  [entry('AK'), 'Alaska (all 30 boroughs and census areas)', 'Alaska (los 30 boroughs y áreas censales)'],
  [
    only('AK', '02020'),
    'Alaska (1 of 30 boroughs and census areas)',
    'Alaska (1 de los 30 boroughs y áreas censales)',
  ],
  [
    entry('VA'),
    'Virginia (all 133 counties and independent cities)',
    'Virginia (los 133 condados y ciudades independientes)',
  ],
  [entry('CT'), 'Connecticut (all 8 counties)', 'Connecticut (los 8 condados)'],
  [entry('PR'), 'Puerto Rico (all 78 municipios)', 'Puerto Rico (los 78 municipios)'],
  [
    entry('MP'),
    'Northern Mariana Islands (all 3 municipalities)',
    'Islas Marianas del Norte (los 3 municipios)',
  ],
  [entry('AS'), 'American Samoa (all 4 districts and islands)', 'Samoa Americana (los 4 distritos e islas)'],
  [entry('VI'), 'U.S. Virgin Islands (all 3 islands)', 'Islas Vírgenes de los Estados Unidos (las 3 islas)'],
  [entry('DC'), 'District of Columbia', 'Distrito de Columbia'],
  [entry('GU'), 'Guam', 'Guam'],
];

describe('counties by number', () => {
  it.each(counted)('%#: %j', (each, en, es) => {
    expect(text([each], 'counties')).toBe(en);
    expect(text([each], 'counties', 'es')).toBe(es);
  });

  it('says of a place without counties that it is covered everywhere, in the table', () => {
    expect(text([entry('DC')], 'table')).toBe('State\tWhere\nDistrict of Columbia\teverywhere');
    expect(text([entry('DC')], 'table', 'es')).toBe('Estado\tDónde\nDistrito de Columbia\ten todas partes');
  });
});
