#!/usr/bin/env node
/**
 * Starts a MongoDB server for tests and prints its URI: `node tests/helpers/startMongo.mjs [-- command …]`.
 * With a command, runs it with TEST_MONGODB_URI set, stops the server, and exits as the command did.
 * It installs SecantusDB from PyPI once (never part of the product); nothing is left running.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

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

async function main() {
  const [separator, command, ...args] = process.argv.slice(2);
  const { uri, stop } = await startMongo();
  if (separator !== '--' || !command) {
    console.log(uri);
    for (const signal of ['SIGINT', 'SIGTERM'])
      process.once(signal, () => stop().then(() => process.exit(0)));
    return;
  }
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, TEST_MONGODB_URI: uri } });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.once('exit', async (code) => {
    await stop();
    process.exit(code ?? 1);
  });
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) await main();
