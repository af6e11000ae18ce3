/** Carries out one order and counts. */
import { createHistogram } from 'node:perf_hooks';
import { type Answer, Connection } from './connection.js';
import type { LoadOrder, LoadResult } from './order.js';

const longestMicroseconds = 600_000_000;
/** For answers to what was asked before the time was over. */
const patienceMs = 10_000;

export class LoadRun {
  private readonly histogram = createHistogram({ lowest: 1, highest: longestMicroseconds, figures: 3 });
  private readonly origins = { hit: 0, miss: 0, pass: 0, unsaid: 0 };
  private readonly connections: Connection[] = [];
  private readonly asked: number[] = [];
  private answers = 0;
  private bytes = 0;
  private failures = 0;
  private firstFailure: string | null = null;
  private running = false;
  private asking = false;
  /** Connections whose question is not answered yet. */
  private readonly waiting = new Set<number>();
  private timer: NodeJS.Timeout | undefined;
  private finish: () => void = () => undefined;

  constructor(private readonly order: LoadOrder) {}

  /**
   * Resolves when all that was asked is answered. They ask until the time is over or stop() is called, or once each. Left unanswered,
   * a slow server would seem slower than it is, and would still be at work when another one is measured.
   */
  async run(): Promise<LoadResult> {
    for (let index = 0; index < this.order.connections; index += 1) await this.open(index);
    const over = new Promise<void>((resolve) => {
      this.finish = resolve;
    });
    const cpu = process.cpuUsage();
    const begunAt = performance.now();
    this.begin();
    await over;
    clearTimeout(this.timer);
    this.running = false;
    if (this.waiting.size > 0) this.fail('no answer in time', this.waiting.size);
    const result = this.result((performance.now() - begunAt) / 1_000, process.cpuUsage(cpu));
    for (const each of this.connections) each.close();
    return result;
  }

  private begin(): void {
    const { ms, once } = this.order;
    this.running = true;
    this.asking = !once;
    for (const index of this.connections.keys()) this.ask(index);
    this.timer = setTimeout(() => (once ? this.finish() : this.stop()), ms);
  }

  /** Nothing more is asked. */
  stop(): void {
    if (!this.asking) return;
    this.asking = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.finish(), patienceMs);
    this.finishWhenAnswered();
  }

  private async open(index: number): Promise<void> {
    this.asked[index] ??= Math.floor((index * this.order.requests.length) / this.order.connections);
    this.connections[index] = await Connection.open(this.order.port, {
      onAnswer: (answer) => this.count(index, answer),
      onFailure: (message) => this.lose(index, message),
    });
  }

  private ask(index: number): void {
    const { requests } = this.order;
    const turn = this.asked[index] as number;
    this.asked[index] = turn + 1;
    this.waiting.add(index);
    this.connections[index]?.ask(requests[turn % requests.length] as string);
  }

  private count(index: number, answer: Answer): void {
    if (!this.running) return;
    if (this.order.statuses.includes(answer.status)) this.note(answer);
    else this.fail(`status ${answer.status}`);
    this.waiting.delete(index);
    if (!this.asking) this.finishWhenAnswered();
    else if (this.order.pauseMs) setTimeout(() => this.asking && this.ask(index), this.order.pauseMs);
    else this.ask(index);
  }

  private note({ bytes, head, ms }: Answer): void {
    this.answers += 1;
    this.bytes += bytes + head.length;
    this.histogram.record(Math.max(1, Math.round(ms * 1_000)));
    this.origins[originIn(head)] += 1;
  }

  /** A server may close a connection between two requests; whoever asks then opens another. */
  private lose(index: number, message: string): void {
    if (!this.running) return;
    this.fail(message);
    this.waiting.delete(index);
    if (this.asking) setTimeout(() => this.reopen(index), 50);
    else this.finishWhenAnswered();
  }

  private reopen(index: number): void {
    this.open(index).then(
      () => (this.asking ? this.ask(index) : this.connections[index]?.close()),
      (error: Error) => this.lose(index, error.message),
    );
  }

  private fail(message: string, times = 1): void {
    this.failures += times;
    this.firstFailure ??= message;
  }

  private finishWhenAnswered(): void {
    if (this.waiting.size === 0) this.finish();
  }

  private result(seconds: number, cpu: NodeJS.CpuUsage): LoadResult {
    const milliseconds = (percentile: number) => this.histogram.percentile(percentile) / 1_000;
    return {
      ...{ answers: this.answers, failures: this.failures, firstFailure: this.firstFailure, seconds },
      perSecond: this.answers / seconds,
      megabytesPerSecond: this.bytes / seconds / 1e6,
      latency: {
        ...{ p50: milliseconds(50), p90: milliseconds(90), p99: milliseconds(99) },
        max: this.answers === 0 ? 0 : this.histogram.max / 1_000,
      },
      origins: this.origins,
      cpuPerRequest: (cpu.user + cpu.system) / Math.max(1, this.answers),
      busy: (cpu.user + cpu.system) / 1e6 / seconds,
    };
  }
}

function originIn(head: string): keyof LoadResult['origins'] {
  const at = head.indexOf('cache;desc=');
  if (at < 0) return 'unsaid';
  const said = head.slice(at + 11, at + 15);
  if (said.startsWith('hit')) return 'hit';
  if (said.startsWith('miss')) return 'miss';
  return said === 'pass' ? 'pass' : 'unsaid';
}
