// Answers the questions about pages, sites and disclaimers that REST answers, with its parameters and its errors.
import type { GraphQLResolveInfo } from 'graphql';
import type { Payload, TypedUser } from 'payload';
import { notFound } from '../../errors.js';
import { plainPath } from '../../pages/addresses.js';
import {
  type AskedPage,
  answerDraft,
  answerNow,
  answerThen,
  type ComposedPage,
  type Placed,
} from '../../pages/answerPage.js';
import type { MovedTo } from '../../pages/findMoved.js';
import { type PageQuery, parsePageQuery } from '../../pages/parsePageQuery.js';
import { requireRightToPast, sitesOfPast } from '../../pages/pastRights.js';
import { parseResolveQuery } from '../../pages/resolve/parseResolveQuery.js';
import { resolveDisclaimers } from '../../pages/resolve/resolveDisclaimers.js';
import { parseSiteQuery } from '../../pages/sites/parseSiteQuery.js';
import { answerSite } from '../sites/siteAnswers.js';
import type { Context } from './ownRequests.js';
import { selectedForms } from './selectedForms.js';

type Value = string | number | boolean | readonly string[] | null | undefined;
export type Arguments = Record<string, Value>;

/** The parameters that REST would have been asked with; what is null is not given. Lists are parted by commas there. */
function searchOf(args: Arguments): URLSearchParams {
  const given = Object.entries(args).filter(([, value]) => value !== null && value !== undefined);
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
}

const textOf = (value: Value): string => (typeof value === 'string' ? value : '');

function ask(asked: AskedPage, { draft, moment }: PageQuery, user: TypedUser | null): Promise<Placed> {
  const limited = { ...asked, onlySites: sitesOfPast(user) };
  if (moment) return answerThen(limited, moment);
  return draft ? answerDraft(limited, user) : answerNow(asked);
}

/** The page, or that to which it has moved: REST leaves that way to the caller. */
async function follow(
  asked: AskedPage,
  query: PageQuery,
  user: TypedUser | null,
): Promise<{ found: ComposedPage; movedTo: MovedTo | null }> {
  const { answer } = await ask(asked, query, user);
  if (!answer) throw notFound();
  if (!('movedTo' in answer)) return { found: answer, movedTo: null };
  const { movedTo } = answer;
  const { answer: there } = await ask({ ...asked, ...movedTo }, query, user);
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
  const user = req.user ?? null;
  const query = { ...parsePageQuery(searchOf(args)), ...selectedForms(info) };
  if (query.moment || query.draft) requireRightToPast(user);
  const asked = {
    payload,
    siteSlug: textOf(site),
    path: plainPath(`/${textOf(path)}`.replace(/^\/+/, '/')),
    query,
  };
  const { found, movedTo } = await follow(asked, query, user);
  const { page, ...around } = found.page;
  return { ...page, ...around, movedTo: movedTo && { site: movedTo.siteSlug, path: movedTo.path } };
}

/** `site(slug, …)`. */
export async function answerSiteField(payload: Payload, { slug, ...args }: Arguments, { req }: Context) {
  const query = parseSiteQuery(searchOf(args));
  const { answer } = await answerSite({ payload, user: req.user ?? null, site: textOf(slug), query });
  return answer;
}

/** `disclaimersFor(site, …)`. Of a page that has moved, those of the page there. */
export async function answerDisclaimersField(payload: Payload, args: Arguments, { req }: Context) {
  const asking = { payload, user: req.user ?? null };
  const query = parseResolveQuery(searchOf(args));
  const { answer } = await resolveDisclaimers(asking, query);
  if ('resolved' in answer) return answer.resolved;
  const { path, siteSlug } = answer.movedTo;
  const { answer: there } = await resolveDisclaimers(asking, { ...query, site: siteSlug, about: { path } });
  if (!('resolved' in there)) throw notFound();
  return there.resolved;
}
