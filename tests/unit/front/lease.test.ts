/** Leases: until when memory may be used. */

import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Generations } from '../../../src/front/generations.js';
import { Lease, leaseWords, momentNow } from '../../../src/front/lease.js';

const newLease = () => new Lease(new Int32Array(new SharedArrayBuffer(leaseWords * 4)));

describe('a lease', () => {
  it('is not asked for where one process has the database for itself', () => {
    expect(newLease().isOver()).toBe(false);
  });

  it('is over until it has been given', () => {
    const lease = newLease();
    lease.require();
    expect(lease.isOver()).toBe(true);
    lease.extend(momentNow(), 60_000);
    expect(lease.isOver()).toBe(false);
    lease.end();
    expect(lease.isOver()).toBe(true);
  });

  it('runs out by itself, counted from when the database was asked and not from when it answered', async () => {
    const lease = newLease();
    lease.require();
    const since = momentNow();
    await pause(40);
    lease.extend(since, 30);
    expect(lease.isOver()).toBe(true);
    lease.extend(momentNow(), 30);
    expect(lease.isOver()).toBe(false);
    await pause(40);
    expect(lease.isOver()).toBe(true);
  });

  it('is over when either clock says so: one stands still while a machine sleeps, the other can be set', () => {
    const shifts = fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((ms) => Math.abs(ms) > 5_000);
    fc.assert(
      fc.property(shifts, shifts, (monotonic, wall) => {
        const lease = newLease();
        lease.require();
        const now = momentNow();
        lease.extend({ monotonic: (now.monotonic + monotonic) | 0, wall: (now.wall + wall) | 0 }, 0);
        expect(lease.isOver()).toBe(monotonic < 0 || wall < 0);
      }),
    );
  });

  it('keeps answers from being given once it is over, and gives them back with the next when nothing has changed', () => {
    const generations = new Generations();
    const since = generations.now();
    generations.lease.require();
    expect([generations.isDark(), generations.isFresh([], since)]).toEqual([true, false]);
    generations.lease.extend(momentNow(), 60_000);
    expect([generations.isDark(), generations.isFresh([], since)]).toEqual([false, true]);
  });

  it('means the same moment in every thread', async () => {
    const clock = `
      const { parentPort } = require('node:worker_threads');
      const startedAt = Number(process.hrtime.bigint()) / 1e6 - performance.now();
      parentPort.postMessage(startedAt + performance.now());`;
    await pause(50); // so that the thread does not begin with this one
    const worker = new Worker(clock, { eval: true, execArgv: [] });
    const before = momentNow().monotonic;
    const there = await new Promise<number>((resolve) => worker.once('message', resolve));
    const after = momentNow().monotonic;
    expect(((there | 0) - before) | 0).toBeGreaterThanOrEqual(0);
    expect((after - (there | 0)) | 0).toBeGreaterThanOrEqual(0);
    await worker.terminate();
  });
});
