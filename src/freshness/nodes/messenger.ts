/**
 * Tells other processes of changes, through Redis. Nothing rests on it but speed: who has heard says so, and whoever was not
 * reached finds the change in the database. Messages of strangers do no harm: they make a process forget, and nothing else.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from '@redis/client';
import type { Change } from '../../database/mongodb/changes.js';

type Client = ReturnType<typeof createClient>;

interface Told {
  /** To whom it is answered, and as what. */
  from: string;
  id: number;
  changes: readonly Change[];
}

interface Heard {
  by: string;
  id: number;
}

export interface MessengerParts {
  url: string;
  /** Keeps databases that share a Redis apart. */
  database: string;
  /** Who speaks. */
  id: string;
  onTrouble: (error: Error) => void;
}

/** Called with each process that has heard. */
type OnHeard = (by: string) => void;

const tryAgainMs = 250;

function clientOf({ onTrouble, url }: MessengerParts): Client {
  const client = createClient({
    ...{ url, RESP: 3, disableOfflineQueue: true, pingInterval: 1_000 },
    socket: { connectTimeout: 1_000, reconnectStrategy: () => tryAgainMs, socketTimeout: 5_000 },
  }) as Client;
  let isKnown = false; // that Redis is away is said once, and not at every attempt
  client.on('error', (error: Error) => {
    if (!isKnown) onTrouble(error);
    isKnown = true;
  });
  client.on('ready', () => {
    isKnown = false;
  });
  return client;
}

export class Messenger {
  private readonly client: Client;
  private readonly waiting = new Map<number, OnHeard>();
  private count = 0;
  private isSubscribed = false;
  private isClosed = false;

  /** `onChanges` is called with what others have changed; they learn that it has been heard when it returns. */
  constructor(
    private readonly parts: MessengerParts,
    private readonly onChanges?: (changes: readonly Change[]) => void,
  ) {
    this.client = clientOf(parts);
    void this.open();
  }

  /** Whether messages arrive here at present, as far as is known. */
  get isUp(): boolean {
    return this.isSubscribed && this.client.isReady;
  }

  /** Tells all who listen; `onHeard` is called until the function that it returns has been. */
  tell(changes: readonly Change[], onHeard: OnHeard): () => void {
    this.count += 1;
    const id = this.count;
    this.waiting.set(id, onHeard);
    this.send('all', { from: this.parts.id, id, changes } satisfies Told);
    return () => this.waiting.delete(id);
  }

  close(): void {
    this.isClosed = true;
    if (this.client.isOpen) this.client.destroy();
  }

  /** Until Redis is there. After a break the client subscribes anew by itself. */
  private async open(): Promise<void> {
    while (!this.isClosed && !this.isSubscribed) {
      try {
        if (!this.client.isOpen) await this.client.connect();
        await this.subscribe();
        this.isSubscribed = true;
      } catch {
        await pause(tryAgainMs, undefined, { ref: false });
      }
    }
  }

  private async subscribe(): Promise<void> {
    const { client, onChanges, parts } = this;
    await client.subscribe(this.channelOf(parts.id), (text) => this.hear(text));
    if (onChanges) await client.subscribe(this.channelOf('all'), (text) => this.pass(text, onChanges));
  }

  private pass(text: string, onChanges: (changes: readonly Change[]) => void): void {
    const { changes, from, id } = parse<Told>(text);
    if (from === undefined || id === undefined || !changes || from === this.parts.id) return;
    try {
      onChanges(changes);
      this.send(from, { by: this.parts.id, id } satisfies Heard);
    } catch (error) {
      this.parts.onTrouble(error as Error); // what was not understood is not answered, and found in the database
    }
  }

  private hear(text: string): void {
    const { by, id } = parse<Heard>(text);
    if (by !== undefined && id !== undefined) this.waiting.get(id)?.(by);
  }

  private channelOf = (who: string) => `forthright:${this.parts.database}:${who}`;

  /** What does not arrive, nobody answers. */
  private send(to: string, message: Told | Heard): void {
    this.client.publish(this.channelOf(to), JSON.stringify(message)).catch(() => undefined);
  }
}

/** Nothing for what is no object. */
function parse<T>(text: string): Partial<T> {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
