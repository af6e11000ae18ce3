// `npm run dev`: the server in development mode, started anew when a source of it changes. The admin reloads by itself.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';
import { buildServerWhenNeeded, checkNode, installWhenNeeded, root, StepFailed } from './build.mjs';

const settle = 150;
let server;
let pending;
let building = false;

function start() {
  server = spawn(process.execPath, ['--enable-source-maps', 'dist/src/main.js'], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_ENV: 'development',
      DISABLE_PAYLOAD_HMR: 'true',
      NEXT_TELEMETRY_DISABLED: '1',
    },
  });
}

/** Waits for the old server's port and database to be free. */
function stop() {
  if (!server || server.exitCode !== null) return Promise.resolve();
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  return ended;
}

async function restart() {
  if (building) return plan();
  building = true;
  try {
    await buildServerWhenNeeded({ clean: false });
    await stop();
    start();
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    console.error('Fix this and save. A server that runs is the last one that built.');
  } finally {
    building = false;
  }
}

function plan() {
  clearTimeout(pending);
  pending = setTimeout(restart, settle);
}

function isServerSource(name) {
  return name && !/^src[\\/](admin|cli)[\\/]/.test(name) && /\.(ts|tsx|json|md|csv)$/.test(name);
}

for (const folder of ['src', 'collections']) {
  watch(
    path.join(root, folder),
    { recursive: true },
    (_event, name) => isServerSource(path.join(folder, name ?? '')) && plan(),
  );
}
watch(path.join(root, 'payload.config.ts'), plan);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    await stop();
    process.exit(0);
  });
}

checkNode();
process.chdir(root);
await installWhenNeeded();
await restart();
