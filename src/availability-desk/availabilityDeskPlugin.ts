/** Puts the desk of availability into Payload's configuration: its addresses, and the grid as a page in the admin. */
import type { Config, Plugin } from 'payload';
import { withAdminPage } from '../adminPage.js';
import { availabilityDeskEndpoints } from './endpoints.js';

const components = '/src/admin/components/availability';

/** A Payload plugin. */
export const availabilityDeskPlugin: Plugin = (config: Config): Config => ({
  ...config,
  admin: withAdminPage(config, {
    name: 'availability',
    view: `${components}/GridView.tsx#GridView`,
    link: `${components}/GridLink.tsx#GridLink`,
  }),
  endpoints: [...(config.endpoints ?? []), ...availabilityDeskEndpoints],
});
