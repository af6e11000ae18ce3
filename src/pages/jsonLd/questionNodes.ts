/** Questions with their answers as schema.org has them. Pure. */
import type { Question } from 'schema-dts';

export interface AskedAndAnswered {
  question: string;
  /** Plain text. */
  answer: string;
}

export function questionNode({ answer, question }: AskedAndAnswered): Question {
  return {
    '@type': 'Question',
    name: question,
    acceptedAnswer: { '@type': 'Answer', text: answer },
  };
}
