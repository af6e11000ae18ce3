/** Builds server and admin once, before test files start servers side by side: two builds in one folder exclude each other. */
import { spawnSync } from 'node:child_process';

export default function prepareServer() {
  const script = "import('./src/cli/build.mjs').then(({ prepare }) => prepare())";
  const env = { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' };
  const { status } = spawnSync(process.execPath, ['-e', script], { env, stdio: 'inherit' });
  if (status !== 0) throw new Error('The server could not be built.');
}
