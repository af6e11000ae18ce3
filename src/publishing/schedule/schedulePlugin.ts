/** Puts scheduling into Payload's configuration: addresses, a page in the admin, and our handler for due jobs. */
import type { Config, Plugin, SanitizedConfig } from 'payload';
import { hasScheduledPublishEnabled } from 'payload/shared';
import { withAdminPage } from '../../adminPage.js';
import { drawerFunctions } from './drawer.js';
import { scheduleEndpoints } from './endpoints.js';
import { taskSlug } from './entry.js';
import { publishOnTime, retries } from './publishOnTime.js';
import { publishableCollections } from './rights.js';
import { zoneOfDocument } from './siteZone.js';

const components = '/src/admin/components/schedule';

/**
 * What the admin's components take from the running configuration. They are built by Next, apart from the server, and must
 * not bring a second copy of the collections into the process.
 */
export const adminHelpers = { publishableCollections, zoneOfDocument };

/** A Payload plugin. The handler comes later: see withOwnHandler(). */
export const schedulePlugin: Plugin = (config: Config): Config => ({
  ...config,
  admin: withAdminPage(config, {
    name: 'schedule',
    view: `${components}/ScheduleView.tsx#ScheduleView`,
    link: `${components}/ScheduleLink.tsx#ScheduleLink`,
  }),
  collections: (config.collections ?? []).map((collection) =>
    hasScheduledPublishEnabled(collection as never)
      ? {
          ...collection,
          admin: {
            ...collection.admin,
            components: {
              ...collection.admin?.components,
              edit: {
                ...collection.admin?.components?.edit,
                beforeDocumentControls: [
                  ...(collection.admin?.components?.edit?.beforeDocumentControls ?? []),
                  `${components}/SiteZone.tsx#SiteZone`,
                ],
              },
            },
          },
        }
      : collection,
  ),
  custom: {
    ...config.custom,
    schedule: adminHelpers,
    serverFunctions: { ...config.custom?.serverFunctions, ...drawerFunctions },
  },
  endpoints: [...(config.endpoints ?? []), ...scheduleEndpoints],
  // what callers did wrong is no error of the server's
  loggingLevels: { ...config.loggingLevels, AppError: 'debug' } as Config['loggingLevels'],
});

/**
 * Payload adds its task while it sanitises, so its handler can only be replaced afterwards. Its own publishes without telling
 * the ledger why, runs twice after a crash, and tries nothing again. The slug stays: the admin's drawer queues it.
 */
export async function withOwnHandler(made: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await made;
  const task = config.jobs.tasks?.find(({ slug }) => slug === taskSlug);
  if (!task)
    throw new Error('No collection can be scheduled: versions.drafts.schedulePublish is on nowhere.');
  Object.assign(task, { handler: publishOnTime, retries });
  return config;
}
