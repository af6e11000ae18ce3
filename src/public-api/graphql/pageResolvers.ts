// Answers the questions about pages, sites and disclaimers that REST answers, with its parameters and its errors.
import type { GraphQLResolveInfo } from 'graphql';
import type { Payload } from 'payload';
import { notFound } from '../../errors.js';
import { plainPath } from '../../pages/addresses.js';
import { type AskedPage, answerPage, type ComposedPage } from '../../pages/answerPage.js';
import type { MovedTo } from '../../pages/findMoved.js';
import { parsePageQuery } from '../../pages/parsePageQuery.js';
import { parseResolveQuery } from '../../pages/resolve/parseResolveQuery.js';
import { resolveDisclaimers } from '../../pages/resolve/resolveDisclaimers.js';
import { parseSiteQuery } from '../../pages/sites/parseSiteQuery.js';
import { answerSite } from '../sites/siteAnswers.js';
import { type Arguments, restSearch } from './makingFields.js';
import type { Context } from './ownRequests.js';
import { selectedForms } from './selectedForms.js';

const textOf = (value: Arguments[string]): string => (typeof value === 'string' ? value : '');

/** The page, or that to which it has moved: REST leaves that way to the caller. */
async function follow(asked: AskedPage): Promise<{ found: ComposedPage; movedTo: MovedTo | null }> {
  const { answer } = await answerPage(asked);
  if (!answer) throw notFound();
  if (!('movedTo' in answer)) return { found: answer, movedTo: null };
  const { movedTo } = answer;
  const { answer: there } = await answerPage({ ...asked, ...movedTo });
  if (!there || 'movedTo' in there) throw notFound();
  return { found: there, movedTo };
}

/** `page(site, path, …)`: what stands around the content and the content itself are one object. */
export async function answerPageField(
  payload: Payload,
  { path, site, ...args }: Arguments,
  { req }: Context,
  info: GraphQLResolveInfo,
) {
  const query = { ...parsePageQuery(restSearch(args)), ...selectedForms(info) };
  const { found, movedTo } = await follow({
    payload,
    user: req.user ?? null,
    siteSlug: textOf(site),
    path: plainPath(`/${textOf(path)}`.replace(/^\/+/, '/')),
    query,
  });
  const { page, ...around } = found.page;
  return { ...page, ...around, movedTo: movedTo && { site: movedTo.siteSlug, path: movedTo.path } };
}

/** `site(slug, …)`. */
export async function answerSiteField(payload: Payload, { slug, ...args }: Arguments, { req }: Context) {
  const query = parseSiteQuery(restSearch(args));
  const { answer } = await answerSite({ payload, user: req.user ?? null, site: textOf(slug), query });
  return answer;
}

/** `disclaimersFor(site, …)`. Of a page that has moved, those of the page there. */
export async function answerDisclaimersField(payload: Payload, args: Arguments, { req }: Context) {
  const asking = { payload, user: req.user ?? null };
  const query = parseResolveQuery(restSearch(args));
  const { answer } = await resolveDisclaimers(asking, query);
  if ('resolved' in answer) return answer.resolved;
  const { path, siteSlug } = answer.movedTo;
  const { answer: there } = await resolveDisclaimers(asking, { ...query, site: siteSlug, about: { path } });
  if (!('resolved' in there)) throw notFound();
  return there.resolved;
}
