/** The sentences of GET /api/availability/summary, before a plan and after it. Pure. */
import { locales } from '../../collections/locales.js';
import type { Entry } from '../availability/entry.js';
import { stateOfAffairs } from '../availability/periods.js';
import type { CountyTable } from '../availability/places.js';
import { summarize } from '../availability/summary.js';
import type { EntryData, PlannedSentence } from './answers.js';
import { byId, coreOf, type Desk, type DeskService, type DeskSite } from './desk.js';
import { entriesAfter, isWritten, type Plan } from './plan.js';

const formats = ['oxford', 'counties'] as const;

interface Comparing {
  before: readonly Entry[];
  after: readonly Entry[];
  table: CountyTable;
}

/** A sentence is of one service, or of all public ones of a site. */
interface Subject {
  site: DeskSite;
  service: DeskService | null;
  serviceIds: ReadonlySet<string>;
}

function subjectsOf(desk: Desk, plan: Plan): Subject[] {
  const touched = new Set(
    plan.entries.filter(isWritten).map(({ after, before }) => (after ?? before)?.service),
  );
  const services = desk.services.filter(({ id }) => touched.has(id));
  const publicOnes = desk.services.filter(({ isPublished }) => isPublished);
  const sites = [...new Set(services.filter((each) => each.isPublished).map(({ site }) => site))];
  return [
    ...services.map((service) => ({ site: service.site, service, serviceIds: new Set([service.id]) })),
    ...sites.map((site) => {
      const own = publicOnes.filter((each) => each.site === site);
      return { site, service: null, serviceIds: new Set(own.map(({ id }) => id)) };
    }),
  ];
}

function compareAt(
  { service, serviceIds, site }: Subject,
  at: string,
  comparing: Comparing,
): PlannedSentence[] {
  const inForce = (entries: readonly Entry[]) =>
    stateOfAffairs(
      entries.filter(({ serviceId }) => serviceIds.has(serviceId)),
      at,
    );
  const [before, after] = [inForce(comparing.before), inForce(comparing.after)];
  return locales.flatMap((locale) =>
    formats.map((format) => {
      const question = { format, locale, order: site.stateOrder, table: comparing.table };
      const texts = [before, after].map((entries) => summarize(entries, question).text);
      const [was = '', becomes = ''] = texts;
      return {
        ...{ site: site.slug, service: service?.slug ?? null, locale, format, at },
        ...{ before: was, after: becomes, isChanged: was !== becomes },
      };
    }),
  );
}

/** The moments after `at` at which something that the plan writes begins or ends, before it or after it. */
export function laterMoments({ entries }: Plan, at: string): string[] {
  const written = entries.filter(isWritten).flatMap(({ after, before }) => [before, after]);
  const moments = written
    .flatMap((entry: EntryData | null) => [entry?.effectiveFrom, entry?.effectiveTo])
    .flatMap((moment) => (moment ? new Date(moment).toISOString() : []))
    .filter((moment) => moment > at);
  return [...new Set(moments)].sort();
}

/** As of `at`, and as of each later moment of the plan; none when it writes nothing. */
export function compareSentences(
  desk: Desk,
  plan: Plan,
  { at, table }: { at: string; table: CountyTable },
): PlannedSentence[] {
  const licenses = byId(desk.licenses);
  const coresOf = (entries: readonly EntryData[]) => entries.map((entry) => coreOf(entry, licenses));
  const comparing = { before: coresOf(desk.entries), after: coresOf(entriesAfter(desk, plan)), table };
  const moments = [at, ...laterMoments(plan, at)];
  return subjectsOf(desk, plan).flatMap((subject) =>
    moments.flatMap((moment) => compareAt(subject, moment, comparing)),
  );
}
