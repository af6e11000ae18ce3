/** From what is to be changed in the grid to what the server is asked. */
import type { CellChange, ChangesBody } from '../../../availability-desk/answers.js';
import type { CellValue } from './cellValue.js';
import { type CellName, keyOf, nameOfKey, type Values } from './gridState.js';

function changeOf({ service, state }: CellName, { counties, licenses, status }: CellValue): CellChange {
  if (!status) return { service, state, status };
  const list = counties.mode === 'all' ? [] : [...counties.list];
  return { service, state, status, counties: { mode: counties.mode, list }, licenses: [...licenses] };
}

/** In the order of states and services as they are shown. `from` is an instant; null is when it is published. */
export function changesBody(
  pending: Values,
  from: string | null,
  { services, states }: { services: readonly string[]; states: readonly string[] },
): ChangesBody {
  const rank = (key: string) => {
    const { service, state } = nameOfKey(key);
    return states.indexOf(state) * services.length + services.indexOf(service);
  };
  const keys = Object.keys(pending).sort((one, other) => rank(one) - rank(other));
  const cells = keys.flatMap((key) => {
    const value = pending[key];
    return value ? [changeOf(nameOfKey(key), value)] : [];
  });
  return { ...(from ? { from } : {}), cells };
}

/** The key of the cell that a problem's path names: `cells.3.counties`; null for other paths. */
export function cellOfPath(path: string, { cells = [] }: ChangesBody): string | null {
  const index = /^cells\.(\d+)/.exec(path)?.[1];
  const cell = index === undefined ? undefined : cells[Number(index)];
  return cell ? keyOf(cell) : null;
}
