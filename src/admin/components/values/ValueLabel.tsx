'use client';
// What a value shows inside of the editor: the words that pages say there now. Which value it is stands in its hint.
import { useValueWords } from './useValueWords.js';
import { wordsShown } from './wordsShown.js';

interface ValueProps {
  /** Which value it is, for people: “Price”. */
  kind: string;
  slug: string;
}

export function ValueLabel({ kind, slug }: ValueProps) {
  const answer = useValueWords(slug);
  if (!answer) return <span>{kind}</span>;
  const isSaid = answer.words !== null;
  const shown = wordsShown(answer);
  return (
    <span className="value-label" title={[kind, answer.service].filter(Boolean).join(': ')}>
      {isSaid ? shown : `${kind}: ${shown}`}
    </span>
  );
}
