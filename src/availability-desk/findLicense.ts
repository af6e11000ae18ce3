/** Which license somebody means. Pure. */
import { nameOfState } from '../availability/states.js';
import type { Desk, DeskLicense } from './desk.js';

/** The id of the license of which `text` is the id, the number or the slug; else words that say why there is none. */
export function findLicense(text: string, state: string, desk: Desk): { id: string } | { message: string } {
  const wanted = text.trim();
  const visible = desk.licenses.filter(({ id }) => desk.visibleLicenses.has(id));
  const exact = visible.find(({ id, slug }) => id === wanted || slug === wanted);
  if (exact) return { id: exact.id };
  const numbered = visible.filter(({ number }) => number.trim() === wanted);
  const ofState = numbered.filter((license) => license.state === state);
  const [found, other] = ofState.length > 0 ? ofState : numbered;
  if (found && !other) return { id: found.id };
  if (!found) return { message: `There is no license “${wanted}” in ${nameOfState(state, 'en')}.` };
  const slugs = (ofState.length > 0 ? ofState : numbered).map(({ slug }) => slug).join(', ');
  return { message: `Several licenses have the number “${wanted}”; write which: ${slugs}.` };
}

/** What `findLicense` finds it by: its number, or its slug where the number says less or would not stand in a list. */
export function writeLicense({ id, number, slug, state }: DeskLicense, desk: Desk): string {
  const found = findLicense(number, state, desk);
  const isClear = 'id' in found && found.id === id && !number.includes(';') && number.trim() === number;
  return isClear ? number : slug;
}
