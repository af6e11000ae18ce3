/** A topic as schema.org has it: its kind decides the type, its clinical codes go with it. Pure. */
import type { MedicalCode, Thing } from 'schema-dts';
import type { PresentedTopic } from '../parts/presentTopic.js';

const types = {
  condition: 'MedicalCondition',
  therapy: 'MedicalTherapy',
  symptom: 'MedicalSymptom',
  medication: 'Drug',
  procedure: 'MedicalProcedure',
} as const;

const codeNode = ({ code, system }: PresentedTopic['codes'][number]): MedicalCode => ({
  '@type': 'MedicalCode',
  codeValue: code,
  codingSystem: system,
});

export function topicNode({ codes, description, kind, synonyms, title }: PresentedTopic): Thing {
  const words = { name: title, alternateName: synonyms, description: description ?? undefined };
  if (kind === 'other') return { '@type': 'Thing', ...words };
  return { '@type': types[kind], ...words, code: codes.map(codeNode) };
}
