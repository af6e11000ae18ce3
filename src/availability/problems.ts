/** What is impossible about an entry, in words for those who keep it. */
import type { Entry, License } from './entry.js';
import { listProblems } from './listProblems.js';
import { overlapOf, type Period } from './periods.js';
import { periodInWords } from './periodWords.js';
import type { CountyTable } from './places.js';
import { stateByUsps } from './states.js';

/** Something wrong, and the field of the collection that it is about. */
export interface Problem {
  path: string;
  message: string;
}

/** An entry as somebody means to store it. */
export interface ProposedEntry extends Pick<Entry, 'serviceId' | 'state' | 'status' | 'counties'>, Period {
  /** Absent while it is new. */
  id?: string;
  licenses: readonly (License & { number?: string | null })[];
  reviewedAt?: string | null;
  reviewDueAt?: string | null;
}

/** An entry that stands already. */
export type OtherEntry = Pick<Entry, 'id' | 'serviceId' | 'state'> & Period;

interface Surroundings {
  /** The entries beside it; itself, other services and other states may be among them. */
  others: readonly OtherEntry[];
  countyTable: CountyTable;
}

const isMoment = (text: string) => !Number.isNaN(Date.parse(text));

const isAfter = (one: string, other: string) => Date.parse(one) > Date.parse(other);

function momentProblems(entry: ProposedEntry): Problem[] {
  const { effectiveFrom, effectiveTo, reviewDueAt, reviewedAt } = entry;
  return Object.entries({ effectiveFrom, effectiveTo, reviewedAt, reviewDueAt }).flatMap(([path, moment]) =>
    moment && !isMoment(moment) ? [{ path, message: `“${moment}” is not a date.` }] : [],
  );
}

function orderProblems({ effectiveFrom, effectiveTo, reviewDueAt, reviewedAt }: ProposedEntry): Problem[] {
  const problems: Problem[] = [];
  if (effectiveFrom && effectiveTo && !isAfter(effectiveTo, effectiveFrom)) {
    problems.push({ path: 'effectiveTo', message: 'The end must come after the start.' });
  }
  if (reviewedAt && reviewDueAt && isAfter(reviewedAt, reviewDueAt)) {
    problems.push({ path: 'reviewDueAt', message: 'The next review must not be due before the last one.' });
  }
  return problems;
}

function overlapProblems(entry: ProposedEntry, others: readonly OtherEntry[], name: string): Problem[] {
  return others
    .filter(
      ({ id, serviceId, state }) => id !== entry.id && serviceId === entry.serviceId && state === entry.state,
    )
    .filter((other) => overlapOf(entry, other) !== null)
    .map((other) => ({
      path: 'effectiveFrom',
      message: `The period overlaps that of another entry of this service in ${name}: ${periodInWords(other, entry.state)}.`,
    }));
}

function licenseProblems({ licenses, state, status }: ProposedEntry, name: string): Problem[] {
  const foreign = licenses.filter((license) => license.state !== state);
  const problems = foreign.map(({ number, state: usps }) => {
    const which = number ? `License ${number}` : 'A license';
    const of = stateByUsps(usps)?.name ?? `“${usps}”`;
    return { path: 'licenses', message: `${which} is for ${of}, not for ${name}.` };
  });
  if (status !== 'available' || licenses.length > 0) return problems;
  return [{ path: 'licenses', message: `“Available” rests on a license: name at least one for ${name}.` }];
}

/** Everything impossible about an entry, with words; none when it may be stored. */
export function problemsOf(entry: ProposedEntry, { countyTable, others }: Surroundings): Problem[] {
  const name = stateByUsps(entry.state)?.name;
  if (name === undefined) {
    return [
      {
        path: 'state',
        message: `“${entry.state}” is not a US state, the District of Columbia or a territory.`,
      },
    ];
  }
  const badMoments = momentProblems(entry);
  const orders = orderProblems(entry);
  const inTime = badMoments.length > 0 || orders.some(({ path }) => path === 'effectiveTo');
  return [
    ...listProblems(entry, countyTable),
    ...badMoments,
    ...(badMoments.length > 0 ? [] : orders),
    ...(inTime ? [] : overlapProblems(entry, others, name)),
    ...licenseProblems(entry, name),
  ];
}
