/** The site of a page: brand, texts, contact and how others name it. Pure. */
import { idOf } from '../../../collections/blocks/fieldValues.js';
import type { Site } from '../../payload-types.js';
import type { ById } from '../documents.js';
import { presentMedia } from './presentMedia.js';

/** What a frontend needs of the site around a page. */
export function presentSite(site: Site, media: ById<'media'>) {
  return {
    id: site.id,
    slug: site.slug,
    name: site.name,
    url: site.url,
    timeZone: site.timeZone,
    tagline: site.tagline ?? null,
    logo: presentMedia(media.get(idOf(site.logo) ?? '')),
    labels: {
      skipToContent: site.labels?.skipToContent ?? null,
      skipToFooter: site.labels?.skipToFooter ?? null,
    },
    contact: { email: site.contact?.email ?? null, phone: site.contact?.phone ?? null },
    attribution: {
      publisher: site.attribution?.publisher ?? null,
      license: site.attribution?.license ?? null,
      licenseUrl: site.attribution?.licenseUrl ?? null,
    },
  };
}

/** An address on the site itself, as visitors see it. */
export function siteUrl(site: Pick<Site, 'url'>, path: string): string {
  return site.url.replace(/\/+$/, '') + path;
}
