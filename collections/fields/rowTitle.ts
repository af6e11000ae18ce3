/** The head of each row of a list in the admin: “Step 2: The evening before” instead of “Step 02”. */
import type { ArrayField } from 'payload';

type Components = NonNullable<NonNullable<ArrayField['admin']>['components']>;

/** @param field the text of the row that names it; @param one what one row is called */
export const rowTitle = (field: string, one: string): Components => ({
  RowLabel: { path: '/src/admin/components/RowTitle.tsx#RowTitle', clientProps: { field, one } },
});
