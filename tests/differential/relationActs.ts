/** Acts by which a document comes to be on other lists than before, or its dates come to be others. */
import type { Act } from './acts.js';
import type { Stage } from './stage.js';

const published = { _status: 'published' };

/** Sets a relation to one thing on one call and to another on the next. */
const swap =
  (collection: string, name: string, data: (ids: Record<string, string>, isFirst: boolean) => object): Act =>
  (stage, word) => {
    const { ids } = stage.world;
    const path = `/api/${collection}/${ids[name]}?depth=0`;
    return stage.write('PATCH', path, { ...data(ids, word < 'm'), ...published });
  };

const moment = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();

async function otherTopic({ house, world }: Stage): Promise<string> {
  world.ids.otherTopic ??= await house.idOf('topics', 'ptsd');
  return world.ids.otherTopic;
}

async function harbor({ house, world }: Stage): Promise<string> {
  world.ids.harbor ??= await house.idOf('sites', 'harbor-therapy');
  return world.ids.harbor;
}

/** In these acts what is set will change by itself this much later; milliseconds. */
export const soon = 60_000;

export const relationActs: Readonly<Record<string, Act>> = {
  topicsOfArticle: async (stage, word) => {
    const other = await otherTopic(stage);
    return swap('articles', 'article', (ids, isFirst) => ({
      topics: isFirst ? [ids.topic, other] : [other],
    }))(stage, word);
  },
  authors: swap('articles', 'article', (ids, isFirst) => ({ authors: isFirst ? [] : [ids.person] })),
  categoryOfArticle: swap('articles', 'article', (ids, isFirst) => ({
    category: isFirst ? null : ids.category,
  })),
  servicesOfArticle: swap('articles', 'article', (ids, isFirst) => ({
    services: isFirst ? [] : [ids.service],
  })),
  relatedArticles: swap('articles', 'article', (ids, isFirst) => ({ related: isFirst ? [] : [ids.next] })),
  heroImage: swap('articles', 'article', (ids, isFirst) => ({ heroImage: isFirst ? null : ids.media })),
  callsOfArticle: swap('articles', 'article', (ids, isFirst) => ({
    callsToAction: isFirst ? [] : [ids.call],
  })),
  sitesOfArticle: async (stage, word) => {
    const other = await harbor(stage);
    return swap('articles', 'article', (ids, isFirst) => ({
      ...{ canonicalSite: isFirst ? other : ids.site, sites: isFirst ? [other] : [ids.site, other] },
    }))(stage, word);
  },
  everywhere: swap('articles', 'next', (ids, isFirst) => ({ sites: isFirst ? [] : [ids.site] })),
  sourcesOfMyth: swap('misconceptions', 'myth', (ids, isFirst) => ({ sources: isFirst ? [] : [ids.source] })),
  sitesOfNotice: async (stage, word) => {
    const other = await harbor(stage);
    return stage.write('PATCH', `/api/notices/${stage.world.ids.crisis}?depth=0`, {
      sites: word < 'm' ? [other] : [stage.world.ids.site],
    });
  },
  parentOfTopic: async (stage, word) =>
    stage.write('PATCH', `/api/topics/${stage.world.ids.topic}?depth=0`, {
      parent: word < 'm' ? await otherTopic(stage) : null,
    }),
  photo: (stage, word) =>
    stage.write('PATCH', `/api/people/${stage.world.ids.person}?depth=0`, {
      photo: word < 'm' ? stage.world.ids.media : null,
    }),
  licenseEndsSoon: (stage) =>
    stage.world.change('licenses', stage.world.ids.license ?? '', { expiresOn: moment(soon) }),
  licenseForGood: (stage) =>
    stage.world.change('licenses', stage.world.ids.license ?? '', { expiresOn: null }),
  ruleEndsSoon: (stage) =>
    stage.world.change('rules', stage.world.ids.rule ?? '', { effectiveTo: moment(soon), ...published }),
  ruleBeginsSoon: (stage) =>
    stage.world.change('rules', stage.world.ids.rule ?? '', {
      ...{ effectiveFrom: moment(soon), effectiveTo: null, ...published },
    }),
  disclaimerBeginsSoon: (stage) =>
    stage.world.change('disclaimers', stage.world.ids.disclaimer ?? '', {
      ...{ effectiveFrom: moment(soon), effectiveTo: null, ...published },
    }),
  disclaimerEndsSoon: (stage) =>
    stage.world.change('disclaimers', stage.world.ids.disclaimer ?? '', {
      ...{ effectiveFrom: null, effectiveTo: moment(soon), ...published },
    }),
  jerseyEndsSoon: (stage) =>
    stage.world.change('availability', stage.world.ids.jersey ?? '', {
      ...{ effectiveTo: moment(soon), ...published },
    }),
  floridaBeginsSoon: (stage) =>
    stage.world.change('availability', stage.world.ids.florida ?? '', {
      ...{ effectiveFrom: moment(soon), effectiveTo: null, ...published },
    }),
};
