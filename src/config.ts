// The settings of a server, read from the environment in this one place. Reading never writes; src/dataDir.ts makes
// folders and the kept secret.
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { type DownstreamPolicies, purgingSetting } from './freshness/downstream/policy.js';

/** One or several settings are wrong; `problems` says which, in words for the person who starts the server. */
export class SettingsError extends Error {
  constructor(readonly problems: string[]) {
    super(`Settings need attention:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'SettingsError';
  }
}

type EnvironmentVariables = Record<string, string | undefined>;

export interface S3Settings {
  bucket: string;
  region: string;
  endpoint?: string;
  accessKeyId?: string;
  secretAccessKey?: string;
  forcePathStyle: boolean;
}

export interface Settings {
  production: boolean;
  host: string;
  port: number;
  /** Only this machine can reach the server. */
  loopback: boolean;
  /** Origin under which people reach the server, without a slash at its end. */
  serverUrl: string;
  /** Origins whose browsers may use the sign-in cookie; serverUrl is the first. */
  origins: string[];
  dataDir: string;
  mediaDir: string;
  database: { kind: 'sqlite' | 'mongodb'; url: string /** SQLite only: the file itself. */; file?: string };
  /** Empty on a loopback address before prepareDataDir() made the kept one. */
  secret: string;
  /** Where the secret is kept when PAYLOAD_SECRET does not say it. */
  secretFile: string;
  secretFromEnvironment: boolean;
  demoContent: boolean;
  admin: { email?: string; password?: string };
  adminUi: boolean;
  redisUrl?: string;
  s3?: S3Settings;
  smtpUrl?: string;
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  /** What Express's `trust proxy` takes: nothing, a number of hops, or addresses. */
  trustProxy: false | number | string[];
  /** Most bytes of answers that are kept in memory. */
  cacheBytes: number;
  /** What one address may ask that is not in memory. */
  misses: { perSecond: number /** Beyond that, within ten seconds. */; burst: number };
  /** Who reads /metrics sends it; without it, callers on this machine may. */
  metricsToken?: string;
  /** Sites that a delivery network keeps, because it is told what has changed. */
  purging: DownstreamPolicies;
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const onOff = z
  .enum(['true', 'false', '1', '0', 'yes', 'no', 'on', 'off'], { error: 'must be true or false' })
  .transform((word) => ['true', '1', 'yes', 'on'].includes(word));

function isUrl(text: string, protocols: string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}

const url = (protocols: string[], example: string) =>
  z.string().refine((text) => isUrl(text, protocols), { error: `must be an address like ${example}` });

const httpOrigin = url(['http:', 'https:'], 'https://content.example.org').refine(
  (text) =>
    !URL.canParse(text) || (new URL(text).pathname === '/' && !new URL(text).search && !new URL(text).hash),
  { error: 'must be an origin without a path' },
);

const wholeNumber = (lowest: number) =>
  z.coerce
    .number({ error: 'must be a whole number' })
    .int()
    .min(lowest, { error: `must be ${lowest} or more` });

const databaseUrl = z.string().refine((text) => /^(file:.+|mongodb(\+srv)?:\/\/.+)$/.test(text), {
  error: 'must start with file:, mongodb:// or mongodb+srv://',
});

const environment = z.object({
  NODE_ENV: z.string().optional(),
  PORT: z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: databaseUrl.optional(),
  DATA_DIR: z.string().default('./var'),
  MEDIA_DIR: z.string().default('./media'),
  SERVER_URL: httpOrigin.optional(),
  PAYLOAD_SECRET: z.string().min(32, { error: 'must have at least 32 characters' }).optional(),
  DEMO_CONTENT: onOff.optional(),
  ADMIN_EMAIL: z.email({ error: 'must be an e-mail address' }).optional(),
  ADMIN_PASSWORD: z.string().min(12, { error: 'must have at least 12 characters' }).optional(),
  ADMIN_UI: onOff.default(true),
  REDIS_URL: url(['redis:', 'rediss:'], 'redis://localhost:6379').optional(),
  SMTP_URL: url(['smtp:', 'smtps:'], 'smtp://user:password@mail.example.org:587').optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).default('info'),
  TRUST_PROXY: z.string().optional(),
  CACHE_BYTES: wholeNumber(0).default(32 * 1024 * 1024),
  MISSES_PER_SECOND: wholeNumber(1).default(200),
  MISSES_BURST: wholeNumber(0).default(2_000),
  PURGING: purgingSetting.optional(),
  METRICS_TOKEN: z.string().min(16, { error: 'must have at least 16 characters' }).optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ENDPOINT: url(['http:', 'https:'], 'https://s3.example.org').optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_FORCE_PATH_STYLE: onOff.default(false),
});

type Environment = z.infer<typeof environment>;

/** An empty variable (as compose files and CI leave them) means the same as an absent one. */
function withoutEmpty(env: EnvironmentVariables): EnvironmentVariables {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}

function parseTrustProxy(text: string | undefined): Settings['trustProxy'] {
  if (text === undefined || text === 'false' || text === '0') return false;
  return /^\d+$/.test(text) ? Number(text) : text.split(',').map((part) => part.trim());
}

const proxyGroups = ['loopback', 'linklocal', 'uniquelocal'];

function isProxyAddress(text: string): boolean {
  const [address = '', bits, more] = text.split('/');
  const version = isIP(address);
  if (more !== undefined) return false;
  if (bits === undefined) return version > 0 || proxyGroups.includes(text);
  return version > 0 && /^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128);
}

/** What no single setting shows. Works on the raw text, so that these are listed even when others are wrong too. */
function crossProblems(env: EnvironmentVariables): string[] {
  const problems: string[] = [];
  const trust = parseTrustProxy(env.TRUST_PROXY);
  if (Array.isArray(trust) && !trust.every(isProxyAddress)) {
    problems.push(
      'TRUST_PROXY must be a number of proxies, or addresses, networks or loopback/linklocal/uniquelocal.',
    );
  }
  if (!isLoopback(env.HOST ?? '127.0.0.1') && !env.PAYLOAD_SECRET) {
    problems.push(
      'PAYLOAD_SECRET is required when HOST is not a loopback address: at least 32 random characters.',
    );
  }
  if (!isLoopback(env.HOST ?? '127.0.0.1') && !env.SERVER_URL) {
    problems.push(
      'SERVER_URL is required when HOST is not a loopback address: the origin that people use, as https://…',
    );
  }
  if (Boolean(env.S3_ACCESS_KEY_ID) !== Boolean(env.S3_SECRET_ACCESS_KEY)) {
    problems.push('S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together: set both or neither.');
  }
  if (env.S3_ENDPOINT && !env.S3_BUCKET) problems.push('S3_BUCKET is required when S3_ENDPOINT is set.');
  return problems;
}

function readDatabase(values: Environment, dataDir: string): Settings['database'] {
  const address = values.DATABASE_URL ?? `file:${path.join(dataDir, 'forthright.db')}`;
  if (!address.startsWith('file:')) return { kind: 'mongodb', url: address };
  const file = path.resolve(address.slice('file:'.length).replace(/^\/\/(?=\/)/, ''));
  return { kind: 'sqlite', url: `file:${file}`, file };
}

function readS3(values: Environment): S3Settings | undefined {
  if (!values.S3_BUCKET) return undefined;
  return {
    bucket: values.S3_BUCKET,
    region: values.S3_REGION,
    endpoint: values.S3_ENDPOINT,
    accessKeyId: values.S3_ACCESS_KEY_ID,
    secretAccessKey: values.S3_SECRET_ACCESS_KEY,
    forcePathStyle: values.S3_FORCE_PATH_STYLE,
  };
}

function readKeptSecret(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    // ENOTDIR: prepareDataDir() says what is wrong with the folder.
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return '';
    throw new SettingsError([`DATA_DIR: the kept secret ${file} cannot be read. Check who owns it.`]);
  }
}

function localOrigin(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** On one's own machine people type localhost or 127.0.0.1 as they please. */
function readOrigins(values: Environment): string[] {
  const own = new URL(values.SERVER_URL ?? localOrigin(values.HOST, values.PORT)).origin;
  if (!isLoopback(values.HOST)) return [own];
  return [...new Set([own, localOrigin('localhost', values.PORT), localOrigin(values.HOST, values.PORT)])];
}

function parse(env: EnvironmentVariables): Environment {
  const given = withoutEmpty(env);
  const result = environment.safeParse(given);
  // Values are never repeated in a message: they may be passwords.
  const wrong = result.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`) ?? [];
  const problems = [...wrong, ...crossProblems(given)];
  if (!result.success || problems.length) throw new SettingsError(problems);
  return result.data;
}

/** The settings of this server. Throws a SettingsError that lists everything wrong at once. Reads, never writes. */
export function readSettings(env: EnvironmentVariables = process.env): Settings {
  const values = parse(env);
  const loopback = isLoopback(values.HOST);
  const origins = readOrigins(values);
  const dataDir = path.resolve(values.DATA_DIR);
  const secretFile = path.join(dataDir, 'secret');
  return {
    production: values.NODE_ENV === 'production',
    host: values.HOST,
    port: values.PORT,
    loopback,
    serverUrl: origins[0] as string,
    origins,
    dataDir,
    mediaDir: path.resolve(values.MEDIA_DIR),
    database: readDatabase(values, dataDir),
    secret: values.PAYLOAD_SECRET ?? readKeptSecret(secretFile),
    secretFile,
    secretFromEnvironment: values.PAYLOAD_SECRET !== undefined,
    demoContent: values.DEMO_CONTENT ?? loopback,
    admin: { email: values.ADMIN_EMAIL, password: values.ADMIN_PASSWORD },
    adminUi: values.ADMIN_UI,
    redisUrl: values.REDIS_URL,
    s3: readS3(values),
    smtpUrl: values.SMTP_URL,
    logLevel: values.LOG_LEVEL,
    trustProxy: parseTrustProxy(values.TRUST_PROXY),
    cacheBytes: values.CACHE_BYTES,
    misses: { perSecond: values.MISSES_PER_SECOND, burst: values.MISSES_BURST },
    metricsToken: values.METRICS_TOKEN,
    purging: values.PURGING ?? {},
  };
}
