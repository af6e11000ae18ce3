// /admin/availability: where each service is offered, for those who keep it.
import type { AdminViewServerProps } from 'payload';
import { AdminPage } from '../AdminPage.js';
import { AvailabilityDesk } from './AvailabilityDesk.js';

export function GridView(view: AdminViewServerProps) {
  const { payload } = view.initPageResult.req;
  const { admin, api } = payload.config.routes;
  const { publishableCollections } = payload.config.custom.schedule;
  const mayKeep = publishableCollections(view.initPageResult.req).includes('availability');
  const { site } = view.searchParams ?? {};
  return (
    <AdminPage className="availability-view" path="/availability" title="Availability" view={view}>
      {mayKeep ? (
        <AvailabilityDesk adminRoute={admin} api={api} firstSite={typeof site === 'string' ? site : null} />
      ) : (
        <p>The grid is for people who may publish availability.</p>
      )}
    </AdminPage>
  );
}
