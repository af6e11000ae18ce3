/** What `--create-missing` makes of a name. None of it is public before somebody ticks “live”. */
import type { CollectionKey } from '../../../collections/access/accessTable.js';
import { slugOf } from '../../../collections/fields/slugField.js';
import type { Fields } from '../files/checkFields.js';
import { personName } from './people.js';

interface NewDocument {
  data: Fields & { slug: string };
  words: string;
}

/** A slug where a title was meant: `how-it-works` is titled “How it works”. */
function titleOf(name: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return name;
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

type Make = (title: string, slug: string) => Fields;

const makers: Partial<Record<CollectionKey, Make>> = {
  categories: (title) => ({ title }),
  topics: (title) => ({ title, kind: 'other' }),
  sources: (title) => ({ title, kind: 'other' }),
  // a site must have an address; this one leads nowhere (RFC 2606)
  sites: (name, slug) => ({ name, url: `https://${slug}.example`, timeZone: 'America/New_York' }),
  people: (name) => ({ ...personName(name), roles: ['author'] }),
};

const words: Partial<Record<CollectionKey, string>> = {
  sites: 'set its address and time zone',
  topics: 'set its kind',
  sources: 'set its kind and where to read it',
};

/** Undefined for kinds that need more than a name (services, calls to action, images …). */
export function newDocument(collection: CollectionKey, name: string, more: Fields): NewDocument | undefined {
  const title = titleOf(name);
  const slug = slugOf(collection === 'people' ? personName(title).name : title);
  const make = makers[collection];
  if (!make || !slug) return undefined;
  const todo = words[collection] ? `; ${words[collection]}` : '';
  return {
    data: { ...make(title, slug), ...more, slug, live: false },
    words: `${title} in ${collection} (not public before “live” is ticked${todo})`,
  };
}
