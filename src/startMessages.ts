// What the person at the terminal reads while the server starts.
import type { FirstAdministrator } from './accounts/createFirstAdministrator.js';
import { type Settings, SettingsError } from './config.js';
import { StartError } from './startError.js';

/** One line of progress. */
export function announce(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Where things are, once the server is ready. */
export function announceAddresses(
  { serverUrl, adminUi }: Settings,
  administrator: FirstAdministrator | null,
): void {
  const rows = [
    ...(adminUi ? [['Admin', `${serverUrl}/admin`]] : []),
    ['REST', `${serverUrl}/api/articles`],
    ['GraphQL', `${serverUrl}/api/graphql`],
    ['Docs', `${serverUrl}/docs`],
    ['Health', `${serverUrl}/healthz  ${serverUrl}/readyz`],
  ];
  announce(
    `\nForthright is ready.\n${rows.map(([name, address]) => `  ${name?.padEnd(9)}${address}`).join('\n')}`,
  );
  if (administrator) announce(describe(administrator));
  announce('');
}

function describe({ email, password }: FirstAdministrator): string {
  const known = password
    ? `password ${password}\n           This is shown once: keep it.`
    : 'with the password from ADMIN_PASSWORD';
  return `  Sign in  ${email}  ${known}`;
}

/** Says why the server does not start. A stack only for those who ask for it with LOG_LEVEL=debug or trace. */
export function explainFailure(error: unknown, settings: Settings | undefined): void {
  process.stderr.write(`\nForthright did not start.\n${reasonOf(error)}\n`);
  const isCurious = settings && ['debug', 'trace'].includes(settings.logLevel);
  if (isCurious && error instanceof Error) process.stderr.write(`${error.stack}\n`);
}

/** The reason of a failure in words: never a stack, never what stands in an address before its host. */
export function reasonOf(error: unknown): string {
  if (error instanceof SettingsError || error instanceof StartError) return error.message;
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  if (/^The database at|cannot connect to (MongoDB|SQLite)/.test(message)) return describeDatabase(message);
  return `${message}\nLOG_LEVEL=debug shows more.`;
}

function describeDatabase(message: string): string {
  const details = message
    .split(/Details: /)
    .at(-1)
    ?.replace(/\/\/[^@/]*@/g, '//…@');
  return `${details?.startsWith('The database') ? details : `The database does not answer: ${details}`}\nCheck DATABASE_URL, and that the database runs and can be reached.`;
}
