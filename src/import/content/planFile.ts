/** Works out what one file means for what is stored. Writes nothing: a dry run ends here. */
import { randomUUID } from 'node:crypto';
import type { Payload, PayloadRequest } from 'payload';
import { defaultLocale } from '../../../collections/locales.js';
import type { Fields } from '../files/checkFields.js';
import type { ParsedFile } from '../files/parseFile.js';
import { ImportProblem } from '../ImportProblem.js';
import { type Creation, Directory, type Found } from './directory.js';
import { findStored, type Upload } from './images.js';
import { hostsOf } from './pageLinks.js';
import { type ReadBody, readBody } from './readBody.js';
import { readRelations } from './readRelations.js';
import { overStored, sharedParts, withoutShared } from './sharedFields.js';
import type { Siblings } from './siblings.js';
import { changesIn, isShownAsWritten, type Place, readStored, type StoredContent } from './storedContent.js';

export interface Run {
  payload: Payload;
  createMissing: boolean;
  isDryRun: boolean;
  publish: boolean;
  /** For files that name no site. */
  site: string | undefined;
  siblings: Siblings;
}

export type Outcome = 'created' | 'updated' | 'published' | 'unchanged';

export interface Plan {
  outcome: Outcome;
  id: string;
  isNew: boolean;
  /** What is to be stored; only what differs. */
  data: Fields;
  creations: Creation[];
  uploads: Upload[];
  /** References found, by the name of the field, or of the text. */
  linked: string[];
  /** To be gone through again when the files that it refers to are written. */
  isDeferred: boolean;
  notes: string[];
}

/** Reads inside the transaction of `req`. @throws ImportProblem with everything that is wrong. */
export async function planFile(file: ParsedFile, run: Run, req: PayloadRequest): Promise<Plan> {
  const { kind, locale } = file;
  const place: Place = { payload: run.payload, req, kind, locale };
  const directory = new Directory({ ...run, req, locale });
  const stored = await readStored(place, file.slug);
  const notes = [...file.notes];
  const sites = await sitesFor(file, { directory, run, stored, notes });
  const relations = await readRelations({ directory, file, notes, run, timeZone: timeZoneOf(sites.docs) });
  await findStored(relations.uploads, directory);
  const body = await readBody({
    directory,
    file,
    isDryRun: run.isDryRun,
    siblings: run.siblings,
    sites: sites.docs,
    uploads: relations.uploads,
  });
  const given: Fields = {
    slug: file.slug,
    ...(file.title === undefined ? {} : { [kind.title]: file.title }),
    ...relations.fields(),
    ...(sites.value === undefined ? {} : { sites: sites.value }),
    ...(body.text ? { [kind.text]: body.text } : {}),
  };
  const kept = ownFields(given, place, stored, notes);
  const problems = [
    ...directory.missing,
    ...relations.problems,
    ...body.problems,
    ...lacking(kept, place, stored),
  ];
  if (problems.length > 0) throw new ImportProblem(withHint(problems, directory, run));
  const data = stored ? await changesIn(kept, stored.latest, place) : kept;
  return {
    ...{
      data,
      uploads: relations.uploads,
      creations: [...directory.creations.values()],
      notes: [...notes, ...body.notes],
    },
    id: stored?.latest.id ?? randomUUID(),
    isNew: !stored,
    outcome: outcomeOf(data, stored, run),
    linked: [
      ...(sites.value ? sites.docs.map(({ slug }) => `site ${slug}`) : []),
      ...relations.linked,
      ...linksIn(body),
    ],
    isDeferred: relations.isDeferred || body.isDeferred,
  };
}

function linksIn({ references }: ReadBody): string[] {
  return references === 0 ? [] : [references === 1 ? '1 link to a page' : `${references} links to pages`];
}

function outcomeOf(data: Fields, stored: StoredContent | undefined, { publish }: Run): Outcome {
  if (!stored) return 'created';
  if (Object.keys(data).length > 0) return 'updated';
  return publish && !isShownAsWritten(stored) ? 'published' : 'unchanged';
}

