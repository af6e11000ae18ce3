'use client';
// The same table as a file: out, and in again by way of the preview.
import { Button } from '@payloadcms/ui';
import { useRef } from 'react';
import { exportAddress, type Proposal } from './desk.js';

interface CsvButtonsProps {
  api: string;
  onRead: (proposal: Proposal) => void;
  /** Slug. */
  site: string;
}

/** Older spreadsheets still save in the letters of Windows. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

export function CsvButtons({ api, onRead, site }: CsvButtonsProps) {
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File | undefined) => {
    if (file) onRead({ csv: await textOf(file), fileName: file.name });
    if (input.current) input.current.value = ''; // the same file may be chosen again
  };
  return (
    <div className="availability-csv">
      <Button buttonStyle="secondary" el="anchor" margin={false} size="medium" url={exportAddress(api, site)}>
        Download CSV
      </Button>
      <Button buttonStyle="secondary" margin={false} onClick={() => input.current?.click()} size="medium">
        Upload CSV …
      </Button>
      <input
        accept=".csv,text/csv"
        aria-label="CSV file with availability"
        hidden
        onChange={(event) => read(event.target.files?.[0])}
        ref={input}
        type="file"
      />
    </div>
  );
}
