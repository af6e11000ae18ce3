'use client';
// In the form of a value: the words that pages say there now.
import { useValueWords } from './useValueWords.js';
import { wordsShown } from './wordsShown.js';

export function ValueReads({ slug }: { slug: string }) {
  const answer = useValueWords(slug);
  return (
    <p aria-live="polite" className="field-type value-reads">
      {answer ? (
        <>
          {'Pages say now: '}
          <strong>{wordsShown(answer)}</strong>
        </>
      ) : (
        'Choose a service: then the words are shown here.'
      )}
    </p>
  );
}
