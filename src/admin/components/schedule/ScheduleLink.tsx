// The way to the schedule in the admin's menu, for those who may publish something.
import { Link } from '@payloadcms/ui';
import type { Payload, PayloadRequest } from 'payload';

interface LinkProps {
  payload: Payload;
  user?: PayloadRequest['user'];
}

export function ScheduleLink({ payload, user }: LinkProps) {
  const { publishableCollections } = payload.config.custom.schedule;
  if (!user || publishableCollections({ payload, user }).length === 0) return null;
  const { admin } = payload.config.routes;
  return (
    <Link className="nav__link schedule-link" href={`${admin}/schedule`} id="nav-schedule" prefetch={false}>
      <span className="nav__link-label">Schedule</span>
    </Link>
  );
}
