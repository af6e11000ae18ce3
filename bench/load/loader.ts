/** The load process, as the rest of the benchmark sees it. */
import type { ChildProcess } from 'node:child_process';
import { forkProgram } from '../machine/children.js';
import type { FromLoad, LoadOrder, LoadResult, ToLoad } from './order.js';

export interface StartedLoad {
  result: Promise<LoadResult>;
  /** Lets it ask no more, before its time. */
  stop(): Promise<LoadResult>;
}

interface Waiting {
  resolve(result: LoadResult): void;
  reject(error: Error): void;
}

export class Loader {
  private last = 0;
  private readonly waiting = new Map<number, Waiting>();

  private constructor(private readonly child: ChildProcess) {
    child.on('message', (message: FromLoad) => this.hear(message));
    child.once('exit', () => {
      for (const { reject } of this.waiting.values()) reject(new Error('The load process has ended.'));
    });
  }

  static async start(): Promise<Loader> {
    const { child } = await forkProgram('load/loadProcess.js');
    return new Loader(child);
  }

  /** Puts load on a server; what goes wrong on the way is counted in the result. */
  begin(order: LoadOrder): StartedLoad {
    this.last += 1;
    const id = this.last;
    const result = new Promise<LoadResult>((resolve, reject) => {
      this.waiting.set(id, { reject, resolve });
    });
    this.tell({ kind: 'start', id, order });
    return {
      result,
      stop: () => {
        this.tell({ kind: 'stop', id });
        return result;
      },
    };
  }

  run(order: LoadOrder): Promise<LoadResult> {
    return this.begin(order).result;
  }

  end(): void {
    this.child.disconnect();
  }

  private tell(message: ToLoad): void {
    this.child.send(message);
  }

  private hear(message: FromLoad): void {
    if (message.kind === 'ready') return;
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.kind === 'done') waiting?.resolve(message.result);
    else waiting?.reject(new Error(`The load could not be put on: ${message.message}`));
  }
}
