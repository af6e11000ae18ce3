'use client';
// In the forms of rules and disclaimers: what publishing the form as it stands would change, on which pages of which sites.
import { Button, useConfig, useDocumentInfo, useForm, useLocale } from '@payloadcms/ui';
import { useState } from 'react';
import type { PreviewAnswer, PreviewBody } from '../../../compliance-desk/answers.js';
import { ChangedPages } from './ChangedPages.js';
import { askPreview } from './complianceDesk.js';
import { formValues } from './formValues.js';

interface Shown {
  preview: PreviewAnswer | null;
  problem: string | null;
  isBusy: boolean;
}

const nothing: Shown = { preview: null, problem: null, isBusy: false };

function useWhatChanges(api: string): Shown & { look: () => Promise<void> } {
  const { collectionSlug, id } = useDocumentInfo();
  const { getFields } = useForm();
  const { code } = useLocale();
  const [shown, setShown] = useState<Shown>(nothing);
  const look = async () => {
    setShown({ ...nothing, isBusy: true });
    const document = { ...formValues(getFields()), ...(id ? { id: String(id) } : { id: undefined }) };
    const body = { locale: code, [collectionSlug ?? '']: [document] } as PreviewBody;
    const answer = await askPreview(api, body);
    if ('body' in answer) setShown({ ...nothing, preview: answer.body });
    else setShown({ ...nothing, problem: answer.problems.map(({ message }) => message).join(' ') });
  };
  return { ...shown, look };
}

export function WhatChanges() {
  const { config } = useConfig();
  const { admin, api } = config.routes;
  const { isBusy, look, preview, problem } = useWhatChanges(api);
  return (
    <section className="field-type compliance-box" id="what-changes">
      <h3>What publishing this changes</h3>
      <Button buttonStyle="secondary" disabled={isBusy} margin={false} onClick={look} size="small">
        {preview ? 'Look again' : 'Show the pages'}
      </Button>
      {isBusy && <p>Looking at the pages …</p>}
      {problem && (
        <p className="compliance-problem" role="alert">
          {problem}
        </p>
      )}
      {preview && <ChangedPages adminRoute={admin} preview={preview} />}
    </section>
  );
}
