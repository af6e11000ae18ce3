'use client';
// The head of a condition's row: the condition as a sentence, so that closed rows read as a list.
import { useConfig, useRowLabel } from '@payloadcms/ui';
import type { ConditionProperty } from '../../../compliance/conditionProperties.js';
import { conditionWords } from '../../../compliance/conditionWords.js';
import { useChoices } from './useChoices.js';

interface Row {
  property?: ConditionProperty;
  operator?: string;
  value?: string;
}

export function ConditionRowLabel() {
  const { config } = useConfig();
  const { data, rowNumber } = useRowLabel<Row>();
  const all = useChoices(config.routes.api);
  const choices = (data?.property && all?.[data.property]) ?? null;
  return <span>{conditionWords(data ?? {}, choices) ?? `Condition ${(rowNumber ?? 0) + 1}`}</span>;
}
