/** Published entries as a CSV file that can be brought in again. Pure. */
import type { CountyTable } from '../availability/places.js';
import { writeCells } from './csvCells.js';
import { type Column, columns } from './csvColumns.js';
import { byBeginning, byId, compare, type Desk, type DeskService, type StoredEntry } from './desk.js';
import { findCounty } from './findCounty.js';
import { writeLicense } from './findLicense.js';
import { writeMoment } from './readMoment.js';

interface ExportPlace {
  desk: Desk;
  table: CountyTable;
}

/** By name where the name finds it again. */
function countyCell(fips: string, state: string, table: CountyTable): string {
  const name = table.byFips(fips)?.name ?? fips;
  const found = findCounty(name, state, table);
  return 'fips' in found && found.fips === fips ? name : fips;
}

function licenseCell(id: string, desk: Desk): string {
  const license = desk.licenses.find((each) => each.id === id);
  return license && desk.visibleLicenses.has(id) ? writeLicense(license, desk) : id;
}

function rowOf(
  entry: StoredEntry,
  service: DeskService,
  { desk, table }: ExportPlace,
): Record<Column, string> {
  const { counties, state } = entry;
  const moment = (at: string | null) => writeMoment(at, service.site.timeZone);
  return {
    ...{ id: entry.id, site: service.site.slug, service: service.slug, state, status: entry.status },
    counties: counties.mode,
    list: counties.list.map((fips) => countyCell(fips, state, table)).join('; '),
    ...{ from: moment(entry.effectiveFrom), to: moment(entry.effectiveTo) },
    licenses: entry.licenses.map((id) => licenseCell(id, desk)).join('; '),
    ...{ reviewed_at: moment(entry.reviewedAt), review_due_at: moment(entry.reviewDueAt) },
    public_note_en: entry.publicNote.en ?? '',
    public_note_es: entry.publicNote.es ?? '',
    internal_note: entry.internalNote ?? '',
  };
}

/** All entries of these services, whenever they hold: by site, service, state and beginning. */
export function exportCsv(services: readonly DeskService[], place: ExportPlace): string {
  const known = byId(services);
  const rows = place.desk.entries.flatMap((entry) => {
    const service = known.get(entry.service);
    return service ? [{ entry, service }] : [];
  });
  rows.sort(
    (one, other) =>
      compare(one.service.site.slug, other.service.site.slug) ||
      compare(one.service.slug, other.service.slug) ||
      compare(one.entry.state, other.entry.state) ||
      byBeginning(one.entry, other.entry),
  );
  const cells = rows.map(({ entry, service }) => rowOf(entry, service, place));
  return writeCells([columns, ...cells.map((row) => columns.map((column) => row[column]))]);
}
