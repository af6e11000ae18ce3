/** Numbers that are kept elsewhere, and read when somebody asks for them: counting costs no more than an addition. */
import { Counter, Gauge, type Registry } from 'prom-client';

export interface Family {
  /** Without the prefix that all of ours have. */
  name: string;
  help: string;
  /** What only ever grows is a counter. */
  kind: 'counter' | 'gauge';
  /** A number; or one for each value of `label`. */
  read: () => number | Readonly<Record<string, number>>;
  label?: string;
}

/** What the names of all our families begin with. */
export const prefix = 'forthright_';

/** Adds the family to what `registry` shows. */
export function addFamily(registry: Registry, { help, kind, label, name, read }: Family): void {
  const Kind = kind === 'counter' ? Counter : Gauge;
  const metric: Counter | Gauge = new Kind({
    ...{ help, name: prefix + name, registers: [registry] },
    labelNames: label === undefined ? [] : [label],
    collect: () => {
      metric.reset();
      const now = read();
      if (typeof now === 'number') metric.inc(now);
      else for (const [value, count] of Object.entries(now)) metric.inc({ [label ?? 'of']: value }, count);
    },
  });
}
