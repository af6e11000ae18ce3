/**
 * Hooks of the collection of redirects: what people enter by hand keeps to the same law as what moves by itself. A redirect
 * leads to the end of the way at once, what led to its start is led on, and no two lead in a circle or hide a page.
 */
import {
  type CollectionAfterChangeHook,
  type CollectionBeforeChangeHook,
  type PayloadRequest,
  ValidationError,
  type Where,
} from 'payload';
import { type PageKind, plainPath } from '../../pages/addresses.js';
import { followRedirects } from './followRedirects.js';
import { pagesAt } from './pagesAt.js';
import { pathProblem } from './redirectPath.js';
import { changeRedirect, dataOf, findRedirects, leadsAlike, type Move, moveOf } from './redirectRows.js';
import { type Address, keyOf, type Place, readSites, type SiteRow } from './sites.js';

export const nameOf: Readonly<Record<PageKind, string>> = {
  articles: 'an article',
  faqs: 'an FAQ',
  misconceptions: 'a misconception',
};

/** What is wrong with a redirect from the address of a public page. */
export const hidesPage = (path: string, kind: PageKind): string =>
  `“${path}” is the address of ${nameOf[kind]} that is public now, which stays there. Take that down or give it another slug first.`;

/** What is wrong with a redirect that would close a circle; `back` is the last address on the way before it does. */
export const leadsBack = ({ from, to }: Move, back: Address): string =>
  keyOf(from) === keyOf(to)
    ? 'A redirect cannot lead to itself.'
    : `“${from.path}” cannot lead to “${to.path}”: that would be a circle, for “${back.path}” leads back.`;

function refuse(req: PayloadRequest, path: 'from' | 'to', message: string): never {
  throw new ValidationError({ collection: 'redirects', errors: [{ message, path }], req }, req.t);
}

const at = ({ path, site }: Address): Where => ({
  and: [{ site: { equals: site } }, { from: { equals: path } }],
});

async function refuseSecond(place: Place, { from }: Move, id: unknown): Promise<void> {
  const other = (await findRedirects(place, at(from))).find((each) => each.id !== id);
  if (!other) return;
  const message = `There is a redirect from “${from.path}” on this site already: it leads to “${other.to.path}”. Change that one.`;
  refuse(place.req, 'from', message);
}

async function refuseHiding(place: Place, { from }: Move, sites: readonly SiteRow[]): Promise<void> {
  const page = (await pagesAt(place, [from], { sites })).get(keyOf(from));
  if (page) refuse(place.req, 'from', hidesPage(from.path, page.kind));
}

async function endOf(
  place: Place,
  move: Move,
  { id, sites }: { id: unknown; sites: readonly SiteRow[] },
): Promise<Address> {
  const followed = await followRedirects(move.from, move.to, async (address) => {
    const next = (await findRedirects(place, at(address))).find((each) => each.id !== id);
    if (!next) return null;
    return (await pagesAt(place, [address], { sites })).size > 0 ? null : next.to;
  });
  if ('circle' in followed) refuse(place.req, 'to', leadsBack(move, followed.circle));
  return followed.end;
}

const isAsBefore = (move: Move, before: Move) =>
  keyOf(move.from) === keyOf(before.from) && leadsAlike(move, before);

/** Before a redirect is stored: one form for its paths, no second one from its start, no page hidden, no chain, no circle. */
export const settleRedirect: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const given = moveOf({ ...originalDoc, ...data });
  // fields are validated after this hook, and say what is wrong with them
  if (!given.from.site || pathProblem(given.from.path) || pathProblem(given.to.path)) return data;
  const move: Move = {
    ...given,
    from: { ...given.from, path: plainPath(given.from.path) },
    to: { ...given.to, path: plainPath(given.to.path) },
  };
  if (originalDoc && isAsBefore(move, moveOf(originalDoc))) return data;
  const place = { payload: req.payload, req };
  const sites = await readSites(place);
  await refuseSecond(place, move, originalDoc?.id);
  await refuseHiding(place, move, sites);
  const { from, to, toSite } = dataOf({
    ...move,
    to: await endOf(place, move, { id: originalDoc?.id, sites }),
  });
  return { ...data, from, to, toSite };
};

/** After a redirect is stored: what led to its start leads to its end. */
export const leadOn: CollectionAfterChangeHook = async ({ doc, req }) => {
  const place = { payload: req.payload, req };
  const move = moveOf(doc);
  for (const each of await findRedirects(place, { to: { equals: move.from.path } })) {
    if (keyOf(each.to) === keyOf(move.from)) await changeRedirect(place, each, { to: move.to });
  }
  return doc;
};
