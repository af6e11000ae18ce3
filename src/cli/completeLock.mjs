// Completes package-lock.json: `node src/cli/completeLock.mjs [--check]`. A registry that does not carry the packages of
// other platforms (binaries for macOS, Windows …) leaves them out of the lock file, and `npm ci` then refuses everywhere.
import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './build.mjs';

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];

/** Other spellings in the names of such packages. */
const spellings = {
  linuxmusl: 'linux',
  riscv64gc: 'riscv64',
  ppc64le: 'ppc64',
  armv7: 'arm',
  linux64: 'linux',
  macos: 'darwin',
};

/** What a package for one platform says about itself in its name, such as `@swc/core-linux-arm64-musl`. */
function platformOf(name) {
  const words = name.split(/[-/@]/).map((word) => spellings[word] ?? word);
  const os = words.filter((word) => systems.includes(word));
  const cpu = words.filter((word) => processors.includes(word));
  const libc = name.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : [];
  return { ...(os.length ? { os } : {}), ...(cpu.length ? { cpu } : {}), ...(libc.length ? { libc } : {}) };
}

/** Where npm looks for a package that `from` depends on: below it, beside it, then further up. */
function isLocked(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    if (packages[folder ? `${folder}/node_modules/${name}` : `node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}

/** Optional packages that the lock file does not have: where they belong, and what to write there. */
export function missingOptional({ packages }) {
  return Object.entries(packages).flatMap(([place, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isLocked(packages, place, name))
      .map(([name, version]) => [
        `node_modules/${name}`,
        {
          version: version.replace(/^[\^~]/, ''),
          ...platformOf(name),
          ...(dev ? { dev } : {}),
          optional: true,
        },
      ]),
  );
}

function complete() {
  const file = path.join(root, 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingOptional(lock);
  if (process.argv.includes('--check')) {
    for (const [place] of missing) console.error(`package-lock.json lacks ${place}`);
    process.exitCode = missing.length ? 1 : 0;
    return;
  }
  const packages = { ...lock.packages, ...Object.fromEntries(missing) };
  const sorted = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  // what is installed still is what the lock file asks for here: nobody need install again
  const installed = path.join(root, 'node_modules/.package-lock.json');
  const wasInstalled = existsSync(installed) && statSync(installed).mtimeMs >= statSync(file).mtimeMs;
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`);
  if (wasInstalled) utimesSync(installed, new Date(), new Date());
  console.log(`${missing.length} packages added.`);
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.join(root, 'src/cli/completeLock.mjs'))
  complete();
