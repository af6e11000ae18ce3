/** The columns of the CSV files of availability. */
export const columns = [
  'id',
  'site',
  'service',
  'state',
  'status',
  'counties',
  'list',
  'from',
  'to',
  'licenses',
  'reviewed_at',
  'review_due_at',
  'public_note_en',
  'public_note_es',
  'internal_note',
] as const;

export type Column = (typeof columns)[number];

/** The column in which what is wrong with a field of an entry is to be mended. */
const columnByField: Readonly<Record<string, Column>> = {
  service: 'service',
  state: 'state',
  status: 'status',
  counties: 'counties',
  'counties.mode': 'counties',
  'counties.list': 'list',
  effectiveFrom: 'from',
  effectiveTo: 'to',
  licenses: 'licenses',
  reviewedAt: 'reviewed_at',
  reviewDueAt: 'review_due_at',
  'publicNote.en': 'public_note_en',
  'publicNote.es': 'public_note_es',
  internalNote: 'internal_note',
};

/** For a path such as `counties.list`; the path itself where no column is meant. */
export function columnOf(field: string): string {
  const known = (path: string) => (Object.hasOwn(columnByField, path) ? columnByField[path] : undefined);
  return known(field) ?? known(field.split('.')[0] ?? '') ?? field;
}
