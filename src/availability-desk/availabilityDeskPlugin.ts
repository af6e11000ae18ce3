/** Puts the desk of availability into Payload's configuration: its addresses, and the grid as a page in the admin. */
import type { Config, Plugin } from 'payload';
import { availabilityDeskEndpoints } from './endpoints.js';

const components = '/src/admin/components/availability';

/** A Payload plugin. */
export const availabilityDeskPlugin: Plugin = (config: Config): Config => ({
  ...config,
  admin: {
    ...config.admin,
    components: {
      ...config.admin?.components,
      afterNavLinks: [
        ...(config.admin?.components?.afterNavLinks ?? []),
        `${components}/GridLink.tsx#GridLink`,
      ],
      views: {
        ...config.admin?.components?.views,
        availability: { Component: `${components}/GridView.tsx#GridView`, path: '/availability' },
      },
    },
  },
  endpoints: [...(config.endpoints ?? []), ...availabilityDeskEndpoints],
});
