'use client';
// What pages say for the value whose form this is, asked for again when the form has rested for a moment.
import { useConfig, useDebounce, useFormFields, useLocale } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import type { WordsAnswer, WordsBody } from '../../../values-desk/answers.js';
import { ask } from '../availability/desk.js';

/** Null while nothing is known: a service is to be chosen, or the answer is under way. */
export type ValueWords = WordsAnswer | null;

const askWords = (api: string, body: string, signal: AbortSignal) =>
  ask<WordsAnswer>(`${api}/values-desk/words`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
    ...{ body, signal },
  });

/** The question as JSON, so that it is the same while the form is; null without a service. */
function useQuestion(slug: string): string | null {
  const { code } = useLocale();
  const read = useFormFields(([fields]) =>
    JSON.stringify(['service', 'of', 'state', 'wording'].map((name) => [name, fields[name]?.value ?? null])),
  );
  const fields = Object.fromEntries(JSON.parse(read)) as Record<string, unknown>;
  if (!fields.service) return null;
  return JSON.stringify({ locale: code, value: { ...fields, blockType: slug } } as WordsBody);
}

/** `slug` is the value's own, such as `price`. */
export function useValueWords(slug: string): ValueWords {
  const { config } = useConfig();
  const { api } = config.routes;
  const question = useQuestion(slug);
  const rested = useDebounce(question, 300);
  const [words, setWords] = useState<ValueWords>(null);
  useEffect(() => {
    if (rested === null) return setWords(null);
    const controller = new AbortController();
    askWords(api, rested, controller.signal)
      .then((answer) => setWords('body' in answer ? answer.body : null))
      .catch(() => undefined); // asked anew meanwhile
    return () => controller.abort();
  }, [api, rested]);
  return words;
}
