// helper ADDRESSES: replace this file
import type { PageKind } from '../../pages/addresses.js';
import type { Place, Row } from '../ledger/publicState.js';
export async function leaveRedirects(_place: Place, _move: { collection: PageKind; documentId: string; before: Row; after: Row }): Promise<void> {}
