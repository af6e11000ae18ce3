/** The front: answers from memory what it may, asks the back for what it lacks, and passes everything else through. */
import { type Agent, createServer, type IncomingMessage, type Server } from 'node:http';
import type { Answer } from './answers.js';
import { isUnfinished } from './bodies.js';
import { type Client, Clients, type TrustProxy } from './clients.js';
import { Connections } from './connections.js';
import { newCounts } from './counts.js';
import { type FrontMetrics, frontMetrics } from './frontMetrics.js';
import type { Generations } from './generations.js';
import { type Asked, inBody, type Keys } from './keys/keys.js';
import { readBody } from './keys/readBody.js';
import { Line, type LineLimits } from './line.js';
import { Loads } from './loads.js';
import { isCounted, Misses, type MissLimits } from './misses.js';
import { createAgent, type Exchange, isWhollyHere, type Passing, pass } from './pass.js';
import { limitTimes, readAllHeaders } from './port.js';
import { ReadyResponse } from './readyResponse.js';
import { Refills } from './refills.js';
import { refusalFor } from './refusals.js';
import { type Origin, sendAnswer } from './send.js';
import { Store } from './store.js';
import { Unkept } from './unkept.js';
import { passUpgrade, type Upgrading } from './upgrades.js';

export interface FrontParts {
  /** Where the back listens. */
  socketPath: string;
  generations: Generations;
  keys: Keys;
  trustProxy: TrustProxy;
  maxBytes: number;
  line: LineLimits;
  misses: MissLimits;
  /** What every answer carries; those of the front's own errors too. */
  commonHeaders: readonly string[];
  /** Whether connections may become something else than HTTP. */
  upgrades?: boolean;
  /** Told when a request could not be answered. */
  onTrouble?: (error: unknown) => void;
}

/** Whoever is slow to ask is looked for so often; milliseconds. */
const connectionsCheckingInterval = 5_000;

/** All of the front but its port: worker.ts opens that, tests a free one. */
export class Front {
  readonly server: Server;
  readonly store: Store;
  readonly line: Line;
  readonly loads: Loads;
  readonly metrics: FrontMetrics;
  /** What was respelled in vain: it is not tried again for a while. */
  private readonly unkept = new Unkept();
  private readonly counts = newCounts();
  private readonly agent: Agent = createAgent();
  private readonly clients: Clients;
  private readonly misses: Misses;
  private readonly connections: Connections;

  constructor(private readonly parts: FrontParts) {
    this.clients = new Clients(parts.trustProxy);
    this.misses = new Misses(parts.misses);
    this.store = new Store(parts);
    const onLoad = (seconds: number) => this.metrics.loadTimes.observe(seconds);
    this.line = new Line(parts.line);
    const { agent, line, store } = this;
    this.loads = new Loads({ ...parts, agent, line, onLoad, store });
    const refills = new Refills({ ...parts, line, loads: this.loads, store });
    this.metrics = frontMetrics({ ...parts, counts: this.counts, line, loads: this.loads, refills, store });
    refills.start();
    const options = { connectionsCheckingInterval, ServerResponse: ReadyResponse };
    this.server = createServer(options, (req, res) => this.begin({ req, res }));
    this.server.once('close', () => refills.stop());
    this.connections = new Connections(this.server);
    limitTimes(this.server);
    readAllHeaders(this.server);
    if (parts.upgrades) this.server.on('upgrade', (req, socket, head) => this.upgrade({ head, req, socket }));
  }

  /** Resolves when what was in flight has been answered, or cut off after `patience` milliseconds. */
  stop(patience: number): Promise<void> {
    return this.connections.stop(patience);
  }

  private begin(exchange: Exchange): void {
    this.connections.begin(exchange.res);
    this.guard(exchange, () => {
      const asked = this.parts.keys.of(exchange.req);
      if (asked === inBody) this.readAndGo(exchange);
      else this.go(exchange, asked);
    });
  }