const timeZoneOf = ([site]: readonly Found[]) =>
  typeof site?.timeZone === 'string' ? site.timeZone : 'America/New_York';

interface SiteSearch {
  directory: Directory;
  run: Run;
  stored: StoredContent | undefined;
  notes: string[];
}

/** The sites that the file is for, and what is to be stored of them: nothing when it names none and stays where it is. */
async function sitesFor(
  file: ParsedFile,
  search: SiteSearch,
): Promise<{ docs: Found[]; value: string[] | undefined }> {
  const { directory, notes, run, stored } = search;
  const own = file.fields.sites as string[] | null | undefined;
  const names = own ?? (run.site && own !== null ? [run.site] : []);
  const docs: Found[] = [];
  for (const name of names) {
    const found = await directory.need('sites', name, {
      line: file.lineOf(['sites']) ?? file.lineOf(['site']),
    });
    if (found) docs.push(found);
  }
  if (own || own === null) return { docs, value: docs.map(({ id }) => id) };
  const [ofAddress] =
    names.length === 0 && file.page?.canonical ? await sitesAt(file.page.canonical, run) : [];
  const site = docs[0] ?? ofAddress;
  const ids = ((stored?.latest.sites as string[] | null | undefined) ?? []).map(String);
  if (!site) {
    if (!stored) notes.push('no site is named: it will be shown on all sites');
    return { docs: await sitesWith(ids, run), value: undefined };
  }
  const isThere = stored !== undefined && (ids.length === 0 || ids.includes(site.id));
  return { docs: [site], value: isThere ? undefined : [...ids, site.id] };
}

async function allSites({ payload }: Run): Promise<Found[]> {
  const { docs } = await payload.find({
    ...{ collection: 'sites', depth: 0, locale: defaultLocale, overrideAccess: true, pagination: false },
  });
  return docs as unknown as Found[];
}

/** The sites on whose hosts an address is. */
async function sitesAt(address: string, run: Run): Promise<Found[]> {
  const { hostname } = new URL(address);
  return (await allSites(run)).filter((site) => hostsOf(site).includes(hostname));
}

/** No ids: all sites. */
async function sitesWith(ids: readonly string[], run: Run): Promise<Found[]> {
  const all = await allSites(run);
  return ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id));
}

/** What the file may say of what is stored. */
function ownFields(given: Fields, place: Place, stored: StoredContent | undefined, notes: string[]): Fields {
  if (!stored) return given;
  const { flattenedFields } = place.payload.collections[place.kind.collection].config;
  return overStored(ofLanguage(given, place, stored, notes), stored.latest, flattenedFields);
}

/** What has no language belongs to the text in the default language; other languages set it only when they come first. */
function ofLanguage(given: Fields, place: Place, stored: StoredContent, notes: string[]): Fields {
  if (place.locale === defaultLocale || !stored.hasDefaultText) return given;
  const { flattenedFields } = place.payload.collections[place.kind.collection].config;
  const left = sharedParts(given, stored.latest, flattenedFields);
  if (left.length > 0) {
    notes.push(
      `left as they are, because all languages share them: ${left.join(', ')}; change them in the ${defaultLocale} file`,
    );
  }
  return withoutShared(given, stored.latest, flattenedFields);
}

/** Drafts are stored as they are; an import leaves none behind that could never be published. */
function lacking(given: Fields, { kind, payload }: Place, stored: StoredContent | undefined): string[] {
  const { flattenedFields } = payload.collections[kind.collection].config;
  return flattenedFields
    .filter((field) => 'required' in field && field.required && !['id', 'slug'].includes(field.name))
    .filter(({ name }) => !(name in given ? given[name] : stored?.latest[name]))
    .map(({ name }) =>
      name === kind.text ? 'there is no text below the front matter' : `${name}: there is none`,
    );
}

function withHint(problems: string[], directory: Directory, { createMissing }: Run): string[] {
  const isMissing = directory.missing.some((each) =>
    / in (sites|categories|topics|people|sources)$/.test(each),
  );
  return isMissing && !createMissing
    ? [...problems, 'sites, categories, topics, people and sources can be created with --create-missing']
    : problems;
}
