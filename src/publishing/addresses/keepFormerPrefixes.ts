/** A site whose prefixes change remembers the old ones, so that old addresses lead to the new ones. */
import type { CollectionBeforeChangeHook } from 'payload';
import { type FormerPrefix, type PageSite, pageKinds, prefixOf } from '../../pages/addresses.js';

type Site = Pick<PageSite, 'prefixes'> & { formerPrefixes?: FormerPrefix[] | null };

const isSame = (one: FormerPrefix, other: FormerPrefix) =>
  one.kind === other.kind && one.prefix === other.prefix;

/** Those of before, and those left now at the end; never one that is in use, and none twice. */
export function formerPrefixesOf(before: Site, after: Site): FormerPrefix[] {
  const used = pageKinds.map((kind): FormerPrefix => ({ kind, prefix: prefixOf(kind, after) }));
  const left = pageKinds.map((kind): FormerPrefix => ({ kind, prefix: prefixOf(kind, before) }));
  const isUsed = (former: FormerPrefix) => used.some((each) => isSame(each, former));
  const isLeft = (former: FormerPrefix) => left.some((each) => isSame(each, former));
  const kept = (before.formerPrefixes ?? []).filter((each) => !isUsed(each) && !isLeft(each));
  return [...kept, ...left.filter((each) => !isUsed(each))];
}

/** Hook of sites. Nobody but this writes `formerPrefixes`. */
export const keepFormerPrefixes: CollectionBeforeChangeHook = ({ data, operation, originalDoc }) => {
  if (operation !== 'update') return data;
  const prefixes = { ...originalDoc.prefixes, ...data.prefixes };
  return { ...data, formerPrefixes: formerPrefixesOf(originalDoc, { prefixes }) };
};
