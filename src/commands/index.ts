/** All commands, by the name of their npm script. Loaded when asked for: the caller's process stays small. */
import type { Command } from './command.js';

type Load = () => Promise<Command>;

export const commands: Readonly<Record<string, Load>> = {
  ledger: async () => (await import('./ledgerCommand.js')).ledgerCommand,
  import: async () => (await import('./importCommand.js')).importCommand,
  export: async () => (await import('./exportCommand.js')).exportCommand,
  redirects: async () => (await import('./redirectsCommand.js')).redirectsCommand,
};
