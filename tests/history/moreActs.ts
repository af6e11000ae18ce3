/** Acts on several documents at once, on versions, copies and files. */
import sharp from 'sharp';
import type { Asked, Body } from './caller.js';
import { docIn, graphql } from './doors.js';
import { media } from './kinds.js';
import { newSubject, publishOne, type Subject, save, show, stateOf, write } from './model.js';
import { choose, nextName, perform, type World } from './world.js';
import { pickKind, whoWrites } from './writing.js';

const withDrafts = ({ inTrash, kind }: Subject) => kind.hasDrafts && !inTrash;

/** Brings an old version back, as a draft or to the readers. */
async function restoreVersion(world: World): Promise<boolean> {
  const subject = choose(world, withDrafts);
  if (!subject) return false;
  subject.isBusy = true;
  const { collection, name } = subject.kind;
  const query = `where[parent][equals]=${subject.id}&limit=30&depth=0&locale=all`;
  const path = `/api/${collection}/versions?${query}`;
  const found = await world.callers.administrator.ask('list versions', { method: 'GET', path });
  subject.isBusy = false;
  const versions: Body[] = found?.body?.docs?.filter(({ version }: Body) => !version.deletedAt) ?? [];
  if (versions.length === 0) return false;
  const { id, version } = world.random.pick(versions);
  const caller = whoWrites(world, subject.kind);
  const isDraft = world.random.chance(0.4);
  const state = stateOf(subject.kind, version);
  const isGraphql = world.random.chance(0.4);
  const inGraphql = graphql(`mutation { restoreVersion${name}(id: "${id}", draft: ${isDraft}) { id } }`, {});
  const inRest: Asked = {
    method: 'POST',
    path: `/api/${collection}/versions/${id}${isDraft ? '?draft=true' : ''}`,
  };
  await perform(world, {
    ...{ caller, subjects: [subject], asked: isGraphql ? inGraphql : inRest },
    what: `restore a version${isDraft ? ' as a draft' : ''} by ${isGraphql ? 'graphql' : 'rest'}`,
    apply: (each) => {
      each.draft = state;
      if (!isDraft && version._status === 'published') show(each, state, caller.label);
    },
  });
  return true;
}

/** A copy of what is drafted is a draft; a copy of what is published by saving is public at once. */
async function duplicate(world: World): Promise<boolean> {
  const source = choose(
    world,
    ({ inTrash, kind }) => !inTrash && kind.hasSlug && kind.collection !== 'sites',
  );
  if (!source) return false;
  source.isBusy = true;
  const { kind } = source;
  const caller = whoWrites(world, kind);
  const copy = newSubject(kind, source.draft, source.sites);
  copy.isLive = source.isLive;
  const data = kind.hasDrafts && world.random.chance(0.3) ? { _status: 'published' } : {};
  await perform(world, {
    ...{ caller, subjects: [copy], what: 'duplicate' },
    asked: { method: 'POST', path: `/api/${kind.collection}/${source.id}/duplicate?depth=0`, body: data },
    apply: (each, answer) => {
      if (answer) each.id = docIn(answer.body).id;
      each.draft = { ...each.draft, slug: answer ? (docIn(answer.body).slug ?? null) : null };
      if (!kind.hasDrafts) save(each, caller.label);
    },
  });
  source.isBusy = false;
  // which copy it is that nobody was told of cannot be said; the checks of the database know it by its row
  if (copy.id) world.subjects.push(copy);
  world.unsure = world.unsure.filter(({ subjects }) => !subjects.includes(copy));
  return true;
}

function chooseSome(world: World, most: number): Subject[] {
  const { collection } = pickKind(world, ({ hasDrafts }) => hasDrafts);
  const found: Subject[] = [];
  for (let count = 0; count < most; count += 1) {
    const next = choose(
      world,
      (each) => withDrafts(each) && each.kind.collection === collection && !found.includes(each),
    );
    if (next) found.push(next);
  }
  return found;
}

const among = (subjects: Subject[]) => `where[id][in]=${subjects.map(({ id }) => id).join(',')}`;

/** Publishes several with one request; `subjects` when it is about certain ones. */
export async function publishMany(world: World, given?: Subject[]): Promise<boolean> {
  const subjects = given ?? chooseSome(world, 5);
  const [first] = subjects;
  if (!first) return false;
  const name = nextName(world, 'w');
  const caller = given ? world.callers.administrator : whoWrites(world, first.kind);
  const path = `/api/${first.kind.collection}?${among(subjects)}&locale=en&depth=0`;
  await perform(world, {
    ...{ caller, subjects, what: 'publish many', isBulk: true },
    asked: { method: 'PATCH', path, body: { _status: 'published', [first.kind.marker]: name } },
    apply: (each) => {
      write(each, 'en', name);
      publishOne(each, 'en', caller.label);
    },
  });
  return true;
}

async function unpublishMany(world: World): Promise<boolean> {
  const subjects = chooseSome(world, 4);
  const [first] = subjects;
  if (!first) return false;
  const caller = whoWrites(world, first.kind);
  await perform(world, {
    ...{ caller, subjects, what: 'unpublish many', isBulk: true },
    asked: {
      ...{ method: 'PATCH', body: { _status: 'draft' } },
      path: `/api/${first.kind.collection}?${among(subjects)}&locale=en&depth=0`,
    },
    apply: (each) => show(each, null, caller.label),
  });
  return true;
}

async function removeMany(world: World): Promise<boolean> {
  const subjects = chooseSome(world, 3).filter(({ kind }) => kind.collection !== 'services');
  const [first] = subjects;
  if (!first) return false;
  const caller = whoWrites(world, first.kind);
  await perform(world, {
    ...{ caller, subjects, what: 'delete many', isBulk: true },
    asked: { method: 'DELETE', path: `/api/${first.kind.collection}?${among(subjects)}&depth=0` },
    apply: (each) => {
      show(each, null, caller.label, true);
      each.isGone = true;
    },
  });
  return true;
}

async function upload(world: World): Promise<boolean> {
  const name = nextName(world, 'w');
  const sites = world.random.some(world.sites, 2);
  const subject = newSubject(media, { texts: { en: name }, slug: name, topics: [] }, sites);
  const background = `#${world.random.below(0xffffff).toString(16).padStart(6, '0')}`;
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .png()
    .toBuffer();
  const file = new Blob([new Uint8Array(png)], { type: 'image/png' });
  const caller = whoWrites(world, media);
  await perform(world, {
    ...{ caller, subjects: [subject], what: 'upload' },
    asked: {
      ...{ method: 'POST', path: '/api/media?locale=en', isForm: true, file },
      body: { alt: name, caption: name, slug: name, sites, live: true },
    },
    apply: (each, answer) => {
      if (answer) each.id = docIn(answer.body).id;
      save(each, caller.label);
    },
  });
  if (subject.id || subject.isUnsure) world.subjects.push(subject);
  return true;
}

export const moreActs = {
  ...{
    duplicate,
    publishMany,
    removeMany,
    restoreVersion,
    unpublishMany,
    upload,
  },
};
