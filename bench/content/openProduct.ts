/** The product's own code, compiled as it is served; or its sources (`--source`), while the benchmark itself is worked on. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Payload, SanitizedConfig } from 'payload';

const root = process.cwd();

/** Set for the processes of a run with `--source`. */
export const sourceVariable = 'BENCH_SOURCE';

/** A file of the product, named without its ending. */
export async function importProduct<T>(name: string): Promise<T> {
  const fromSource = Boolean(process.env[sourceVariable]);
  const file = path.join(root, fromSource ? `${name}.ts` : `dist/${name}.js`);
  if (!existsSync(file)) throw new Error(`${file} is not there.`);
  return (await import(pathToFileURL(file).href)) as T;
}

/** Payload over the database of DATA_DIR, migrated. */
export async function openProduct(): Promise<{ payload: Payload }> {
  await import('lexical'); // before the config: on Node 20 the editor package alone may end the process
  const { readSettings } = await importProduct<{ readSettings: () => unknown }>('src/config');
  const { prepareDataDir } = await importProduct<{ prepareDataDir: (settings: unknown) => unknown }>(
    'src/dataDir',
  );
  prepareDataDir(readSettings());
  const { getPayload } = await import('payload');
  const { default: config } = await importProduct<{ default: Promise<SanitizedConfig> }>('payload.config');
  return { payload: await getPayload({ config }) };
}
