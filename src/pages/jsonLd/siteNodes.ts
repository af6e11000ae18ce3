/** The site around a page as schema.org has it: its publisher, itself, and the way to the page. Pure. */
import type { BreadcrumbList, Organization, WebSite } from 'schema-dts';
import type { PageData } from '../composePage.js';
import { imageNode } from './imageNode.js';
import type { NodeIds } from './nodeIds.js';

/** The logo is that of the site that is shown: of another publisher it is not known. */
export function publisherNode({ attribution, site }: PageData, ids: NodeIds): Organization {
  const isOwn = ids.home === new URL('/', site.url).href;
  return {
    '@type': 'Organization',
    '@id': ids.publisher,
    name: attribution.publisher,
    url: ids.home,
    logo: isOwn ? imageNode(site.logo) : undefined,
    email: isOwn ? (site.contact.email ?? undefined) : undefined,
    telephone: isOwn ? (site.contact.phone ?? undefined) : undefined,
  };
}

export function websiteNode({ attribution, page }: PageData, ids: NodeIds): WebSite {
  return {
    '@type': 'WebSite',
    '@id': ids.website,
    name: attribution.publisher,
    url: ids.home,
    inLanguage: page.locale,
    publisher: { '@id': ids.publisher },
  };
}

export function breadcrumbNode({ breadcrumb }: PageData, ids: NodeIds): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    '@id': ids.breadcrumb,
    itemListElement: breadcrumb.map(({ title, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      item: url,
    })),
  };
}
