// /admin/schedule: what will be published and taken down by itself, and what did not work out.
import type { AdminViewServerProps } from 'payload';
import { AdminPage } from '../AdminPage.js';
import { ScheduleTables } from './ScheduleTables.js';

export function ScheduleView(view: AdminViewServerProps) {
  const { req } = view.initPageResult;
  const { admin, api } = req.payload.config.routes;
  const mayPublish = req.payload.config.custom.schedule.publishableCollections(req).length > 0;
  return (
    <AdminPage className="schedule-view" path="/schedule" title="Schedule" view={view}>
      {mayPublish ? (
        <ScheduleTables adminRoute={admin} apiRoute={api} />
      ) : (
        <p>The schedule is for people who may publish.</p>
      )}
    </AdminPage>
  );
}
