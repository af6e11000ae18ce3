/** One entry of availability: one service in one state for one period. Pure; every moment is an ISO 8601 instant. */

/** What can be said of a service in a state, the best for a visitor first. */
export const statuses = ['available', 'waitlist', 'coming-soon', 'paused', 'unavailable'] as const;

export type Status = (typeof statuses)[number];

/** As those who keep entries read it. */
export const statusNames: Readonly<Record<Status, string>> = {
  available: 'Available',
  waitlist: 'Waitlist',
  'coming-soon': 'Coming soon',
  paused: 'Paused',
  unavailable: 'Unavailable',
};

export const countyModes = ['all', 'only', 'except'] as const;

/** All counties of the state, only those listed, or all but those listed. */
export type CountyMode = (typeof countyModes)[number];

export interface Counties {
  mode: CountyMode;
  /** FIPS codes of five digits; without meaning where `mode` is `all`. */
  list: readonly string[];
}

/** A right to practise, as far as it matters for when it is in force. */
export interface License {
  id: string;
  /** USPS abbreviation. */
  state: string;
  /** The first day or moment of it, as stored; null when it is not known. */
  issuedOn: string | null;
  /** The last day of it, or the moment at which it ends, as stored; null when it does not expire. See `licenses.ts`. */
  expiresOn: string | null;
}

export interface Entry {
  id: string;
  serviceId: string;
  /** USPS abbreviation. */
  state: string;
  status: Status;
  counties: Counties;
  /** Inclusive; null is “from when it was published”. */
  effectiveFrom: string | null;
  /** Exclusive; null is “until further notice”. */
  effectiveTo: string | null;
  /** Only `available` rests on licenses. */
  licenses: readonly License[];
  reviewedAt: string | null;
  /** In the language in which the entry was read. */
  publicNote: string | null;
}
