/** Fields that many collections share, so that they look and behave alike everywhere. */
import type { CheckboxField, DateField, Field, RelationshipField, TextField } from 'payload';
import { safeUrl } from '../blocks/safeUrl.js';

/** The public collections whose fields have the same form: a has-many relation shown in the sidebar. */
type Related = 'sites' | 'topics' | 'people' | 'sources' | 'services' | 'calls-to-action';

/** A has-many relation with a label and a help text. */
export function manyOf(
  name: string,
  relationTo: Related,
  description: string,
  inSidebar = true,
): RelationshipField {
  return {
    name,
    type: 'relationship',
    relationTo,
    hasMany: true,
    index: true,
    admin: { description, ...(inSidebar ? { position: 'sidebar' } : {}) },
  } as RelationshipField;
}

export const sitesField = manyOf('sites', 'sites', 'The sites that show this. Empty means all sites.');

export const liveField: CheckboxField = {
  name: 'live',
  type: 'checkbox',
  defaultValue: true,
  index: true,
  admin: {
    position: 'sidebar',
    description: 'Public as soon as it is saved. Untick to keep it back.',
  },
};

/** A text that is required in each published locale and serves as the title. */
export function titleField(name: string, label: string, description?: string): TextField {
  return {
    name,
    type: 'text',
    label,
    localized: true,
    required: true,
    index: true,
    maxLength: 300,
    admin: description ? { description } : {},
  };
}

/** A day and time, stored as an instant. */
export function momentField(name: string, description: string, inSidebar = true): DateField {
  return {
    name,
    type: 'date',
    index: true,
    admin: {
      description,
      date: { pickerAppearance: 'dayAndTime' },
      ...(inSidebar ? { position: 'sidebar' } : {}),
    },
  };
}

/** Says what is wrong with a period that ends before it starts, or null. */
export function endProblem(from: unknown, to: unknown): string | null {
  if (typeof from !== 'string' || typeof to !== 'string') return null;
  return new Date(to) > new Date(from) ? null : 'The end must come after the start.';
}

/** When something begins and ceases to hold; acts when read, with no job. */
export const effectiveDates: Field[] = [
  momentField('effectiveFrom', 'In force from. Empty: from the moment it is published.'),
  {
    ...momentField('effectiveTo', 'In force until (not including). Empty: until further notice.'),
    validate: (value: unknown, { siblingData }: { siblingData: unknown }) =>
      endProblem((siblingData as { effectiveFrom?: unknown }).effectiveFrom, value) ?? true,
  } as DateField,
];

const URL_RULE = 'An address starts with https://, http://, /, mailto:, tel: or sms:.';
const HOST_RULE = 'An address on the web has a host and no name or password, as in https://example.org/page.';

/** Says what is wrong with an address that stands in a field of its own, or null. Nothing is cleaned. */
export function urlProblem(url: string): string | null {
  // `//host` leaves the site though it looks like a path on it
  if (safeUrl(url) === undefined || !/^(https?:\/\/|\/(?!\/)|mailto:.|tel:.|sms:.)/i.test(url))
    return URL_RULE;
  if (!/^http/i.test(url)) return null;
  // `https:///x` is read as https://x
  const parsed = /^https?:\/\/[^/?#]/i.test(url) && URL.canParse(url) ? new URL(url) : undefined;
  return parsed && !parsed.username && !parsed.password ? null : HOST_RULE;
}

/** Web addresses, paths on the same site, mail and telephone links; nothing that runs code. */
export function urlField(name: string, description: string, required = false): TextField {
  return {
    name,
    type: 'text',
    ...(name === 'url' ? { label: 'Address' } : {}),
    required,
    admin: { description },
    validate: (value: unknown) => {
      if (value === null || value === undefined || value === '') {
        return !required || 'An address is required.';
      }
      return typeof value === 'string' ? (urlProblem(value) ?? true) : URL_RULE;
    },
  };
}

/** The home page of a site: the addresses of all its pages begin with it. */
export const homePageField: TextField = {
  ...urlField('url', 'The address of the home page.', true),
  validate: (value: unknown) => {
    const isHome =
      typeof value === 'string' && urlProblem(value) === null && /^https?:\/\/[^?#]+$/i.test(value);
    return isHome || 'The address of a home page starts with https:// or http:// and has no ? or #.';
  },
};

/** A list of short texts, one per row. */
export function textsField(name: string, label: string, description: string, localized = true): Field {
  return {
    name,
    type: 'array',
    label,
    admin: { description },
    fields: [{ name: 'text', type: 'text', required: true, localized }],
  };
}
