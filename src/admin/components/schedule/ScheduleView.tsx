// /admin/schedule: what will be published and taken down by itself, and what did not work out.
import { DefaultTemplate } from '@payloadcms/next/templates';
import { Gutter } from '@payloadcms/ui';
import { RenderServerComponent } from '@payloadcms/ui/elements/RenderServerComponent';
import { redirect } from 'next/navigation.js';
import type { AdminViewServerProps } from 'payload';

/** Through the import map: Next finds no TypeScript under the name that Node wants (.js). */
const tables = '/src/admin/components/schedule/ScheduleTables.tsx#ScheduleTables';

export function ScheduleView({ initPageResult, params, searchParams, ...rest }: AdminViewServerProps) {
  const { locale, permissions, req, visibleEntities } = initPageResult;
  const { payload, user } = req;
  const { admin, api } = payload.config.routes;
  if (!user) redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}/schedule`)}`);
  const mayPublish = payload.config.custom.schedule.publishableCollections(req).length > 0;
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
      <Gutter className="schedule-view">
        <h1>Schedule</h1>
        {mayPublish ? (
          RenderServerComponent({
            Component: tables,
            clientProps: { adminRoute: admin, apiRoute: api },
            importMap: payload.importMap,
          })
        ) : (
          <p>The schedule is for people who may publish.</p>
        )}
      </Gutter>
    </DefaultTemplate>
  );
}
