'use client';
// The head of a row: its number and its own words, so that closed rows can be told apart.
import { useRowLabel } from '@payloadcms/ui';

interface RowTitleProps {
  /** The field whose words are shown. */
  field: string;
  /** What one row is called. */
  one: string;
}

export function RowTitle({ field, one }: RowTitleProps) {
  const { data, rowNumber } = useRowLabel<Record<string, unknown>>();
  const words = data?.[field];
  const number = `${one} ${(rowNumber ?? 0) + 1}`;
  return <span>{typeof words === 'string' && words.trim() ? `${number}: ${words.trim()}` : number}</span>;
}
