/** (i) what readers feel while the kitchen works: bulk publishing, a large import, people in the admin. */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AdminReader, adminPages } from '../asking/admin.js';
import { onTheWire } from '../asking/ask.js';
import { Editor } from '../asking/editor.js';
import { knownArticles, listOf, warmUp } from '../asking/questions.js';
import type { Bench } from '../bench.js';
import { copyOfDatabase, temporaryFolder } from '../content/databases.js';
import type { LoadResult } from '../load/order.js';
import { root, watchChild } from '../machine/children.js';
import { type House, startHouse, unlimited } from '../subjects/house.js';

export interface KitchenRow {
  work: string;
  /** How long the work took; null for the quiet. */
  seconds: number | null;
  hits: Pick<LoadResult, 'answers' | 'failures' | 'latency' | 'origins' | 'perSecond'>;
  misses: Pick<LoadResult, 'answers' | 'failures' | 'latency' | 'perSecond'>;
}

/** Nothing that the work changes: it stays in memory. */
const hitPath = '/api/topics?limit=10';

/** Loads of hits, and of a few misses a second, as long as `work` takes. */
async function during(bench: Bench, { port }: House, missPaths: string[], work: () => Promise<void>) {
  const common = { ms: 3_600_000, port, statuses: [200] };
  const hits = bench.loader.begin({
    ...{ ...common, connections: bench.options.connections },
    requests: [onTheWire({ path: hitPath, port })],
  });
  const misses = bench.loader.begin({
    ...{ ...common, connections: 2, pauseMs: 50 },
    requests: missPaths.map((each) => onTheWire({ path: each, port })),
  });
  const begunAt = performance.now();
  try {
    await work();
  } finally {
    await Promise.all([hits.stop(), misses.stop()]);
  }
  const seconds = (performance.now() - begunAt) / 1_000;
  return { hits: await hits.result, misses: await misses.result, seconds };
}

const sorts = ['-publishedAt', 'publishedAt', 'title', '-title', 'slug'];
const fields = ['title', 'slug', 'summary', 'publishedAt', 'updatedAt', 'changeNote', 'topics'];

/** Some thousand lists that nobody has asked for yet: for each turn others. */
function missPaths(turn: number): string[] {
  const selections = Array.from({ length: 2 ** fields.length - 1 }, (_, index) =>
    fields.flatMap((name, bit) => ((index + 1) & (1 << bit) ? [`&select[${name}]=true`] : [])).join(''),
  );
  const pages = Array.from({ length: 50 }, (_, index) =>
    listOf(10 + (index % 10), 1 + Math.floor(index / 10)),
  );
  return pages.flatMap((page) =>
    selections.map((select) => `${page}&sort=${sorts[turn % sorts.length]}${select}`),
  );
}

async function publishInBulk(house: House, ids: string[]): Promise<void> {
  const editor = await Editor.signIn(house.port);
  const where = ids.map((id, index) => `where[id][in][${index}]=${id}`).join('&');
  const path = `/api/articles?${where}&limit=${ids.length}`;
  const { body } = await editor.publish(path, { changeNote: 'Published in bulk.' });
  editor.leave();
  const { docs, errors } = JSON.parse(body.toString()) as { docs: unknown[]; errors: { message: string }[] };
  if (docs.length !== ids.length)
    throw new Error(`${docs.length} of ${ids.length} were published: ${errors[0]?.message ?? ''}`);
}

function writeFiles(count: number): string {
  const folder = path.join(temporaryFolder(), 'texts');
  mkdirSync(folder);
  for (let index = 0; index < count; index += 1) {
    const paragraphs = Array.from(
      { length: 12 },
      (_, at) => `Paragraph ${at} of text ${index}. ${'Words that say little. '.repeat(20)}`,
    );
    const front = `---\nkind: faq\ntitle: "Imported ${index}?"\nslug: imported-${index}\nsite: harbor-therapy\n---\n\n`;
    writeFileSync(path.join(folder, `imported-${index}.md`), `${front}${paragraphs.join('\n\n')}\n`);
  }
  return folder;
}

/** `npm run import`, which hands the texts to the running server. */
function importTexts(house: House & { folder: string }, texts: string): Promise<void> {
  const child = watchChild(
    spawn(process.execPath, ['src/cli/command.mjs', 'import', texts, '--publish'], {
      cwd: root,
      env: {
        ...process.env,
        DATA_DIR: house.folder,
        MEDIA_DIR: path.join(house.folder, 'media'),
        PORT: String(house.port),
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  );
  return new Promise((resolve, reject) => {
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The import ended with ${code}.`)),
    );
  });
}

async function renderAdmin(house: House, ids: string[], ms: number): Promise<void> {
  const admin = await AdminReader.signIn(house.port);
  const until = performance.now() + ms;
  while (performance.now() < until) for (const page of adminPages(ids)) await admin.show(page);
}

export async function measureKitchen(bench: Bench): Promise<KitchenRow[]> {
  const { options } = bench;
  const { folder, remove } = await copyOfDatabase(options.articles);
  const house = { ...(await startHouse(folder, { ...unlimited, ADMIN_UI: String(options.admin) })), folder };
  await warmUp(house.port, { path: hitPath });
  const { ids } = await knownArticles(house.port, options.bulk);
  const texts = writeFiles(options.imported);
  const works: [string, () => Promise<void>][] = [
    ['nothing', () => new Promise((resolve) => setTimeout(resolve, options.quietMs))],
    [`${ids.length} articles published in bulk`, () => publishInBulk(house, ids)],
    [`${options.imported} texts imported`, () => importTexts(house, texts)],
    ...(options.admin
      ? [['the admin shown', () => renderAdmin(house, ids, options.quietMs)] as [string, () => Promise<void>]]
      : []),
  ];
  const rows: KitchenRow[] = [];
  for (const [turn, [work, run]] of works.entries()) {
    bench.say(`kitchen: ${work}`);
    try {
      const { hits, misses, seconds } = await during(bench, house, missPaths(turn), run);
      rows.push({ work, seconds: turn === 0 ? null : seconds, hits, misses });
    } catch (error) {
      bench.remark(`kitchen, ${work}: ${(error as Error).message}`);
    }
  }
  await house.stop();
  remove();
  return rows;
}
