#!/usr/bin/env node
/**
 * Starts MongoDB servers for tests and prints their URIs: `node tests/helpers/startMongo.mjs [--servers N] [-- command …]`.
 * With a command, runs it with TEST_MONGODB_URI set to them, separated by spaces, stops the servers, and exits as the command did.
 * One server uses one core: ownMongo.mjs gives each Jest worker its own. Without `--servers`, one is started.
 * It installs SecantusDB from PyPI once (never part of the product); nothing is left running.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const version = '0.7.0b3';
const venv = path.join(os.tmpdir(), `secantusdb-${version}-${os.userInfo().uid}`);
const program = path.join(venv, 'bin', 'secantusd-py');

function run(command, args) {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? stderr}`);
}

function install() {
  if (existsSync(program)) return;
  run('python3', ['-m', 'venv', venv]);
  run(path.join(venv, 'bin', 'pip'), ['install', '--quiet', `secantusdb==${version}`]);
}

function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function waitUntilOpen(port, server) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`the server ended with code ${server.exitCode}`);
    const isOpen = await new Promise((resolve) => {
      const socket = net.connect(port, '127.0.0.1', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the server did not answer within 10 s');
}

/** Starts a server on a free port with data of its own; `stop` ends it and removes the data. */
export async function startMongo() {
  install();
  const port = await findFreePort();
  const dir = mkdtempSync(path.join(os.tmpdir(), 'forthright-mongo-'));
  const options = ['--host', '127.0.0.1', '--port', String(port), '--storage-path', path.join(dir, 'data')];
  const server = spawn(program, [...options, '--cache-size', '256M', '--log-level', 'ERROR'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const stop = async () => {
    server.kill('SIGTERM');
    const timer = setTimeout(() => server.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(timer);
    rmSync(dir, { recursive: true, force: true });
  };
  await waitUntilOpen(port, server).catch(async (error) => {
    await stop();
    throw error;
  });
  return { uri: `mongodb://127.0.0.1:${port}/test?replicaSet=secantus`, stop };
}

/** Starts so many, one after the other: a port that is free is taken before the next is looked for. */
async function startServers(count) {
  const servers = [];
  const stop = () => Promise.all(servers.map((server) => server.stop()));
  try {
    while (servers.length < count) servers.push(await startMongo());
  } catch (error) {
    await stop();
    throw error;
  }
  return { uris: servers.map(({ uri }) => uri), stop };
}

function readArguments(args) {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  const options = { servers: { type: 'string', default: '1' } };
  const { servers } = parseArgs({ args: args.slice(0, end), options }).values;
  if (!/^[1-9]\d?$/.test(servers))
    throw new Error(`--servers must be a number from 1 to 99, not “${servers}”`);
  return { count: Number(servers), command: args.slice(end + 1) };
}

/** Resolves to the exit code of the command. */
function runCommand([command, ...args], env) {
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function main() {
  const { count, command } = readArguments(process.argv.slice(2));
  const { uris, stop } = await startServers(count);
  if (command.length === 0) {
    console.log(uris.join('\n'));
    for (const signal of ['SIGINT', 'SIGTERM'])
      process.once(signal, () => stop().then(() => process.exit(0)));
    return;
  }
  const code = await runCommand(command, { TEST_MONGODB_URI: uris.join(' ') }).finally(stop);
  process.exit(code);
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) await main();
