/** What people and programs do to a single document: create, draft, publish, take down, delete. */
import { graphql } from './doors.js';
import { forget, publishAll, publishOne, type Subject, save, show, write } from './model.js';
import { choose, nextName, perform, type World } from './world.js';
import { change, create, localeFor, textsOf, whoWrites } from './writing.js';

type Doing = (world: World) => Promise<boolean>;

/** An act on one document of some sort. */
const on =
  (
    isWanted: (subject: Subject) => boolean,
    act: (world: World, subject: Subject) => Promise<boolean>,
  ): Doing =>
  async (world) => {
    const subject = choose(world, isWanted);
    return subject ? act(world, subject) : false;
  };

const hasDrafts = ({ inTrash, kind }: Subject) => kind.hasDrafts && !inTrash;
const isShown = (subject: Subject) => hasDrafts(subject) && subject.shown !== null;
const isSaved = ({ kind }: Subject) => !kind.hasDrafts;

const saveDraft = on(hasDrafts, (world, subject) => {
  const [locale, name] = [localeFor(world, subject.kind), nextName(world, 'w')];
  return change(world, subject, {
    ...{ what: 'save a draft', data: textsOf(subject.kind, name), isDraft: true, locale },
    apply: (each) => write(each, locale, name),
  });
});

const publish = on(hasDrafts, (world, subject) => {
  const locale = localeFor(world, subject.kind);
  const name = world.random.chance(0.6) ? nextName(world, 'w') : undefined;
  const data = { ...(name ? textsOf(subject.kind, name) : {}), _status: 'published' };
  const query = world.random.chance(0.2) ? `publishSpecificLocale=${locale}` : undefined;
  return change(world, subject, {
    ...{ what: query ? 'publish a language' : 'publish', data, locale, query },
    apply: (each, actor) => {
      write(each, locale, name);
      publishOne(each, locale, actor);
    },
  });
});

const publishBoth = on(hasDrafts, (world, subject) =>
  change(world, subject, {
    ...{ what: 'publish all languages', data: { _status: 'published' }, query: 'publishAllLocales=true' },
    apply: publishAll,
  }),
);

/** Says neither that it is a draft nor that it is to be public: what is public is changed, a draft stays one. */
const saveBarely = on(hasDrafts, (world, subject) => {
  const [locale, name] = [localeFor(world, subject.kind), nextName(world, 'w')];
  return change(world, subject, {
    ...{ what: 'save without a word', data: textsOf(subject.kind, name), locale },
    apply: (each, actor) => {
      write(each, locale, name);
      if (each.shown) publishOne(each, locale, actor);
    },
  });
});

const unpublish = on(isShown, (world, subject) =>
  change(world, subject, {
    ...{ what: 'unpublish', data: { _status: 'draft' } },
    apply: (each, actor) => show(each, null, actor),
  }),
);

const unpublishOne = on(
  (subject) => isShown(subject) && subject.kind.hasLocalizedTitle,
  (world, subject) => {
    const locale = world.random.pick(['en', 'es'] as const);
    return change(world, subject, {
      ...{
        what: 'unpublish a language',
        data: { _status: 'draft' },
        query: `publishSpecificLocale=${locale}`,
      },
      apply: (each, actor) => {
        const { [locale]: _gone, ...texts } = each.shown?.texts ?? {};
        const isEmpty = Object.keys(texts).length === 0;
        show(each, each.shown && !isEmpty ? { ...each.shown, texts } : null, actor);
      },
    });
  },
);

const rename = on(
  ({ inTrash, kind }) => kind.hasSlug && !inTrash,
  (world, subject) => {
    const { formerSlugs, kind } = subject;
    const isBack = formerSlugs.length > 0 && world.random.chance(0.4);
    const slug = isBack ? world.random.pick(formerSlugs) : nextName(world, 'slug');
    return change(world, subject, {
      ...{ what: 'change the slug', data: { slug, ...(kind.hasDrafts ? { _status: 'published' } : {}) } },
      apply: (each, actor) => {
        if (each.draft.slug) each.formerSlugs = [...each.formerSlugs, each.draft.slug];
        each.draft = { ...each.draft, slug };
        if (kind.hasDrafts) publishOne(each, 'en', actor);
        else save(each, actor);
      },
    });
  },
);

