/** What a check answers: is a service offered at a place, and if not, what then. */
import type { Status } from './entry.js';
import type { FoundPlace } from './foundPlace.js';

/**
 * `yes`: everywhere at the place; `partly`: in some of its counties; `no`: in none. `unknown`: the place is a ZIP code
 * without an area of its own, and its state is covered in part.
 */
export type Available = 'yes' | 'partly' | 'unknown' | 'no';

/**
 * Why. `available` and `partly-available` go with yes and partly, `zip-without-area` with unknown; the rest with no:
 * `waitlist`, `coming-soon` and `paused` say what holds instead, at least in part, `not-offered` that nothing does.
 */
export const reasonCodes = [
  'available',
  'partly-available',
  'zip-without-area',
  'waitlist',
  'coming-soon',
  'paused',
  'not-offered',
] as const;

export type ReasonCode = (typeof reasonCodes)[number];

/** A service to ask about. */
export interface AskedService {
  id: string;
  slug: string;
  name: string;
  /** The slug of its site. */
  site: string;
}

interface Verdict {
  available: Available;
  /** The best that holds anywhere at the place; `unavailable` where nothing does, null where it is unknown. */
  status: Status | null;
  /** A sentence in the language asked for; says nothing of licenses. */
  reason: string;
  reasonCode: ReasonCode;
  /** Since when the entries that decide are in force, the latest of them; null is “since they were published”. */
  effectiveFrom: string | null;
  /** The first moment at which the answer may be another; null when none is known. */
  nextChangeAt: string | null;
}

export interface ServiceAnswer extends AskedService, Verdict {
  /** Of the entries that decide, each on a line of its own. */
  publicNote: string | null;
  /** Those at the place, as in the answer's `counties`; of a state only where it is partly covered by this service. */
  counties: { fips: string; status: Status }[];
}

export interface CountyAnswer {
  fips: string;
  /** As the Census writes it. */
  name: string;
  /** USPS abbreviation. */
  state: string;
  /** Of the land of the ZIP area, 0 to 1; null where a state was asked for. */
  share: number | null;
  /** True when one of the services is available there. */
  available: boolean;
  /** The best of any service there. */
  status: Status;
}

/** The verdict is that of the service that is available most, but for `nextChangeAt`, the earliest of any. */
export interface CheckAnswer extends Verdict {
  place: FoundPlace;
  /** In the order asked for. */
  services: ServiceAnswer[];
  /** The counties at the place, that with most land first; of a state only where it is partly covered, of a ZIP code without an area none. */
  counties: CountyAnswer[];
}
