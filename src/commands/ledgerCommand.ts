/** `npm run ledger -- verify | head | export | redact | rebuild`: docs/ledger.md. */
import { userInfo } from 'node:os';
import type { Redaction } from '../publishing/ledger/redactPublication.js';
import type { KeptHead, Verdict } from '../publishing/ledger/verifyLedger.js';
import { type Command, type CommandContext, CommandError, UsageError } from './command.js';
import { readArguments } from './readArguments.js';

type LedgerInput =
  | { act: 'verify'; heads: KeptHead[] }
  | { act: 'head' }
  | { act: 'export'; from?: number; to?: number }
  | ({ act: 'redact' } & Redaction)
  | { act: 'rebuild' };

type Act = LedgerInput['act'];

const usage = `npm run ledger -- verify [--head POSITION:HASH]
npm run ledger -- head
npm run ledger -- export [--from POSITION] [--to POSITION]
npm run ledger -- redact POSITION --reason "…"
npm run ledger -- rebuild`;

const count = (value: number, one: string, many = `${one}s`) =>
  `${value.toLocaleString('en-US')} ${value === 1 ? one : many}`;

function positionIn(text: string | undefined, what: string): number {
  const position = Number(text);
  if (text && /^\d+$/.test(text) && Number.isSafeInteger(position) && position > 0) return position;
  throw new UsageError(`${what} takes a position: 1 or more.`);
}

const optionalPosition = (text: string | undefined, what: string) =>
  text === undefined ? undefined : positionIn(text, what);

/** What `head` prints is taken as it stands, its time included. */
function headIn(text: string): KeptHead {
  const [position, hash = ''] = text.trim().split(/\s/)[0]?.split(':') ?? [];
  if (!/^[0-9a-f]{64}$/i.test(hash))
    throw new UsageError(
      '--head takes what “ledger -- head” printed: POSITION:HASH, with a hash of 64 digits.',
    );
  return { position: positionIn(position, '--head'), hash: hash.toLowerCase() };
}

function operatingSystemUser(): string {
  try {
    return userInfo().username;
  } catch {
    // a container may run under a number that has no name
    return String(process.getuid?.() ?? 'unknown');
  }
}

const readers: Record<Act, (args: readonly string[]) => LedgerInput> = {
  verify: (args) => {
    const { positionals, values } = readArguments(args, { head: { type: 'string', multiple: true } });
    refuseMore(positionals);
    return { act: 'verify', heads: (values.head ?? []).map(headIn) };
  },
  head: (args) => {
    refuseMore(readArguments(args, {}).positionals);
    return { act: 'head' };
  },
  export: (args) => {
    const { positionals, values } = readArguments(args, { from: { type: 'string' }, to: { type: 'string' } });
    refuseMore(positionals);
    const range = { from: optionalPosition(values.from, '--from'), to: optionalPosition(values.to, '--to') };
    return { act: 'export', ...range };
  },
  redact: (args) => {
    const { positionals, values } = readArguments(args, { reason: { type: 'string' } });
    const [position, ...more] = positionals;
    refuseMore(more);
    if (!values.reason?.trim()) throw new UsageError('Say why with --reason: the record keeps it for good.');
    const actor = { kind: 'system' as const, id: null, label: `Command line (${operatingSystemUser()})` };
    return { act: 'redact', position: positionIn(position, 'redact'), reason: values.reason.trim(), actor };
  },
  rebuild: (args) => {
    refuseMore(readArguments(args, {}).positionals);
    return { act: 'rebuild' };
  },
};

function refuseMore(positionals: readonly string[]): void {
  if (positionals.length > 0) throw new UsageError(`“${positionals[0]}” is one word too many.`);
}

function sumUp({ derivedFindings, findings, head, publicDocuments, records }: Verdict): string {
  const parts = [
    count(records, 'record'),
    head ? `head ${head.position}:${head.hash.slice(0, 12)}…` : 'no head',
    count(publicDocuments, 'public document'),
  ];
  const verdict = findings === 0 ? 'nothing is wrong' : count(findings, 'finding');
  const advice =
    derivedFindings > 0 && derivedFindings === findings
      ? ' The records are whole: npm run ledger -- rebuild puts spans and references right.'
      : '';
  return `${parts.join(', ')}: ${verdict}.${advice}`;
}

type Running<A extends Act> = (
  input: Extract<LedgerInput, { act: A }>,
  context: CommandContext,
) => Promise<number>;

const verify: Running<'verify'> = async ({ heads }, { payload, say, signal }) => {
  const { verifyLedger } = await import('../publishing/ledger/verifyLedger.js');
  const verdict = await verifyLedger(payload, { heads, signal, onFinding: say });
  say(sumUp(verdict));
  return verdict.findings === 0 ? 0 : 1;
};

const head: Running<'head'> = async (_input, { payload, say }) => {
  const { lastPublication } = await import('../publishing/ledger/positions.js');
  const last = await lastPublication({ payload }, {}, ['position', 'hash', 'createdAt']);
  if (!last) throw new CommandError('The ledger is empty: nothing has been published.');
  say(`${last.position}:${last.hash} ${last.createdAt}`);
  return 0;
};

const exportRecords: Running<'export'> = async (range, { payload, say, signal, taken }) => {
  const { exportLedger } = await import('../publishing/ledger/exportLedger.js');
  for await (const line of exportLedger(payload, range)) {
    signal.throwIfAborted();
    say(line);
    await taken();
  }
  return 0;
};

const redact: Running<'redact'> = async (redaction, { payload, say }) => {
  const { redactPublication } = await import('../publishing/ledger/redactPublication.js');
  const { position } = await redactPublication(payload, redaction);
  say(`Record ${redaction.position} has no snapshot any more; record ${position} says that, and why.`);
  say('Versions, the audit log and backups keep what they had: docs/ledger.md says how to clear them.');
  return 0;
};

const rebuild: Running<'rebuild'> = async (_input, { payload, say, signal }) => {
  const { rebuildLedger } = await import('../publishing/ledger/rebuildLedger.js');
  const onProgress = (done: number, of: number) => say(`${done} of ${count(of, 'document')} …`);
  const { corrected, documents } = await rebuildLedger(payload, { onProgress, signal });
  say(
    `${count(documents, 'document')}: spans and references are those of the ledger; ${corrected} were not before.`,
  );
  return 0;
};

export const ledgerCommand: Command<LedgerInput> = {
  name: 'ledger',
  usage,
  prepare: async ([act = '', ...args]) => {
    if (!Object.hasOwn(readers, act))
      throw new UsageError(act ? `“ledger” cannot “${act}”.` : 'Say what to do with the ledger.');
    return readers[act as Act](args);
  },
  run: (input, context) => {
    switch (input.act) {
      case 'verify':
        return verify(input, context);
      case 'head':
        return head(input, context);
      case 'export':
        return exportRecords(input, context);
      case 'redact':
        return redact(input, context);
      case 'rebuild':
        return rebuild(input, context);
    }
  },
};
