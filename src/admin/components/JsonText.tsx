'use client';
// Shows a JSON value as text. Payload's own field loads an editor from another host, which our content policy forbids.
import { FieldLabel, useField } from '@payloadcms/ui';
import type { JSONFieldClientComponent } from 'payload';

export const JsonText: JSONFieldClientComponent = ({ field, path }) => {
  const { value } = useField<unknown>({ path });
  return (
    <div className="field-type">
      <FieldLabel label={field.label} path={path} />
      <pre style={{ overflowX: 'auto', whiteSpace: 'pre-wrap' }}>
        {value === undefined || value === null ? '–' : JSON.stringify(value, null, 2)}
      </pre>
    </div>
  );
};
