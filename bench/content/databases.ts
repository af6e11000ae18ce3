/** Filled databases, kept between runs: filling is slow, and every run shall begin with the same one. */
import {
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { forkProgram, root } from '../machine/children.js';
import { fingerprint } from '../machine/describeMachine.js';
import { sourceVariable } from './openProduct.js';

/** Beside as many articles as are asked for. */
export const faqCount = 300;

const store = path.join(root, '.cache/bench/databases');

/** What makes a database other than the one that is kept. */
function versionOf(): string {
  const demo = path.join(root, 'src/demo/content');
  const texts = readdirSync(demo, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(md|yaml)$/.test(name))
    .sort()
    .map((name) => readFileSync(path.join(demo, name)));
  const program = ['fill.js', 'articles.js'].map((name) =>
    readFileSync(path.join(import.meta.dirname, name)),
  );
  return fingerprint(...texts, ...program);
}

/** In a kept folder: the migrations that it has seen. Others since then are no reason to fill a new one, but it has to see them, too. */
const seenMigrations = 'migrations.txt';

const migrations = (): string =>
  readdirSync(path.join(root, 'src/database/migrations'), { recursive: true, encoding: 'utf8' })
    .sort()
    .join('\n');

const isMigrated = (folder: string): boolean =>
  existsSync(path.join(folder, seenMigrations)) &&
  readFileSync(path.join(folder, seenMigrations), 'utf8') === migrations();

/** Brings the folder up to date and adds what is missing. */
async function fillFolder(folder: string, articles: number): Promise<void> {
  const seen = migrations();
  const { child } = await forkProgram('content/fill.js', {
    args: [String(articles), String(faqCount)],
    env: {
      ...{ DATA_DIR: folder, MEDIA_DIR: path.join(folder, 'media'), LOG_LEVEL: 'warn', ADMIN_UI: 'false' },
      ...{ DATABASE_URL: '', REDIS_URL: '' },
    },
    withLoader: Boolean(process.env[sourceVariable]),
  });
  if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve));
  rmSync(path.join(folder, 'backups'), { recursive: true, force: true }); // made before a migration: as large as the database
  writeFileSync(path.join(folder, seenMigrations), seen);
}

/** The largest kept one that is smaller: filling goes on from there. */
function smaller(folder: string, articles: number): string | undefined {
  const kept = existsSync(folder) ? readdirSync(folder).map(Number) : [];
  const best = Math.max(...kept.filter((count) => count < articles));
  return Number.isFinite(best) ? path.join(folder, String(best)) : undefined;
}

/** A folder for DATA_DIR with this many articles. Never run a server on it: take a copy. */
async function keptDatabase(articles: number): Promise<string> {
  const ofVersion = path.join(store, versionOf());
  const folder = path.join(ofVersion, String(articles));
  if (existsSync(folder)) {
    if (!isMigrated(folder)) await fillFolder(folder, articles);
    return folder;
  }
  const unfinished = path.join(ofVersion, `unfinished-${articles}`);
  const before = smaller(ofVersion, articles);
  if (before && !existsSync(unfinished))
    cpSync(before, unfinished, { recursive: true, mode: constants.COPYFILE_FICLONE });
  mkdirSync(unfinished, { recursive: true });
  console.log(`  filling a database: ${articles} articles, ${faqCount} FAQs (once; kept in .cache/bench)`);
  await fillFolder(unfinished, articles);
  renameSync(unfinished, folder);
  return folder;
}

const copies: string[] = [];
process.on('exit', () => {
  for (const each of copies) rmSync(each, { recursive: true, force: true });
});

/** An empty folder that goes when the benchmark ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'forthright-bench-'));
  copies.push(folder);
  return folder;
}

/** A filled database of one's own, as a folder for DATA_DIR. It goes when the benchmark ends, or before. */
export async function copyOfDatabase(articles: number): Promise<{ folder: string; remove(): void }> {
  const kept = await keptDatabase(articles);
  const folder = temporaryFolder();
  cpSync(kept, folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
