/** The place of a question, found in the tables: which counties, in which states, with which share of its land. */
import type { County, CountyTable, ZipTable } from './places.js';

/** Five digits of a ZIP code, a county's FIPS code, or a state's USPS abbreviation. */
export type AskedPlace = { zip: string } | { county: string } | { state: string };

export interface Tables {
  counties: CountyTable;
  zips: ZipTable;
}

export interface PlacePart extends County {
  /** Of the land of the place, 0 to 1; null where the place is a state or a ZIP code that is no ZIP area. */
  share: number | null;
}

export interface FoundPlace {
  /** `other-zip` is a ZIP code that is no ZIP area: a PO box or a single building, somewhere in its state. */
  kind: 'zip' | 'other-zip' | 'county' | 'state';
  /** The ZIP code, FIPS code or abbreviation. */
  code: string;
  /** USPS abbreviations, without repetition, the state with the most of its land first. */
  states: readonly string[];
  /** Its counties, that with the most of its land first, or in the order of FIPS codes. */
  parts: readonly PlacePart[];
}

const wholeState = (usps: string, counties: CountyTable): PlacePart[] =>
  counties.inState(usps).map((county) => ({ ...county, share: null }));

/** Throws when the tables do not fit together: to leave a part out would be to promise it. */
function countyAt(fips: string, zip: string, counties: CountyTable): County {
  const county = counties.byFips(fips);
  if (!county)
    throw new Error(`ZIP area ${zip} lies in county ${fips}, which the county table does not have.`);
  return county;
}

function partsOfZip(zip: string, { counties, zips }: Tables): PlacePart[] | undefined {
  const parts = zips.partsOf(zip);
  const total = parts?.reduce((sum, { landArea }) => sum + landArea, 0) ?? 0;
  const withShares = parts?.map(({ fips, landArea }) => {
    return { ...countyAt(fips, zip, counties), share: total === 0 ? 0 : landArea / total };
  });
  return withShares?.sort((one, other) => other.share - one.share);
}

function found(kind: FoundPlace['kind'], code: string, parts: readonly PlacePart[]): FoundPlace | undefined {
  if (parts.length === 0) return undefined;
  return { kind, code, parts, states: [...new Set(parts.map(({ state }) => state))] };
}

function findZip(zip: string, tables: Tables): FoundPlace | undefined {
  const parts = partsOfZip(zip, tables);
  if (parts !== undefined) return found('zip', zip, parts);
  return found('other-zip', zip, wholeState(tables.zips.stateOfOther(zip) ?? '', tables.counties));
}

/** Finds a place; undefined when no table knows it. A ZIP code of nine digits has to be cut to five by the caller. */
export function findPlace(asked: AskedPlace, tables: Tables): FoundPlace | undefined {
  if ('zip' in asked) return findZip(asked.zip, tables);
  if ('state' in asked) return found('state', asked.state, wholeState(asked.state, tables.counties));
  const county = tables.counties.byFips(asked.county);
  return found('county', asked.county, county === undefined ? [] : [{ ...county, share: 1 }]);
}