  private readAndGo({ req, res }: Exchange): void {
    const onBody = (body: Buffer) => {
      const exchange = { body, req, res };
      this.guard(exchange, () => this.go(exchange, this.parts.keys.ofBody(req, body)));
    };
    readBody(req, onBody, () => res.destroy());
  }

  private go(exchange: Exchange, asked: Asked | null): void {
    if (asked === null) this.pass(exchange);
    else this.answer(exchange, asked);
  }

  /** Whatever goes wrong is this request's own affair. */
  private guard(exchange: Exchange, go: () => void): void {
    try {
      go();
    } catch (error) {
      this.refuse(exchange, error);
    }
  }

  private answer(exchange: Exchange, asked: Asked): void {
    const ready = this.store.get(asked.key);
    if (!ready) {
      if (asked.isRespelled && this.unkept.has(asked.key)) this.pass(exchange);
      else this.load(exchange, asked).catch((error) => this.refuse(exchange, error));
      return;
    }
    this.counts.hit += 1;
    this.send(exchange, ready, 'hit', this.clients.idOf(exchange.req));
  }

  private async load(exchange: Exchange, { isRespelled, key, question }: Asked): Promise<void> {
    const client = this.clients.of(exchange.req);
    this.connections.awaitAnswer(exchange.res, () => undefined);
    await this.misses.count(client.address);
    const isGone = () => exchange.req.socket.destroyed;
    const { answer, keep } = await this.loads.answer(key, question, client, isGone);
    // what failed is not tried twice
    if (isRespelled && keep === null && answer.status < 500) {
      this.unkept.add(key);
      this.passOn(exchange, client);
      return;
    }
    this.counts.miss += 1;
    this.send(exchange, answer, 'miss', client.requestId);
  }

  private send(exchange: Exchange, answer: Answer, origin: Origin, requestId: string): void {
    const { req, res } = exchange;
    const sent = sendAnswer(req, res, answer, { counts: this.counts, origin, requestId });
    if (!sent) return;
    this.connections.awaitAnswer(res, () => undefined);
    sent.catch((error) => this.refuse(exchange, error));
  }

  private pass(exchange: Exchange): void {
    const client = this.clients.of(exchange.req);
    if (!isCounted(exchange.req)) {
      this.passOn(exchange, client);
      return;
    }
    this.connections.awaitAnswer(exchange.res, () => undefined);
    this.passInTurn(exchange, client).catch((error) => this.refuse(exchange, error));
  }

  /** Whoever still has a body to send would keep others waiting for it. */
  private async passInTurn(exchange: Exchange, client: Client): Promise<void> {
    await this.misses.count(client.address);
    if (!isWhollyHere(exchange)) this.passOn(exchange, client);
    else await this.line.enter(client.address, async () => this.passOn(exchange, client));
  }

  /** Settles when the back has begun to answer, or will not. */
  private passOn(exchange: Exchange, client: Client): Promise<unknown> | undefined {
    if (exchange.req.socket.destroyed) return undefined;
    this.counts.pass += 1;
    const passing = this.passing(exchange.req, client);
    const { abandon, begun } = pass(exchange, passing, (error) => this.refuse(exchange, error));
    this.connections.awaitAnswer(exchange.res, abandon);
    return begun;
  }

  private passing(req: IncomingMessage, client: Client): Passing {
    const { agent, parts } = this;
    return { agent, client, disbelieved: this.clients.disbelieved(req), socketPath: parts.socketPath };
  }

  private upgrade(upgrading: Upgrading): void {
    try {
      passUpgrade(upgrading, this.passing(upgrading.req, this.clients.of(upgrading.req)));
    } catch {
      upgrading.socket.destroy();
    }
  }

  private refuse({ req, res }: Exchange, error: unknown): void {
    if (req.socket.destroyed) return;
    if (res.headersSent) {
      res.destroy();
      return;
    }
    const { answer, why } = refusalFor(error, this.parts.commonHeaders);
    this.counts.refused[why] += 1;
    if (why === 'unreachable') this.parts.onTrouble?.(error);
    if (isUnfinished(req)) res.setHeader('Connection', 'close');
    this.send({ req, res }, answer, 'miss', this.clients.idOf(req));
  }
}
