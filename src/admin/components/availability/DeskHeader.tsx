'use client';
// Which site, from when, and the same as a file.
import type { GridSite } from '../../../availability-desk/answers.js';
import { CsvButtons } from './CsvButtons.js';
import type { Proposal } from './desk.js';
import { TakesEffect } from './TakesEffect.js';

interface DeskHeaderProps {
  api: string;
  onFile: (proposal: Proposal) => void;
  onMoment: (at: string | null, isReady: boolean) => void;
  onSite: (slug: string) => void;
  site: GridSite;
  sites: readonly GridSite[];
}

export function DeskHeader({ api, onFile, onMoment, onSite, site, sites }: DeskHeaderProps) {
  return (
    <div className="availability-header">
      <label className="availability-header__site">
        <span>Site</span>
        <select
          className="availability-input"
          onChange={(event) => onSite(event.target.value)}
          value={site.slug}
        >
          {sites.map(({ name, slug }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <TakesEffect onChange={onMoment} timeZone={site.timeZone} />
      <CsvButtons api={api} onRead={onFile} site={site.slug} />
    </div>
  );
}
