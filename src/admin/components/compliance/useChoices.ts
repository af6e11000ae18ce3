'use client';
// What conditions can compare with, asked for once for all rows of the form.
import { useEffect, useState } from 'react';
import type { ChoicesAnswer } from '../../../compliance-desk/answers.js';
import { askChoices } from './complianceDesk.js';

let asked: Promise<ChoicesAnswer | null> | null = null;

/** Asked again when it could not be read. */
function choicesOnce(api: string): Promise<ChoicesAnswer | null> {
  asked ??= askChoices(api).then((answer) => {
    if ('body' in answer) return answer.body;
    asked = null;
    return null;
  });
  return asked;
}

/** Null until they are there, and where they could not be read: then values are written by hand. */
export function useChoices(api: string): ChoicesAnswer | null {
  const [choices, setChoices] = useState<ChoicesAnswer | null>(null);
  useEffect(() => {
    let isWanted = true;
    choicesOnce(api).then((found) => isWanted && setChoices(found));
    return () => {
      isWanted = false;
    };
  }, [api]);
  return choices;
}
