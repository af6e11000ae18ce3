/** What a history consisted of, and how long its answers took. */
import type { World } from './world.js';

const at = (sorted: number[], part: number) =>
  Math.round(sorted[Math.floor((sorted.length - 1) * part)] ?? 0);

export function reportOf({ latencies, refusals, tally, writes }: World): string {
  const lines = [...tally]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([what, { cut, done, refused }]) => {
      const times = latencies
        .filter((each) => each.what === what)
        .map(({ ms }) => ms)
        .sort((one, other) => one - other);
      return `${what}: ${done} done, ${refused} refused, ${cut} cut; median ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms`;
    });
  const said = process.env.HISTORY ? ['', 'refused:', ...refusals.keys()] : [];
  return [`${writes} writes`, ...lines, ...said].join('\n');
}
