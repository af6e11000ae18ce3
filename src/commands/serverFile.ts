/**
 * DATA_DIR/server.json: how commands find the server that holds DATA_DIR. Only the user whose server it is may read it. A killed
 * server leaves it behind; then nobody answers at its address with its proof.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const shape = z.object({
  pid: z.number().int(),
  /** `127.0.0.1:PORT` */
  address: z.string().regex(/^127\.0\.0\.1:\d+$/),
  /** What a caller must know to be served. */
  token: z.string().min(32),
  /** What the server answers to such a caller: another program that got the port since does not know it. */
  proof: z.string().min(32),
});

export type ServerFile = z.infer<typeof shape>;

const fileIn = (dataDir: string) => path.join(dataDir, 'server.json');

/** What the file says; nothing when there is none or it is not one of ours. */
export function readServerFile(dataDir: string): ServerFile | undefined {
  try {
    return shape.parse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') throw error;
    return undefined;
  }
}

/** Puts the file in place at once: nobody reads half of it. */
export function writeServerFile(dataDir: string, content: ServerFile): void {
  const unfinished = `${fileIn(dataDir)}.${content.pid}.unfinished`;
  rmSync(unfinished, { force: true });
  writeFileSync(unfinished, `${JSON.stringify(content)}\n`, { flag: 'wx', mode: 0o600 });
  renameSync(unfinished, fileIn(dataDir));
}

/** Removes the file unless it is another server's. */
export function removeServerFile(dataDir: string, { token }: ServerFile): void {
  if (readServerFile(dataDir)?.token === token) rmSync(fileIn(dataDir), { force: true });
}
