/** Variants of images: from the disk when they were made before, else made once for all who ask meanwhile, few at a time. */
import { Readable } from 'node:stream';
import { unavailable } from '../errors.js';
import { createDiskCache, type KeptFile } from './diskCache.js';
import { type Drawing, drawnBy, drawVariant } from './drawVariant.js';
import { createWorkLine, type LineLimits } from './workLine.js';

/** Two of the four threads that Node has for files and pictures together: reading files never waits for pictures. */
const usualLine: LineLimits = { atOnce: 2, waiting: 48, waitingEach: 24 };
const usualBytes = 512 * 1024 * 1024;
/** Seconds after which whoever found the line full may come again. */
const retryAfter = 2;

export interface Variant {
  drawing: Drawing;
  /** Names the bytes of the original. */
  content: string;
}

export interface VariantRequest {
  variant: Variant;
  /** Reads the original; asked only when the variant has to be made. */
  readOriginal: () => Promise<Buffer>;
  /** Who asks: an address, or a network of them. */
  caller: string;
  /** Aborted when the caller goes away. */
  signal: AbortSignal;
}

/** A variant that is waited for. */
interface Making {
  made: Promise<Buffer>;
  /** Of everybody who waits. */
  signals: AbortSignal[];
}

interface VariantsParts {
  folder: string;
  mostBytes?: number;
  line?: LineLimits;
}

/** Equal keys, equal bytes. */
export const variantKey = ({ content, drawing: { format, plan, quality } }: Variant) =>
  JSON.stringify([drawnBy, content, plan, format, quality]);

const keptInMemory = (data: Buffer): KeptFile => ({ size: data.length, stream: Readable.from([data]) });

/** The variants of one server. Throws 503 with Retry-After when too many are being made. */
export function createVariants({ folder, line = usualLine, mostBytes = usualBytes }: VariantsParts) {
  const cache = createDiskCache(folder, mostBytes);
  const workLine = createWorkLine(line);
  const making = new Map<string, Making>();

  async function make(key: string, { readOriginal, variant }: VariantRequest): Promise<Buffer> {
    const data = await drawVariant(await readOriginal(), variant.drawing);
    // a full disk makes it slow, not wrong
    await cache.write(key, data).catch(() => undefined);
    return data;
  }

  function makeOnce(key: string, request: VariantRequest): Promise<Buffer> {
    const { caller, signal } = request;
    const before = making.get(key);
    if (before) {
      before.signals.push(signal);
      return before.made;
    }
    const signals = [signal];
    const isWanted = () => signals.some(({ aborted }) => !aborted);
    const work = workLine.enter({ caller, isWanted }, () => make(key, request));
    if (!work) throw unavailable('Too many images are being made at the moment.', retryAfter);
    const made = work.finally(() => making.delete(key));
    making.set(key, { made, signals });
    return made;
  }

  return async function findVariant(request: VariantRequest): Promise<KeptFile> {
    const key = variantKey(request.variant);
    return (await cache.read(key).catch(() => null)) ?? keptInMemory(await makeOnce(key, request));
  };
}

export type FindVariant = ReturnType<typeof createVariants>;
