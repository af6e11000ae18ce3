/** The words of one value as pages say them now, for whoever puts it into a sentence. */
import type { Payload } from 'payload';
import { idOf } from '../../collections/blocks/fieldValues.js';
import type { Locale } from '../../collections/locales.js';
import { valueBySlug } from '../../collections/values/registry.js';
import type { Documents } from '../pages/documents.js';
import { valueRender } from '../pages/formats/context.js';
import { PublishedDocuments } from '../pages/publishedDocuments.js';
import { renderContextOf } from '../pages/renderContext.js';
import type { Service } from '../payload-types.js';
import type { WordsAnswer } from './answers.js';

interface Asked {
  /** `blockType` and fields. */
  value: Record<string, unknown>;
  locale: Locale;
  /** ISO 8601. */
  at: string;
}

const nothing: WordsAnswer = { words: null, service: null };

async function surroundings(documents: Documents, service: Service, siteId: string) {
  const [sites, services, availability] = await Promise.all([
    documents.byIds('sites', [siteId]),
    documents.all('services'),
    documents.availabilityOf([service.id]),
  ]);
  const site = sites.get(siteId);
  if (!site) return null;
  return {
    ...{ availability, site, locale: documents.locale, state: undefined },
    siteServices: services.filter((each) => idOf(each.site) === siteId).length,
    facts: { callsToAction: [], services: [service], topics: [] },
    linked: { articles: new Map(), faqs: new Map(), misconceptions: new Map() },
    ...{ media: new Map(), notices: [] },
  };
}

/** Of what is public only. Four queries. */
export async function sayValue(payload: Payload, { at, locale, value }: Asked): Promise<WordsAnswer> {
  const kind = valueBySlug(value.blockType);
  const id = idOf(value.service);
  if (!kind || id === undefined) return nothing;
  const documents = new PublishedDocuments(payload, locale, at);
  const service = (await documents.byIds('services', [id])).get(id);
  const around = service && (await surroundings(documents, service, idOf(service.site) ?? ''));
  if (!around) return nothing;
  const words = kind.words(value, valueRender(renderContextOf(around, at)));
  return { words: words ?? null, service: service.name };
}
