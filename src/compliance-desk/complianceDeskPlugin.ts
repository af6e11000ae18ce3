/** Puts the desk of compliance into Payload's configuration: its addresses. What people see of it stands in the forms. */
import type { Config, Plugin } from 'payload';
import { complianceDeskEndpoints } from './endpoints.js';

/** A Payload plugin. */
export const complianceDeskPlugin: Plugin = (config: Config): Config => ({
  ...config,
  endpoints: [...(config.endpoints ?? []), ...complianceDeskEndpoints],
});
