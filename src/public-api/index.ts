// What the outside may ask: REST for strangers and GraphQL. All of it is made from the allow-list.
import { type RequestHandler, Router } from 'express';
import type { Payload } from 'payload';
import { createPagesRouter } from '../pages/pagesRouter.js';
import { createResolveRouter } from '../pages/resolve/resolveRouter.js';
import { createAvailabilityRouter } from './availability/availabilityRouter.js';
import { createOpenapiRouter } from './openapi/openapiRouter.js';
import { createRestRouter } from './restRouter.js';
import { createSitesRouter } from './sites/sitesRouter.js';

export { createGraphqlHandlers } from './graphql/graphqlHandlers.js';
export { graphqlLimits } from './graphql/queryLimits.js';

/** Everything public below /api, except GraphQL. Calls next() for what belongs to signed-in people. */
export function createPublicApi({ payload }: { payload: Payload }): RequestHandler {
  const router = Router({ caseSensitive: true });
  router.use(createOpenapiRouter({ payload }));
  router.use('/pages', createPagesRouter({ payload }));
  router.use('/disclaimers', createResolveRouter({ payload }));
  router.use('/availability', createAvailabilityRouter({ payload }));
  router.use('/sites', createSitesRouter({ payload }));
  router.use(createRestRouter(payload));
  return router;
}
