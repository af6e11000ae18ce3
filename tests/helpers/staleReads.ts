/**
 * The law of caches that are exact: who begins to read after a write was answered, reads that write or a later one. Writes count
 * upwards in the title of one topic; readers read it without pause, alone and in a list, and note when they began.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { SharedServer } from './sharedServers.js';

interface Read {
  server: string;
  begunAt: number;
  version: number;
  isHit: boolean;
}

interface Write {
  endedAt: number;
  tookMs: number;
  version: number;
}

const versionOf = (title: string) => Number(/\d+$/.exec(title)?.[0] ?? 0);

/** Reads a topic on servers and writes it, and finds what was out of date. */
export class Watch {
  readonly writes: Write[] = [];
  readonly reads: Read[] = [];
  /** Reads that were not answered with 200. */
  failures = 0;
  private version = 0;
  private isOver = false;
  private readonly readers: Promise<void>[] = [];

  constructor(
    private readonly topic: string,
    private readonly authorization: string,
  ) {}

  /** From now on two readers read on this server. */
  follow(server: SharedServer): void {
    for (const path of [`/api/topics/${this.topic}`, '/api/topics?limit=100'])
      this.readers.push(this.readOn(server, path));
  }

  /** Through one server; resolves when the write has been answered. */
  async write({ url }: SharedServer): Promise<Write> {
    this.version += 1;
    const { version } = this;
    const begunAt = performance.now();
    const answer = await fetch(`${url}/api/topics/${this.topic}`, {
      body: JSON.stringify({ title: `Topic ${version}` }),
      headers: { Authorization: this.authorization, 'Content-Type': 'application/json' },
      method: 'PATCH',
    });
    if (!answer.ok) throw new Error(`The write was answered with ${answer.status}: ${await answer.text()}`);
    const endedAt = performance.now();
    const write = { endedAt, tookMs: endedAt - begunAt, version };
    this.writes.push(write);
    return write;
  }

  /** One read. */
  async read({ url }: SharedServer, path = `/api/topics/${this.topic}`): Promise<Read | null> {
    const begunAt = performance.now();
    const answer = await fetch(url + path);
    const body = (await answer.json()) as { title?: string; docs?: { id: string; title: string }[] };
    const title = body.docs ? body.docs.find(({ id }) => id === this.topic)?.title : body.title;
    if (answer.status !== 200 || title === undefined) return null;
    const isHit = answer.headers.get('server-timing')?.includes('desc=hit') ?? false;
    return { begunAt, isHit, server: url, version: versionOf(title) };
  }

  /** Ends the readers. */
  async end(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.readers);
  }

  /** What was older than a write that had been answered before the reader began. */
  stale(): Read[] {
    return this.reads.filter(({ begunAt, version }) => {
      const answered = this.writes.filter(({ endedAt }) => endedAt < begunAt);
      return answered.some((write) => write.version > version);
    });
  }

  /** How many reads were answered from memory. */
  hits({ url }: SharedServer): number {
    return this.reads.filter(({ isHit, server }) => isHit && server === url).length;
  }

  private async readOn(server: SharedServer, path: string): Promise<void> {
    while (!this.isOver) {
      const read = await this.read(server, path).catch(() => null);
      if (read) this.reads.push(read);
      else this.failures += 1;
      await pause(read ? 2 : 50);
    }
  }
}
