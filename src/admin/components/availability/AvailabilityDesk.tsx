'use client';
// /admin/availability: the grid, what can be done with it, and the way to publishing.
import { SetStepNav } from '@payloadcms/ui';
import { ReadyDesk } from './ReadyDesk.js';
import { useDesk } from './useDesk.js';

interface DeskProps {
  adminRoute: string;
  api: string;
  /** Slug that the address of the page names. */
  firstSite: string | null;
}

export function AvailabilityDesk({ adminRoute, api, firstSite }: DeskProps) {
  const desk = useDesk(api, firstSite);
  const { answer, problem } = desk;
  const site = answer?.sites.find(({ slug }) => slug === desk.site);
  return (
    <>
      <SetStepNav nav={[{ label: 'Availability' }]} />
      {problem && (
        <p className="availability-problem" role="alert">
          {problem}
        </p>
      )}
      {!answer && !problem && <p>Loading …</p>}
      {answer && !site && <p>There is no site whose availability you may keep.</p>}
      {answer && site && <ReadyDesk {...{ adminRoute, answer, api, desk, site }} key={site.slug} />}
    </>
  );
}
