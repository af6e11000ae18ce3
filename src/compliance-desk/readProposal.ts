/** What somebody would publish: rules and disclaimers as they would be then. */
import { randomUUID } from 'node:crypto';
import type { PayloadRequest } from 'payload';
import { defaultLocale, type Locale, locales } from '../../collections/locales.js';
import type { Disclaimer, Rule } from '../payload-types.js';
import { type InLocales, type PublicTexts, publicTextsOf, readDisclaimer } from './readDisclaimer.js';
import { idIn, type Part, partsIn, pathIn, refused, wordIn } from './readFields.js';
import { readRule } from './readRule.js';

/** By id; null for what would be taken down. */
export interface Proposal {
  rules: ReadonlyMap<string, Rule | null>;
  disclaimers: ReadonlyMap<string, InLocales | null>;
  /** Where each rule stands in the body. */
  places: ReadonlyMap<string, string>;
}

/** As many as are looked at together. */
const most = 50;

type Collection = 'disclaimers' | 'rules';

const asCaller = (req: PayloadRequest) => ({ depth: 0, overrideAccess: false, req }) as const;

/** The newest version, with what was given on top of it. Throws 400 for an id that is not there for the caller. */
async function completed(
  req: PayloadRequest,
  collection: Collection,
  part: Part,
  locale: Locale,
): Promise<Part> {
  const id = idIn(part, 'id');
  if (id === null) return part;
  const { docs } = await req.payload.find({
    ...{ ...asCaller(req), collection, draft: true, fallbackLocale: false as const, limit: 1, locale },
    where: { id: { equals: id } },
  });
  if (!docs[0]) throw refused(pathIn(part, 'id'), `There is none of ${collection} with the id ${id}.`);
  return { ...part, fields: { ...docs[0], ...part.fields } };
}

async function publicTexts(req: PayloadRequest, id: string): Promise<PublicTexts | null> {
  const { docs } = await req.payload.find({
    ...{ ...asCaller(req), collection: 'disclaimers', draft: false, limit: 1, locale: 'all' },
    where: { and: [{ id: { equals: id } }, { _status: { equals: 'published' } }] },
  });
  return docs[0] ? publicTextsOf(docs[0] as unknown as Disclaimer) : null;
}

function isRemoved(part: Part): boolean {
  const { remove = false } = part.fields;
  if (typeof remove === 'boolean') return remove;
  throw refused(pathIn(part, 'remove'), 'remove is true or false.');
}

/** Throws 400 for what cannot be read; what publishing would refuse is left to the problems. */
export async function readProposal(req: PayloadRequest, fields: Record<string, unknown>): Promise<Proposal> {
  const body = { fields, path: '' };
  const locale = fields.locale === undefined ? defaultLocale : wordIn(body, 'locale', locales);
  const rules = new Map<string, Rule | null>();
  const disclaimers = new Map<string, InLocales | null>();
  const places = new Map<string, string>();
  for (const part of partsIn(body, 'rules', most)) {
    const id = idIn(part, 'id') ?? randomUUID();
    places.set(id, part.path);
    rules.set(id, isRemoved(part) ? null : readRule(await completed(req, 'rules', part, locale), id));
  }
  for (const part of partsIn(body, 'disclaimers', most)) {
    const id = idIn(part, 'id') ?? randomUUID();
    const whole = isRemoved(part) ? null : await completed(req, 'disclaimers', part, locale);
    const before = whole && (await publicTexts(req, id));
    disclaimers.set(id, whole && readDisclaimer(whole, { before, id, locale }));
  }
  if (rules.size + disclaimers.size === 0) {
    throw refused('rules', 'Send what would be published: rules, disclaimers, or both.');
  }
  return { rules, disclaimers, places };
}
