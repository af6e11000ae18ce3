/** Opens the database for one command, in a process that serves nothing: no timed work, nothing on stdout. */
import type { Payload, SanitizedConfig } from 'payload';
import { destination, pino } from 'pino';
import type { Settings } from '../config.js';
import { holdDatabase } from '../holdDatabase.js';

/** Silent but for those who ask for more with LOG_LEVEL=debug or trace; stdout belongs to the command. */
function quietLogger({ logLevel }: Settings) {
  const level = ['debug', 'trace'].includes(logLevel) ? logLevel : 'silent';
  return pino({ level, base: undefined }, destination({ dest: 2, sync: true }));
}

/** Payload over the database of these settings, migrated. Call `destroy()` on it. Throws when the database does not answer, or a server has it. */
export async function openAlone(settings: Settings): Promise<Payload> {
  await holdDatabase(settings, 'beside others'); // until this process ends
  // before the config: on Node 20 the editor package alone may end the process
  await import('lexical');
  const { getPayload } = await import('payload');
  const config = await (await import('../../payload.config.js')).default;
  const logger = quietLogger(settings);
  config.logger = logger as unknown as NonNullable<SanitizedConfig['logger']>;
  return getPayload({ config });
}
