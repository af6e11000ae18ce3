/** All collections, in the order of the admin's menu. */
import type { CollectionConfig } from 'payload';
import { availability } from './availability/availability.js';
import { licenses } from './availability/licenses.js';
import { claims } from './compliance/claims.js';
import { disclaimers } from './compliance/disclaimers.js';
import { rules } from './compliance/rules.js';
import { articles } from './content/articles.js';
import { categories } from './content/categories.js';
import { faqs } from './content/faqs.js';
import { glossaryTerms } from './content/glossaryTerms.js';
import { mediaIn } from './content/media.js';
import { misconceptions } from './content/misconceptions.js';
import { people } from './content/people.js';
import { sources } from './content/sources.js';
import { topics } from './content/topics.js';
import { callsToAction } from './sites/callsToAction.js';
import { notices } from './sites/notices.js';
import { redirects } from './sites/redirects.js';
import { services } from './sites/services.js';
import { sites } from './sites/sites.js';
import { apiClients } from './system/apiClients.js';
import { auditLog } from './system/auditLog.js';
import { publicationReferences } from './system/publicationReferences.js';
import { publicationSpans } from './system/publicationSpans.js';
import { publications } from './system/publications.js';
import { usersWith } from './system/users.js';
import { withdrawals } from './system/withdrawals.js';

interface CollectionSettings {
  mediaDir: string;
  isSecure: boolean;
}

/** Everything that the CMS stores. */
export function collectionsWith({ isSecure, mediaDir }: CollectionSettings): CollectionConfig[] {
  return [
    ...[
      articles,
      faqs,
      misconceptions,
      mediaIn(mediaDir),
      people,
      topics,
      categories,
      sources,
      glossaryTerms,
    ],
    ...[disclaimers, rules, claims],
    ...[availability, licenses],
    ...[sites, services, callsToAction, notices, redirects],
    ...[usersWith({ isSecure }), apiClients, auditLog, publications, withdrawals],
    ...[publicationSpans, publicationReferences],
  ];
}
