/** Schedules one publication: checks the right, the time and the language, then queues a job of Payload's. */
import type { PayloadRequest } from 'payload';
import type { CollectionKey } from '../../../collections/access/accessTable.js';
import { actorOf } from '../../../collections/access/actorOf.js';
import type { Doc } from '../../../collections/hooks/documentStates.js';
import { appendAudit } from '../../../collections/hooks/recordInAudit.js';
import { withinTransaction } from '../../database/inTransaction.js';
import { invalidParameter, notFound } from '../../errors.js';
import {
  type Action,
  type ScheduleEntry,
  type ScheduleInput,
  type ScheduleJob,
  taskSlug,
  toEntry,
} from './entry.js';
import { type PlannedTime, planTime } from './planTime.js';
import { publishableCollections, requirePublishable } from './rights.js';
import { zoneOfDocument, zoneOfSite } from './siteZone.js';

/** What callers send; nothing of it is checked yet. */
export type Asked = Partial<
  Record<'collection' | 'id' | 'action' | 'at' | 'timeZone' | 'site' | 'locale', unknown>
>;

const parameters = ['collection', 'id', 'action', 'at', 'timeZone', 'site', 'locale'];

function refuseUnknown(asked: Asked): void {
  const unknown = Object.keys(asked).find((name) => !parameters.includes(name));
  if (unknown)
    throw invalidParameter(unknown, `${unknown} is not known here; these are: ${parameters.join(', ')}.`);
}

function readAction(action: unknown): Action {
  if (action === 'publish' || action === 'unpublish') return action;
  throw invalidParameter('action', 'action must be publish or unpublish.');
}

function readCollection(req: PayloadRequest, collection: unknown): CollectionKey {
  const known = publishableCollections(req);
  if (known.includes(collection as CollectionKey)) return collection as CollectionKey;
  throw invalidParameter(
    'collection',
    `collection must be one in which you may publish: ${known.join(', ')}.`,
  );
}

function readLocale({ payload }: PayloadRequest, action: Action, locale: unknown): string {
  const { localization } = payload.config;
  const codes = localization ? localization.localeCodes : [];
  if (locale === undefined || locale === null) {
    return action === 'publish' && localization ? localization.defaultLocale : 'all';
  }
  if (locale === 'all' || codes.includes(locale as string)) return locale as string;
  throw invalidParameter('locale', `locale must be one of ${codes.join(', ')}, or all.`);
}

async function homeZone(req: PayloadRequest, doc: Doc, site: unknown): Promise<string | null> {
  const own = await zoneOfDocument(req, doc);
  if (site === undefined || site === null) return own;
  const given = typeof site === 'string' ? await zoneOfSite(req, site) : null;
  if (!given) throw invalidParameter('site', 'There is no such site.');
  return own ?? given;
}

/** The title in the language asked for, else in any. */
export function titleIn(req: PayloadRequest, collection: string, doc: Doc, locale: string): string {
  const value = doc[String(req.payload.collections[collection as 'articles'].config.admin.useAsTitle)];
  if (typeof value !== 'object' || value === null) return String(value ?? doc.id);
  const texts = value as Record<string, unknown>;
  return String(texts[locale] ?? Object.values(texts).find(Boolean) ?? doc.id);
}

async function queue(
  req: PayloadRequest,
  input: Required<ScheduleInput>,
  { instant }: PlannedTime,
): Promise<ScheduleJob> {
  const { by, doc, locale, timezone, title, type } = input;
  return withinTransaction(req, async () => {
    const job = await req.payload.jobs.queue({
      input: input as never,
      req,
      task: taskSlug,
      waitUntil: instant,
    });
    await appendAudit(req, {
      ...{ action: 'update', collectionSlug: doc.relationTo, documentId: doc.value, title, locale },
      changes: [
        {
          field: 'schedule',
          from: null,
          to: { action: type, at: instant.toISOString(), timeZone: timezone, by: by.label },
        },
      ],
    });
    return job as unknown as ScheduleJob;
  });
}

/** The new entry. Throws 400 that names the parameter, 403, 404. */
export async function scheduleOne(
  req: PayloadRequest,
  asked: Asked,
): Promise<ScheduleEntry & { note?: string }> {
  refuseUnknown(asked);
  const collection = readCollection(req, asked.collection);
  const action = readAction(asked.action);
  const locale = readLocale(req, action, asked.locale);
  if (typeof asked.id !== 'string') throw notFound();
  const { latest } = await requirePublishable(req, collection, asked.id);
  if (latest.deletedAt) throw invalidParameter('id', 'The document is in the trash; restore it first.');
  const planned = planTime({
    ...{ at: asked.at, timeZone: asked.timeZone },
    homeZone: await homeZone(req, latest, asked.site),
  });
  const { collection: relationTo, id: value } = req.user as {
    collection: 'users' | 'api-clients';
    id: string;
  };
  const input: Required<ScheduleInput> = {
    ...{ type: action, doc: { relationTo: collection, value: asked.id }, locale },
    ...{ timezone: planned.timeZone, at: planned.instant.toISOString() },
    ...{ user: { relationTo, value }, by: actorOf(req), title: titleIn(req, collection, latest, locale) },
  };
  const entry = toEntry(await queue(req, input, planned), req);
  return planned.note ? { ...entry, note: planned.note } : entry;
}
