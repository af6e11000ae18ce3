// /admin/availability: where each service is offered, for those who keep it.
import { DefaultTemplate } from '@payloadcms/next/templates';
import { Gutter } from '@payloadcms/ui';
import { redirect } from 'next/navigation.js';
import type { AdminViewServerProps } from 'payload';
import { AvailabilityDesk } from './AvailabilityDesk.js';

export function GridView({ initPageResult, params, searchParams, ...rest }: AdminViewServerProps) {
  const { locale, permissions, req, visibleEntities } = initPageResult;
  const { payload, user } = req;
  const { admin, api } = payload.config.routes;
  if (!user) redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}/availability`)}`);
  const mayKeep = payload.config.custom.schedule.publishableCollections(req).includes('availability');
  const { site } = searchParams ?? {};
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={user}
      viewActions={rest.viewActions}
      viewType={rest.viewType}
      visibleEntities={visibleEntities}
    >
      <Gutter className="availability-view">
        <h1>Availability</h1>
        {mayKeep ? (
          <AvailabilityDesk adminRoute={admin} api={api} firstSite={typeof site === 'string' ? site : null} />
        ) : (
          <p>The grid is for people who may publish availability.</p>
        )}
      </Gutter>
    </DefaultTemplate>
  );
}
