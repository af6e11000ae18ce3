/** The rows of a plan as they are answered. Pure. */
import type { CountyTable } from '../availability/places.js';
import type { PlannedRow, RowAction, RowSide } from './answers.js';
import { byId, type Desk } from './desk.js';
import { differing } from './differing.js';
import type { Plan } from './plan.js';
import { entryInWords } from './rowWords.js';
import type { PlannedEntry } from './working.js';

const endsSooner = ({ after, before }: PlannedEntry): boolean => {
  const end = after?.effectiveTo;
  return Boolean(end) && (!before?.effectiveTo || Date.parse(before.effectiveTo) > Date.parse(end ?? ''));
};

function actionOf(planned: PlannedEntry, changed: readonly string[]): RowAction {
  if (!planned.before) return 'create';
  if (!planned.after) return 'end';
  if (changed.length === 0) return 'unchanged';
  return changed.every((field) => field === 'effectiveTo') && endsSooner(planned) ? 'end' : 'change';
}

/** In the order of the plan. What is still to be made has no id, unless `isDone`. */
export function plannedRows(
  { entries }: Pick<Plan, 'entries'>,
  desk: Desk,
  { isDone = false, table }: { table: CountyTable; isDone?: boolean },
): PlannedRow[] {
  const place = { table, licenses: byId(desk.licenses) };
  const services = byId(desk.services);
  const sideOf = (entry: PlannedEntry['after'], isMade: boolean): RowSide | null =>
    entry && { words: entryInWords(entry, place), entry: isMade && !isDone ? { ...entry, id: null } : entry };
  return entries.flatMap((planned) => {
    const { after, before, spot } = planned;
    const service = services.get((after ?? before)?.service ?? '');
    if (!service) return [];
    const { id, name, site, slug } = service;
    const changed = before && after ? differing(before, after) : [];
    return {
      action: actionOf(planned, changed),
      service: { id, slug, name, site: site.slug },
      state: (after ?? before)?.state ?? '',
      ...{ before: sideOf(before, false), after: sideOf(after, !before), changed },
      ...('line' in spot ? { line: spot.line } : {}),
    };
  });
}
