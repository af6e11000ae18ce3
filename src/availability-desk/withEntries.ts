/** The documents of pages, with entries of availability as a plan has them. */
import type { Entry } from '../availability/entry.js';
import type { Documents } from '../pages/documents.js';
import { byState } from '../pages/sorting.js';

/** The same documents, but of these services (ids) the entries are those given, in the port's order: by state, then by id. */
export function withEntries(
  documents: Documents,
  services: ReadonlySet<string>,
  entries: readonly Entry[],
): Documents {
  // the methods of every store are fields of it
  return {
    ...documents,
    availabilityOf: async (serviceIds) => {
      const ids = [...new Set(serviceIds)];
      const others = await documents.availabilityOf(ids.filter((id) => !services.has(id)));
      const own = entries.filter(({ serviceId }) => services.has(serviceId) && ids.includes(serviceId));
      return [...others, ...own].sort(byState);
    },
  };
}