/** Up to three topics, which nobody else writes or deletes until they are let go. */
function takeTopics(world: World): Subject[] {
  const isFree = ({ id, isBusy, isGone, isUnsure, kind }: Subject) =>
    kind.collection === 'topics' && id !== null && !isBusy && !isGone && !isUnsure;
  const free = world.subjects.filter(isFree);
  const taken = free.length > 0 ? world.random.some(free, 3) : [];
  for (const each of taken) each.isBusy = true;
  return taken;
}

/** Refers to topics, and publishes that. */
const relate = on(
  (subject) => hasDrafts(subject) && Boolean(subject.kind.prefix),
  async (world, subject) => {
    const topics = takeTopics(world);
    const data = { topics: topics.map(({ id }) => id as string) };
    const isDraft = world.random.chance(0.3);
    await change(world, subject, {
      ...{ what: isDraft ? 'refer in a draft' : 'refer', isDraft },
      data: isDraft ? data : { ...data, _status: 'published' },
      apply: (each, actor) => {
        each.draft = { ...each.draft, ...data };
        if (!isDraft) publishOne(each, 'en', actor);
      },
    });
    for (const each of topics) each.isBusy = false;
    return true;
  },
);

const saveLive = on(isSaved, (world, subject) => {
  const [locale, name] = [localeFor(world, subject.kind), nextName(world, 'w')];
  return change(world, subject, {
    ...{ what: 'save', data: textsOf(subject.kind, name), locale },
    apply: (each, actor) => {
      write(each, locale, name);
      save(each, actor);
    },
  });
});

const toggleLive = on(
  ({ kind }) => kind.hasLive && kind.collection !== 'sites',
  (world, subject) => {
    const live = !subject.isLive;
    return change(world, subject, {
      // over the API the box can be emptied, too: that is not a tick
      ...{ what: live ? 'let out' : 'keep back', data: { live: live || world.random.pick([false, null]) } },
      apply: (each, actor) => {
        each.isLive = live;
        save(each, actor);
      },
    });
  },
);

/** Saves what is there already. */
const saveAgain = on(
  (subject) => subject.shown !== null && !subject.inTrash,
  (world, subject) => {
    const { draft, kind, shown } = subject;
    const same =
      world.random.chance(0.5) && draft.texts.en === shown?.texts.en
        ? { [kind.marker]: shown?.texts.en }
        : {};
    const data = kind.hasDrafts
      ? { ...same, _status: 'published' }
      : { ...same, ...(kind.hasLive ? { live: true } : {}) };
    return change(world, subject, {
      ...{ what: 'save again', data },
      apply: (each, actor) => (kind.hasDrafts ? publishOne(each, 'en', actor) : save(each, actor)),
    });
  },
);

const trash = on(hasDrafts, (world, subject) =>
  change(world, subject, {
    ...{ what: 'put in the trash', data: { deletedAt: new Date().toISOString() }, query: 'depth=0' },
    apply: (each, actor) => {
      each.inTrash = { shown: each.shown };
      show(each, null, actor);
    },
  }),
);

const untrash = on(
  ({ inTrash }) => inTrash !== null,
  (world, subject) =>
    change(world, subject, {
      ...{ what: 'take out of the trash', data: { deletedAt: null }, query: 'trash=true' },
      apply: (each, actor) => {
        show(each, each.inTrash?.shown ?? null, actor);
        each.inTrash = null;
      },
    }),
);

const remove = on(
  ({ id, kind }) => !(kind.collection === 'sites' || kind.collection === 'services') && Boolean(id),
  async (world, subject) => {
    const { id, inTrash, kind } = subject;
    const caller = whoWrites(world, kind);
    const isGraphql = world.random.chance(0.4);
    const inGraphql = graphql(
      `mutation { delete${kind.name}(id: "${id}"${inTrash ? ', trash: true' : ''}) { id } }`,
      {},
    );
    const path = `/api/${kind.collection}/${id}${inTrash ? '?trash=true' : ''}`;
    await perform(world, {
      ...{ caller, subjects: [subject], what: `delete by ${isGraphql ? 'graphql' : 'rest'}` },
      asked: isGraphql ? inGraphql : { method: 'DELETE', path },
      apply: (each) => {
        show(each, null, caller.label, true);
        each.isGone = true;
      },
    });
    if (subject.isGone && kind.collection === 'topics') forget(world.subjects, id as string);
    return true;
  },
);

export const singleActs = {
  create: async (world: World) => Boolean(await create(world)),
  ...{ publish, publishBoth, relate, remove, rename, saveAgain, saveBarely, saveDraft, saveLive },
  ...{ toggleLive, trash, unpublish, unpublishOne, untrash },
};
