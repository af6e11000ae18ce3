/** Reads one thing that is asked for, and looks up the service, state, counties and licenses that it names. Pure. */
import type { Status } from '../availability/entry.js';
import type { CountyTable } from '../availability/places.js';
import { stateByUsps, states } from '../availability/states.js';
import { AppError } from '../errors.js';
import type { Problem } from './answers.js';
import { type AskedCell, type AskedEntry, problemAt, type Spot } from './asked.js';
import type { Desk, DeskService, StoredEntry } from './desk.js';
import { type ReadingPlace, readFields, readStatus } from './readFields.js';

export type Raw = Record<string, unknown>;

export interface Reading {
  desk: Desk;
  table: CountyTable;
  /** Told of everything that is wrong. */
  problems: Problem[];
}

const cellFields = [
  'service',
  'state',
  'status',
  'counties',
  'licenses',
  'reviewedAt',
  'reviewDueAt',
  'publicNote',
  'internalNote',
];
const entryFields = [...cellFields, 'id', 'site', 'effectiveFrom', 'effectiveTo'];

/** By its abbreviation or its English name. */
function findState(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  const byName = states.find(({ name }) => name.toLowerCase() === text.toLowerCase());
  return (stateByUsps(text.toUpperCase()) ?? byName)?.usps;
}

/** Those who keep some sites only learn nothing of the others, not even what there is not. */
function refuseBeyond({ isLimited }: Desk, asked: unknown): void {
  if (!isLimited) return;
  throw new AppError('forbidden', 403, `“${String(asked)}” is nothing of the sites that you work for.`);
}

/** One thing that is asked for, with the way to complain about it. */
class Item {
  readonly service: DeskService | undefined;
  readonly state: string | undefined;

  constructor(
    readonly raw: Raw,
    readonly spot: Spot,
    readonly stored: StoredEntry | null,
    private readonly reading: Reading,
  ) {
    this.service = this.readService();
    this.state = this.readState();
  }

  complain: ReadingPlace['complain'] = (field, message) => {
    this.reading.problems.push(problemAt(this.spot, field, message));
  };

  private readService(): DeskService | undefined {
    const { services } = this.reading.desk;
    const asked = this.raw.service;
    const own = services.find(({ id }) => id === this.stored?.service);
    if (asked === undefined && own) return own;
    const found = services.find(({ id, slug }) => id === asked || slug === asked);
    if (!found) {
      if (asked !== undefined) refuseBeyond(this.reading.desk, asked);
      const message =
        asked === undefined
          ? 'Say which service.'
          : `There is no service “${String(asked)}” that you may keep.`;
      this.complain('service', message);
    } else if (own && own !== found) {
      this.complain('service', `This entry is of ${own.slug}. Make another one for ${found.slug}.`);
    } else this.checkSite(found);
    return found;
  }

  private checkSite({ site, slug }: DeskService): void {
    const asked = this.raw.site;
    if (asked === undefined || asked === site.slug || asked === site.id) return;
    this.complain('site', `${slug} is a service of ${site.slug}, not of “${String(asked)}”.`);
  }

  private readState(): string | undefined {
    const asked = this.raw.state;
    if (asked === undefined && this.stored) return this.stored.state;
    const found = findState(asked);
    if (!found) {
      const message =
        asked === undefined ? 'Say which state.' : `“${String(asked)}” is no US state. Write it as in FL.`;
      this.complain('state', message);
    } else if (this.stored && this.stored.state !== found) {
      this.complain('state', `This entry is of ${this.stored.state}. Make another one for ${found}.`);
    }
    return found;
  }

  refuseUnknown(known: readonly string[]): void {
    for (const name of Object.keys(this.raw)) {
      if (!known.includes(name))
        this.complain(name, `“${name}” is not known here; these are: ${known.join(', ')}.`);
    }
  }

  /** The fields besides the status; undefined when it is not known of what. */
  fields(service: DeskService, state: string) {
    const { desk, table } = this.reading;
    // what an entry rests on already may be said again by those who could not choose it
    const visibleLicenses = new Set([...desk.visibleLicenses, ...(this.stored?.licenses ?? [])]);
    return readFields(this.raw, {
      ...{ complain: this.complain, desk: { ...desk, visibleLicenses }, service, state, table },
    });
  }
}

/** A cell as it is to be, looked up; nothing where it cannot be told what is meant. */
export function readCell(raw: Raw, spot: Spot, reading: Reading): AskedCell[] {
  const item = new Item(raw, spot, null, reading);
  item.refuseUnknown(cellFields);
  const { service, state } = item;
  const status = statusOfCell(raw, item);
  if (!service || !state || status === undefined) return [];
  return [{ spot, service, state, status, fields: item.fields(service, state) }];
}

function statusOfCell({ status }: Raw, { complain }: Item): Status | null | undefined {
  if (status === null) return null;
  if (status !== undefined) return readStatus(status, complain);
  complain('status', 'Say which status; null ends what is in force.');
  return undefined;
}

function storedOf({ id }: Raw, spot: Spot, { desk, problems }: Reading): StoredEntry | null | undefined {
  if (id === undefined || id === null) return null;
  const found = desk.entries.find((entry) => entry.id === id);
  if (found) return found;
  refuseBeyond(desk, id);
  const isDraft = desk.drafts.some((draft) => draft.id === id);
  const message = isDraft
    ? 'This entry is a draft that was never published. Publish it in its own form first.'
    : `There is no published entry “${String(id)}” that you may keep.`;
  problems.push(problemAt(spot, 'id', message));
  return undefined;
}

const neededOfNew = ['status', 'counties'] as const;

/** An entry as it is to be, looked up; nothing where it cannot be told what is meant. */
export function readEntry(raw: Raw, spot: Spot, reading: Reading): AskedEntry[] {
  const stored = storedOf(raw, spot, reading);
  if (stored === undefined) return [];
  const item = new Item(raw, spot, stored, reading);
  item.refuseUnknown(entryFields);
  const { service, state } = item;
  const status = raw.status === undefined ? undefined : readStatus(raw.status, item.complain);
  for (const name of neededOfNew) {
    if (!stored && raw[name] === undefined) item.complain(name, `A new entry needs ${name}.`);
  }
  if (!service || !state) return [];
  const fields = { ...(status ? { status } : {}), ...item.fields(service, state) };
  return [{ spot, stored, service, state, fields }];
}
