// Installs and builds what changed since the last time; shared by start.mjs, dev.mjs and `npm run build`.
// Node builtins only: this runs before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const inRoot = (name) => path.join(root, name);
const exists = (name) => existsSync(inRoot(name));

/** Ends the process with one clear message when this Node is too old. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 20)) return;
  console.error(
    `Forthright needs Node 20.20 or newer (22 and 24 work too); this is ${process.versions.node}.`,
  );
  process.exit(1);
}

/** Whether the admin is wanted, as src/config.ts reads ADMIN_UI. */
export const wantsAdmin = !['false', '0', 'no', 'off'].includes(process.env.ADMIN_UI?.trim() ?? '');

/** `npm ci` when node_modules is missing or older than the lock file. */
export async function installWhenNeeded() {
  const lock = exists('package-lock.json') ? 'package-lock.json' : undefined;
  const installed = inRoot('node_modules/.package-lock.json');
  if (!lock || isShipped()) return;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(inRoot(lock)).mtimeMs) return;
  await step('Installing packages (a minute or two, once)', 'npm', [
    'ci',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
}

/** A container ships what was built, without its sources. */
function isShipped() {
  return !exists('tsconfig.build.json');
}

const serverSources = [
  'payload.config.ts',
  'collections',
  'src',
  'tsconfig.json',
  'tsconfig.build.json',
  'package-lock.json',
];

/** Whether dist/ holds what the sources say now. */
export function isServerBuilt() {
  return isShipped() || isUpToDate('dist/.build.json', hashOf(serverSources, isServerSource));
}

/** Compiles the server when its sources changed. Not `clean` leaves in place what a running server may still load. */
export async function buildServerWhenNeeded({ clean = true } = {}) {
  await buildWhenChanged('dist/.build.json', hashOf(serverSources, isServerSource), async () => {
    if (clean) rmSync(inRoot('dist'), { recursive: true, force: true });
    await step('Building the server', process.execPath, [
      bin('typescript', 'tsc'),
      '-p',
      'tsconfig.build.json',
    ]);
    copyAssets('src');
    copyAssets('collections');
  });
}

/** Builds the admin when its sources changed. The collections are no part of it: it shows those of the running server. */
export async function buildAdminWhenNeeded() {
  if (!wantsAdmin) return;
  const hash = hashOf(['src/admin', 'package-lock.json'], isAdminSource);
  await buildWhenChanged('src/admin/.next/.build.json', hash, () =>
    step(
      'Building the admin (about a minute, once)',
      process.execPath,
      [bin('next', 'next'), 'build', 'src/admin'],
      {
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
      },
    ),
  );
}

async function buildWhenChanged(stampName, hash, build) {
  if (isShipped() || isUpToDate(stampName, hash)) return;
  const stamp = inRoot(stampName);
  rmSync(stamp, { force: true });
  await build();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, `${JSON.stringify({ hash })}\n`);
}

function isUpToDate(stampName, hash) {
  return exists(stampName) && JSON.parse(readFileSync(inRoot(stampName), 'utf8')).hash === hash;
}

const isServerSource = (name) => !name.startsWith('src/admin/') && !name.endsWith('.mjs');
const isAdminSource = (name) => !name.startsWith('src/admin/.next/') && !name.endsWith('next-env.d.ts');

function hashOf(names, isMeant) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const name of names.flatMap(filesOf).filter(isMeant).sort())
    hash.update(name).update(readFileSync(inRoot(name)));
  return hash.digest('hex');
}

function filesOf(name) {
  if (!exists(name)) return [];
  if (!statSync(inRoot(name)).isDirectory()) return [name];
  return readdirSync(inRoot(name), { withFileTypes: true })
    .filter((entry) => entry.name !== '.next' && entry.name !== 'node_modules')
    .flatMap((entry) => (entry.isDirectory() ? filesOf(`${name}/${entry.name}`) : [`${name}/${entry.name}`]));
}

/** What the server reads beside its code: texts, tables, pictures. The compiler leaves them behind. */
function copyAssets(folder) {
  for (const name of filesOf(folder)) {
    if (!isServerSource(name) || /\.(ts|tsx|mjs|js)$/.test(name)) continue;
    cpSync(inRoot(name), inRoot(`dist/${name}`));
  }
}

/** The file that a package's command runs. */
export function bin(packageName, command) {
  const folder = inRoot(`node_modules/${packageName}`);
  const { bin: commands } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof commands === 'string' ? commands : commands[command]);
}

/** Its output has been shown already. */
export class StepFailed extends Error {}

/** Runs one long step with a line that says how long it takes; shows its output only when it fails. */
export async function step(title, command, args, env = {}) {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  const isTerminal = process.stdout.isTTY;
  const say = (text, end = '') =>
    process.stdout.write(isTerminal ? `\r\x1b[K${text}${end}` : end ? `${text}${end}` : '');
  if (isTerminal) say(`${title} …`);
  else process.stdout.write(`${title} …\n`);
  const ticking = setInterval(
    () => (isTerminal ? say(`${title} … ${seconds()}`) : process.stdout.write(`  ${seconds()}\n`)),
    isTerminal ? 1000 : 15_000,
  );
  const { code, output } = await run(command, args, env);
  clearInterval(ticking);
  if (code === 0) return say(`${title}: done in ${seconds()}`, '\n');
  say(`${title}: failed after ${seconds()}`, '\n');
  process.stderr.write(`${output}\n`);
  throw new StepFailed(title);
}

function run(command, args, env) {
  return new Promise((resolve) => {
    const shell = process.platform === 'win32' && command === 'npm';
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** What tests need: everything but the admin. */
export const prepareServer = () => runSteps([installWhenNeeded, buildServerWhenNeeded]);

/** Everything that a start needs. */
export const prepare = () => runSteps([installWhenNeeded, buildServerWhenNeeded, buildAdminWhenNeeded]);

async function runSteps(steps) {
  checkNode();
  process.chdir(root);
  try {
    for (const each of steps) await each();
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    process.exit(1);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await prepare();
