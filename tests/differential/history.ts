/** Writes of every kind, one after the other, and what readers see after each, and after time has passed. */
import { acts, changesSoon, play } from './acts.js';
import type { Asked } from './ask.js';
import { leap } from './clock.js';
import { turnOf } from './comingActs.js';
import { questionsOf } from './questions.js';
import { soon } from './relationActs.js';
import type { Stage } from './stage.js';
import { Watcher } from './watcher.js';

const day = 86_400_000;

export class History {
  /** By act: the words of whoever refused it last. */
  readonly refused = new Map<string, string>();
  /** Acts that were not refused. */
  readonly done = new Set<string>();
  readonly watcher: Watcher;
  private deck: string[] = [];
  /** Questions that are asked again and again for a while, so that they are ready when something is written. */
  private favourites: Asked[] = [];

  constructor(
    private readonly stage: Stage,
    /** Questions after each write; all of them when there are fewer. */
    private readonly looks: number,
  ) {
    this.watcher = new Watcher(stage.fronted, stage.random);
  }

  async lookAround(after: string): Promise<void> {
    const { looks, watcher } = this;
    const { random, world } = this.stage;
    const all = questionsOf(world);
    if (looks >= all.length) for (const asked of all) await watcher.look(asked, after);
    else {
      if (this.favourites.length === 0 || random.chance(0.1))
        this.favourites = Array.from({ length: 3 * looks }, () => random.pick(all));
      for (let look = 0; look < looks; look += 1)
        await watcher.lookInWords(random.pick(random.chance(0.8) ? this.favourites : all), after);
    }
  }

  /** One act, and what is seen of it. */
  async goOn(): Promise<void> {
    const { random } = this.stage;
    const act = this.nextAct();
    const refusal = await play(this.stage, act, this.newWord());
    if (refusal === null) this.done.add(act);
    else this.refused.set(act, refusal);
    this.stage.fronted.forget();
    await this.lookAround(act);
    if (changesSoon(act) || random.chance(0.1)) await this.passTime(act);
  }

  private newWord(): string {
    const letter = () => String.fromCharCode(97 + this.stage.random.below(26));
    return Array.from({ length: 6 }, letter).join('');
  }

  /** Every act comes up once before any does again; later those that need what others bring. */
  private nextAct(): string {
    // the last one is next
    if (this.deck.length === 0)
      this.deck = this.shuffled(Object.keys(acts)).sort((one, other) => turnOf(other) - turnOf(one));
    return this.deck.pop() ?? '';
  }

  private shuffled(names: string[]): string[] {
    const { random } = this.stage;
    return Array.from({ length: names.length }, () => names.splice(random.below(names.length), 1)[0] ?? '');
  }

  private async passTime(after: string): Promise<void> {
    this.leap(soon);
    await this.lookAround(`${after}, a little later`);
    if (this.stage.random.chance(0.8)) return;
    this.leap((1 + this.stage.random.below(40)) * day);
    await this.stage.signIn();
    await this.lookAround(`${after}, days later`);
  }

  private leap(milliseconds: number): void {
    leap(milliseconds);
    this.stage.fronted.forget();
  }
}
