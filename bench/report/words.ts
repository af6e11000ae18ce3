/** Numbers as people read them. */

/** With three figures that count, and commas. */
export function amount(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const figures = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  const step = 10 ** Math.max(0, figures - 2);
  if (figures >= 2) return (Math.round(value / step) * step).toLocaleString('en');
  return value.toFixed(Math.min(2, 2 - figures));
}

export const orNone = (value: number | null | undefined, write = amount): string =>
  value === null || value === undefined ? '–' : write(value);

export const milliseconds = (value: number): string => (Number.isFinite(value) ? `${amount(value)} ms` : '–');
export const megabytes = (value: number): string => `${Math.round(value)} MB`;
export const times = (value: number): string => (Number.isFinite(value) ? `${amount(value)} ×` : '–');
