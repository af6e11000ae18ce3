/** Counties and ZIP areas, as the tables in data/ have them (see data/README.md). What reads them is src/census/. */

/** A county or what stands for one: a parish, borough, census area, independent city, municipio, district. */
export interface County {
  /** Five digits: the state's two, then the county's three. */
  fips: string;
  /** USPS abbreviation. */
  state: string;
  /** As the Census Bureau writes it, with its kind: “Monroe County”, “Orleans Parish”. */
  name: string;
}

export interface CountyTable {
  /** In the order of their FIPS codes; empty for what is no state of ours. */
  inState(state: string): readonly County[];
  byFips(fips: string): County | undefined;
}

/** The part of a ZIP area that lies in one county. */
export interface ZipPart {
  /** FIPS code of the county. */
  fips: string;
  /** Square metres of land; 0 where the part is all water. */
  landArea: number;
}

export interface ZipTable {
  /** The parts of a ZIP area, in the order of FIPS codes; undefined when the ZIP code is no ZIP area. */
  partsOf(zip: string): readonly ZipPart[] | undefined;
  /** The state (USPS abbreviation) of a ZIP code that is no ZIP area, as far as it is known. */
  stateOfOther(zip: string): string | undefined;
}
