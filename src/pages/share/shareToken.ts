/** The token of a share link: says what is shown and until when, signed, so that nothing has to be stored. Pure but for the key. */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { type Locale, locales } from '../../../collections/locales.js';
import { isPageKind, type PageKind } from '../addresses.js';

/** One revision of a page: a version of its content, with all else as it stood at a place in the ledger. */
export interface SharedRevision {
  siteSlug: string;
  kind: PageKind;
  versionId: string;
  locale: Locale;
  /** A USPS abbreviation. */
  state?: string;
  /** Of the ledger. */
  position: number;
  /** ISO 8601: the moment at which effective dates are judged. */
  at: string;
  /** ISO 8601. */
  expiresAt: string;
}

const form = /^([\w-]{1,1000})\.([\w-]{43})$/;

/** A key for share links alone: what it signs opens nothing else. */
const keyOf = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', 'forthright share link', 32));

const sign = (text: string, secret: string) =>
  createHmac('sha256', keyOf(secret)).update(text).digest('base64url');

/** `secret` is that of the installation. */
export function makeShareToken(shared: SharedRevision, secret: string): string {
  const { at, expiresAt, kind, locale, position, siteSlug, state, versionId } = shared;
  const said = [
    siteSlug,
    kind,
    versionId,
    locale,
    state ?? '',
    position,
    Date.parse(at),
    Date.parse(expiresAt),
  ];
  const text = Buffer.from(JSON.stringify(said)).toString('base64url');
  return `${text}.${sign(text, secret)}`;
}

function isSigned(text: string, signature: string, secret: string): boolean {
  const [given, expected] = [Buffer.from(signature), Buffer.from(sign(text, secret))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value);

function read(text: string): SharedRevision | null {
  const said = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
  const [siteSlug, kind, versionId, locale, state, position, at, expiresAt] = said;
  // signed by another version of the house
  if (typeof kind !== 'string' || !isPageKind(kind) || !isLocale(locale)) return null;
  return {
    ...{ siteSlug: String(siteSlug), kind, versionId: String(versionId), locale },
    ...(state ? { state: String(state) } : {}),
    position: Number(position),
    at: new Date(Number(at)).toISOString(),
    expiresAt: new Date(Number(expiresAt)).toISOString(),
  };
}

/** What a token shows; null when it was not made here, was changed, or has expired by `now` (milliseconds). */
export function readShareToken(token: string, secret: string, now = Date.now()): SharedRevision | null {
  const [, text, signature] = form.exec(token) ?? [];
  if (text === undefined || signature === undefined || !isSigned(text, signature, secret)) return null;
  const shared = read(text);
  return shared && Date.parse(shared.expiresAt) > now ? shared : null;
}
