// The way to the grid in the admin's menu, for those who may publish availability.
import { Link } from '@payloadcms/ui';
import type { Payload, PayloadRequest } from 'payload';

interface LinkProps {
  payload: Payload;
  user?: PayloadRequest['user'];
}

export function GridLink({ payload, user }: LinkProps) {
  const { publishableCollections } = payload.config.custom.schedule;
  if (!user || !publishableCollections({ payload, user }).includes('availability')) return null;
  const { admin } = payload.config.routes;
  return (
    <Link className="nav__link" href={`${admin}/availability`} id="nav-availability-grid" prefetch={false}>
      <span className="nav__link-label">Availability by state</span>
    </Link>
  );
}
