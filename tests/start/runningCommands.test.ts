/** Commands run through the server that holds DATA_DIR, and alone when there is none. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DatabaseSync } from '@photostructure/sqlite';
import { runCommand } from '../helpers/runCommand.js';
import {
  failedStart,
  freePort,
  newFolder,
  type StartedServer,
  startServer,
} from '../helpers/startedServer.js';

const folder = newFolder();
const serverFile = path.join(folder, 'server.json');
const env = { DATA_DIR: folder, MEDIA_DIR: path.join(folder, 'media'), DATABASE_URL: '' };
const ledger = (...args: string[]) => runCommand(['ledger', ...args], { env });
const whole = /^[\d,]+ records, head \d+:[0-9a-f]{12}…, [\d,]+ public documents: nothing is wrong\.\n$/;

const readServerFile = () => JSON.parse(readFileSync(serverFile, 'utf8'));

/** How many records there are, read past the product. */
function positions(): number {
  const database = new DatabaseSync(path.join(folder, 'forthright.db'), { readOnly: true });
  const { last } = database.prepare('SELECT max(position) AS last FROM publications').get() as {
    last: number;
  };
  database.close();
  return last;
}

/** Moves a record to where none belongs; answers what puts it back. */
function tamper(): () => void {
  const write = (sql: string) => {
    const database = new DatabaseSync(path.join(folder, 'forthright.db'), { timeout: 5_000 });
    database.exec(sql);
    database.close();
  };
  write('UPDATE publications SET position = -position WHERE position = 2');
  return () => write('UPDATE publications SET position = -position WHERE position = -2');
}

let server: StartedServer;
beforeAll(async () => {
  server = await startServer({ DATA_DIR: folder });
}, 180_000);
afterAll(async () => {
  await server?.stop();
});

describe('while a server runs', () => {
  it('a command is carried out by it', async () => {
    expect(await ledger('verify')).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(whole),
    });
    const { code, stdout } = await ledger('export');
    expect(code).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(positions());
  }, 120_000);

  it('what it finds and what it cannot do end with exit code 1, a slip with 2, each said in words', async () => {
    const putBack = tamper();
    const found = await ledger('verify');
    putBack();
    expect(found).toMatchObject({ code: 1, stdout: expect.stringContaining('Record 2') });
    const refused = await ledger('redact', String(positions()), '--reason', 'To see that it is refused.');
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^Record \d+ .* is what is public now\..*\n$/),
    });
    const slip = await ledger('verfiy');
    expect(slip).toMatchObject({ code: 2, stderr: expect.stringContaining('npm run ledger -- verify') });
    expect((await runCommand(['legder'], { env })).code).toBe(2);
  }, 120_000);

  it('only its own user can find it, and only with the token can anybody use it', async () => {
    expect(statSync(serverFile).mode & 0o777).toBe(0o600);
    const { address, token } = readServerFile();
    const ask = (more: RequestInit, name = 'ledger') =>
      fetch(`http://${address}/commands/${name}`, { method: 'POST', body: '{"act":"head"}', ...more });
    const authorization = `Bearer ${token}`;
    expect((await ask({})).status).toBe(401);
    expect((await ask({ headers: { authorization: `Bearer ${token.slice(0, -1)}` } })).status).toBe(401);
    expect((await ask({ headers: { authorization } }, 'constructor')).status).toBe(404);
    expect((await fetch(`http://${address}/commands/ledger`, { headers: { authorization } })).status).toBe(
      404,
    );
    expect((await ask({ headers: { authorization }, body: 'no JSON' })).status).toBe(400);
    expect((await ask({ headers: { authorization } })).status).toBe(200);
    expect((await fetch(`${server.url}/commands/ledger`, { method: 'POST' })).status).toBeGreaterThanOrEqual(
      400,
    );
  });

  it('a second server on the same database is refused, and leaves it its file', async () => {
    const mine = readServerFile();
    const { code, output } = await failedStart({
      ...{ DATA_DIR: folder, MEDIA_DIR: path.join(folder, 'media'), PORT: String(await freePort()) },
    });
    expect(code).toBe(1);
    expect(output).toContain(
      `The database ${path.join(folder, 'forthright.db')} is open in another Forthright`,
    );
    expect(output).not.toMatch(/\n {4}at /);
    expect(readServerFile()).toEqual(mine);
  }, 120_000);

  it('a command that does not find it leaves its database alone', async () => {
    const DATABASE_URL = `file:${path.join(folder, 'forthright.db')}`;
    const elsewhere = { ...env, DATABASE_URL, DATA_DIR: newFolder() };
    const { code, stderr, stdout } = await runCommand(['ledger', 'head'], { env: elsewhere });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('is open in another Forthright');
  }, 120_000);
});

describe('when no server runs', () => {
  beforeAll(async () => {
    await server.stop();
  });

  it('nothing is left that says so', () => {
    expect(() => readServerFile()).toThrow('ENOENT');
  });

  it('a command opens the database itself and says nothing of its own', async () => {
    const { code, stderr, stdout } = await ledger('verify');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(whole);
    const putBack = tamper();
    expect((await ledger('verify')).code).toBe(1);
    putBack();
    const { stdout: head } = await ledger('head');
    expect((await ledger('verify', '--head', head.trim())).code).toBe(0);
  }, 180_000);

  it('the file of a server that was killed does not stop it', async () => {
    const port = await freePort();
    const dead = { pid: 999_999, address: `127.0.0.1:${port}`, token: 'x'.repeat(43), proof: 'y'.repeat(43) };
    writeFileSync(serverFile, JSON.stringify(dead));
    expect((await ledger('head')).code).toBe(0);
    // the port may be another program's by now
    const other = (await import('node:http')).createServer((_req, res) => res.end('{"exit":0}\n'));
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    expect((await ledger('head')).stdout).toMatch(/^\d+:[0-9a-f]{64} /);
    other.close();
  }, 120_000);

  it('a database that does not answer is named, without a stack and without the password', async () => {
    const DATABASE_URL = `mongodb://someone:secret@127.0.0.1:${await freePort()}/none`;
    const { code, stderr, stdout } = await runCommand(['ledger', 'head'], { env: { ...env, DATABASE_URL } });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/database/i);
    expect(stderr).not.toMatch(/\n {4}at |secret/);
  }, 60_000);
});

describe('a server that starts while the one before it still runs', () => {
  it('has the database as soon as that one is gone, and carries out commands from then on', async () => {
    const first = await startServer({ DATA_DIR: folder, PORT: String(await freePort()) });
    const { pid } = readServerFile();
    const starting = startServer({ DATA_DIR: folder, PORT: String(await freePort()) });
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(await first.stop()).toBe(0);
    const second = await starting;
    expect(readServerFile().pid).not.toBe(pid);
    expect((await ledger('head')).code).toBe(0);
    await second.stop();
    expect(existsSync(serverFile)).toBe(false);
  }, 180_000);
});
