/** What is answered about a whole site: how each question is read, and its answer as it goes over the wire. */
import { defaultLocale } from '../../../collections/locales.js';
import type { Placed } from '../../pages/readAt.js';
import { composeAtomFeed } from '../../pages/sites/atomFeed.js';
import { composeSite, type SiteAnswer } from '../../pages/sites/composeSite.js';
import { type Feed, readFeed } from '../../pages/sites/feedItems.js';
import { composeJsonFeed } from '../../pages/sites/jsonFeed.js';
import { loadSite } from '../../pages/sites/loadSite.js';
import { composeManifest } from '../../pages/sites/manifest.js';
import { pagesOfSite } from '../../pages/sites/pagesOfSite.js';
import {
  parseListQuery,
  parseManifestQuery,
  parseSiteQuery,
  type SiteQuery,
} from '../../pages/sites/parseSiteQuery.js';
import { type AskedSite, readSite, readSiteInLocales } from '../../pages/sites/readSite.js';
import { composeSitemap } from '../../pages/sites/sitemap.js';
import { asJson } from '../../sendAnswer.js';
import type { Timed } from './keptAnswers.js';

export interface SiteQuestion {
  parse(search: URLSearchParams): SiteQuery;
  /** Throws what `readSite` throws. */
  answer(asked: AskedSite): Promise<Placed<Timed>>;
}

async function placed<T, R>(reading: Promise<Placed<T>>, present: (answer: T) => R): Promise<Placed<R>> {
  const { answer, position } = await reading;
  return { answer: present(answer), position };
}

const timedJson = <T extends { nextChangeAt: string | null }>(answer: T): Timed => ({
  shown: asJson(answer),
  nextChangeAt: answer.nextChangeAt,
});

/** Nothing in it begins or ends by itself. */
const lasting = (type: string, body: string): Timed => ({
  shown: { type: `${type}; charset=utf-8`, body },
  nextChangeAt: null,
});

/** A site with what stands around every page of it, in one language. */
export const answerSite = (asked: AskedSite): Promise<Placed<SiteAnswer>> =>
  readSite(asked, async ({ at, documents, site }) => composeSite(await loadSite(documents, site), at));

/** Where a feed is read: it names itself. */
function addressOf({ payload }: AskedSite, { locale, site }: Feed, name: string): string {
  const search = locale === defaultLocale ? '' : `?locale=${locale}`;
  return new URL(`/api/sites/${site.slug}/${name}${search}`, payload.config.serverURL).href;
}

/** By the last part of their addresses; the site itself by none. */
export const siteQuestions: Readonly<Record<string, SiteQuestion>> = {
  '': {
    parse: parseSiteQuery,
    answer: (asked) => placed(answerSite(asked), timedJson),
  },
  manifest: {
    parse: parseManifestQuery,
    answer: (asked) => placed(readSiteInLocales(asked, composeManifest), timedJson),
  },
  'sitemap.xml': {
    parse: parseListQuery,
    answer: (asked) =>
      readSite(asked, async ({ documents, site }) =>
        lasting('application/xml', composeSitemap(site, await pagesOfSite(documents, site))),
      ),
  },
  'feed.xml': {
    parse: parseListQuery,
    answer: (asked) =>
      placed(readSite(asked, readFeed), (feed) =>
        lasting('application/atom+xml', composeAtomFeed(feed, addressOf(asked, feed, 'feed.xml'))),
      ),
  },
  'feed.json': {
    parse: parseListQuery,
    answer: (asked) =>
      placed(readSite(asked, readFeed), (feed) => {
        const answer = composeJsonFeed(feed, addressOf(asked, feed, 'feed.json'));
        return lasting('application/feed+json', JSON.stringify(answer));
      }),
  },
};
