/** The ledger against what is stored: live rows, versions, spans, references. Knows nothing of who wrote what. */
import { canonical, chainProblems, type LedgerRecord } from './chain.js';
import { byDocument, type Dump, isPublicRow, type Row } from './dump.js';

/** Of each check: one mistake may show in every record. */
const mostShown = 5;
const stillPublic = Number.MAX_SAFE_INTEGER;

/** The last record of each document must hold the row that readers see, and nothing else is public. */
function foldProblems({ collections, ledger }: Dump): string[] {
  const problems: string[] = [];
  const last = new Map(ledger.map((record) => [`${record.collectionSlug} ${record.documentId}`, record]));
  for (const [slug, { rows, versions }] of Object.entries(collections)) {
    for (const row of rows) {
      const key = `${slug} ${row.id}`;
      const snapshot = last.get(key)?.snapshot ?? null;
      last.delete(key);
      const shown = isPublicRow(row, versions !== null) ? canonical(row) : null;
      if (meaningOf(shown) !== meaningOf(snapshot))
        problems.push(`${key}: public is ${shown}, recorded is ${snapshot}`);
    }
  }
  for (const [key, { act, snapshot }] of last)
    if (snapshot !== null) problems.push(`${key}: recorded (${act}), but there is no such row`);
  return problems;
}

const isLit = ({ act }: LedgerRecord) => act === 'publish' || act === 'change';

/** Acts follow each other as they must, and no record repeats the one before. */
function orderProblems({ ledger }: Dump): string[] {
  return [...byDocument(ledger).values()].flatMap((records) =>
    records.flatMap((record, index) => {
      const before = records[index - 1];
      const isOpen = before !== undefined && isLit(before);
      const mustBeOpen = record.act !== 'publish';
      if (isOpen !== mustBeOpen)
        return [`record ${record.position}: ${record.act} after ${before?.act ?? 'nothing'}`];
      const isSame = isOpen && isLit(record) && timeless(before) === timeless(record);
      return isSame ? [`record ${record.position} says the same as record ${before.position}`] : [];
    }),
  );
}

const prefixes: Record<string, string> = { articles: '/resources', faqs: '/faqs', misconceptions: '/myths' };

/** Records of pages are filed under their path, dark ones under the last. */
function pathProblems({ ledger }: Dump): string[] {
  return [...byDocument(ledger).values()].flatMap((records) =>
    records.flatMap(({ collectionSlug, path, position, snapshot }, index) => {
      const prefix = prefixes[collectionSlug];
      const own = prefix && snapshot ? `${prefix}/${JSON.parse(snapshot).slug}` : null;
      const expected = snapshot ? own : records[index - 1]?.path;
      return path === expected ? [] : [`record ${position} has the path ${path} instead of ${expected}`];
    }),
  );
}

function timeless({ snapshot }: LedgerRecord): string {
  const { updatedAt: _time, ...row } = JSON.parse(snapshot ?? '{}');
  return canonical(row);
}

const withoutTimes = ({ createdAt: _c, updatedAt: _u, id: _i, ...row }: Record<string, unknown>) =>
  canonical(clean(row));

/** Nothing, null and an empty list are stored alike. */
function clean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  const filled = Object.entries(value).map(([name, each]) => [name, clean(each)] as const);
  return Object.fromEntries(filled.filter(([, each]) => !isEmpty(each)));
}

const isEmpty = (value: unknown) =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value as object).length === 0);

/** MongoDB stores an empty list where there was none; that says nothing else. */
const meaningOf = (text: string | null) => text && canonical(clean(JSON.parse(text)));

/** A row that is public has a version that says the same; each document has one latest version, and each version a document. */
function versionProblems({ collections }: Dump): string[] {
  return Object.entries(collections).flatMap(([slug, { rows, versions }]) => {
    if (!versions) return [];
    const ids = new Set(rows.map(({ id }) => id));
    const lost = versions.filter(({ parent }) => !ids.has(parent));
    return [
      ...lost.map(({ id, parent }) => `${slug}: version ${id} is of ${parent}, which is not there`),
      ...rows.flatMap((row) => {
        const own = versions.filter(({ parent }) => parent === row.id);
        const latest = own.filter((each) => each.latest).length;
        const wrong =
          latest === 1 ? [] : [`${slug} ${row.id} has ${latest} latest versions of ${own.length}`];
        const isShown = row._status === 'published';
        const isHeld = own.some(({ version }) => withoutTimes(version) === withoutTimes(row));
        return isShown && !isHeld ? [...wrong, `${slug} ${row.id} is public as no version has it`] : wrong;
      }),
    ];
  });
}

function spansOf(records: LedgerRecord[]) {
  return records.filter(isLit).map((record) => {
    const next = records.find(({ position }) => position > record.position);
    const row: Row = JSON.parse(record.snapshot ?? '{}');
    return canonical({
      ...{ collectionSlug: record.collectionSlug, documentId: record.documentId, from: record.position },
      ...{
        to: next?.position ?? stillPublic,
        contentHash: record.contentHash,
        documentUpdatedAt: row.updatedAt,
      },
    });
  });
}

function differences(what: string, expected: string[], found: string[]): string[] {
  const [wanted, there] = [new Set(expected), new Set(found)];
  return [
    ...expected.filter((each) => !there.has(each)).map((each) => `${what} missing: ${each}`),
    ...found.filter((each) => !wanted.has(each)).map((each) => `${what} too many: ${each}`),
    ...(found.length === there.size ? [] : [`${what}: some stand there twice`]),
  ];
}

function spanProblems({ ledger, spans }: Dump): string[] {
  const found = spans.map(({ collectionSlug, contentHash, documentId, documentUpdatedAt, from, to }) =>
    canonical({ collectionSlug, contentHash, documentId, documentUpdatedAt, from, to }),
  );
  return differences('span', [...byDocument(ledger).values()].flatMap(spansOf), found);
}

/** Every text that is the id of a document. */
function idsIn(value: unknown, known: ReadonlySet<string>): string[] {
  if (typeof value === 'string') return known.has(value) ? [value] : [];
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap((each) => idsIn(each, known))
    : [];
}

function referenceProblems({ collections, ledger, references }: Dump): string[] {
  const stored = Object.values(collections).flatMap(({ rows }) => rows.map(({ id }) => id));
  const known = new Set([...stored, ...ledger.map(({ documentId }) => documentId)]);
  const expected = [...byDocument(ledger).values()].flatMap((records) => {
    const { documentId, snapshot } = records[records.length - 1] as LedgerRecord;
    const ids = new Set(idsIn(JSON.parse(snapshot ?? 'null'), known));
    ids.delete(documentId);
    return [...ids].map((id) => `${documentId} → ${id}`);
  });
  return differences(
    'reference',
    expected,
    references.map(({ fromId, toId }) => `${fromId} → ${toId}`),
  );
}

/** Everything in the database that contradicts the ledger. */
export function databaseProblems(dump: Dump): string[] {
  const checks = [
    ...[foldProblems, orderProblems, pathProblems, versionProblems, spanProblems, referenceProblems],
    () => chainProblems(dump.ledger),
  ];
  return checks.flatMap((check) => check(dump).slice(0, mostShown));
}
