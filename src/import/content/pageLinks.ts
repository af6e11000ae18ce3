/** Links in a text that lead to pages of our own: by reference where the page exists, as they are where it does not. */
import type { Definition, Link, Nodes } from 'mdast';
import { idOf } from '../../../collections/blocks/fieldValues.js';
import { type PageKind, pathOf, readPath } from '../../pages/addresses.js';
import type { ParsedFile } from '../files/parseFile.js';
import { documentOfUrl } from '../markdown/links.js';
import type { DocumentName } from '../markdown/references.js';
import type { Directory, Found } from './directory.js';
import type { Siblings } from './siblings.js';

export interface Linking {
  file: ParsedFile;
  directory: Directory;
  siblings: Siblings;
  /** The sites that the file is for. */
  sites: readonly Found[];
  /** In a dry run what this run is going to write counts as written. */
  isDryRun: boolean;
  note: (node: Nodes, words: string) => void;
}

export interface Linked {
  /** Links that are references now. */
  references: number;
  /** Some lead to what this run has yet to write. */
  isDeferred: boolean;
}

type Target = Link | Definition;

function targetsIn(node: Nodes): Target[] {
  const own = node.type === 'link' || node.type === 'definition' ? [node] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(targetsIn)] : own;
}

/** Changes the addresses in `tree`, in place. */
export async function linkPages(tree: Nodes, linking: Linking): Promise<Linked> {
  const linked: Linked = { references: 0, isDeferred: false };
  for (const target of targetsIn(tree)) {
    const named = documentOfUrl(target.url);
    if (named) await keepReference(target, named, linking, linked);
    else await makeReference(target, linking, linked);
  }
  return linked;
}

/** A reference to what is yet to be written stands as the path of that page until then. */
async function keepReference(
  target: Target,
  name: DocumentName,
  linking: Linking,
  linked: Linked,
): Promise<void> {
  const { directory, isDryRun, siblings, sites } = linking;
  if (await directory.look(name.collection as PageKind, name.slug)) linked.references += 1;
  else if (siblings.isWaiting(name) && !isDryRun) {
    linked.isDeferred = true;
    target.url = pathOf(name.collection as PageKind, name.slug, sites[0] ?? {});
  }
}

async function makeReference(target: Target, linking: Linking, linked: Linked): Promise<void> {
  const beside = linking.siblings.at(target.url, linking.file);
  if (beside) {
    target.url = `${beside.collection}:${beside.slug}`;
    return keepReference(target, beside, linking, linked);
  }
  const candidates = pagesAt(target.url, linking.sites);
  if (candidates.length === 0) return;
  for (const name of candidates) {
    const found = await linking.directory.look(name.collection as PageKind, name.slug);
    if (!found || found.slug !== name.slug || !isOnAll(found, linking.sites)) continue;
    target.url = `${name.collection}:${name.slug}`;
    linked.references += 1;
    return;
  }
  const waiting = candidates.some((name) => linking.siblings.isWaiting(name));
  if (waiting) linked.isDeferred = true;
  else linking.note(target, `${target.url}: there is no such page yet; kept as an address`);
}

/** The pages that may be meant: by a path of one of the sites, or a full address on one of their hosts. */
function pagesAt(url: string, sites: readonly Found[]): DocumentName[] {
  const names = sites.flatMap((site) => {
    const path = pathOn(url, site);
    return path ? readPath(path, site as Parameters<typeof readPath>[1]) : [];
  });
  return names.map(({ kind, slug }) => ({ collection: kind, slug }));
}

/** Undefined for what is on no host of the site, and for links into a page or with a question: a reference carries neither. */
function pathOn(url: string, site: Found): string | undefined {
  if (/[?#]/.test(url)) return undefined;
  if (url.startsWith('/') && !url.startsWith('//')) return url.replace(/(?<=.)\/+$/, '');
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) return undefined;
  const { hostname, pathname } = new URL(url);
  return hostsOf(site).includes(hostname) ? pathname.replace(/(?<=.)\/+$/, '') : undefined;
}

/** The host names of a site. */
export function hostsOf({ domains, url }: Record<string, unknown>): string[] {
  const rows = Array.isArray(domains) ? (domains as { host?: string }[]) : [];
  const own = typeof url === 'string' && URL.canParse(url) ? [new URL(url).hostname] : [];
  return [...own, ...rows.flatMap(({ host }) => (host ? [host] : []))];
}

/** A page that one of the file's sites does not show would be a dead link there. */
function isOnAll(page: Found, sites: readonly Found[]): boolean {
  const shown = (page.sites as unknown[] | undefined) ?? [];
  return shown.length === 0 || sites.every(({ id }) => shown.some((site) => idOf(site) === id));
}
