// Two sentences, the difference marked: what goes struck out, what comes underlined; screen readers are told both.
import { Fragment } from 'react';
import { type Piece, wordDiff } from './wordDiff.js';

interface WordsChangedProps {
  after: string;
  before: string;
}

const tags = { same: 'span', removed: 'del', added: 'ins' } as const;

/** One of the sentences: without the pieces of the other. */
function Marked({ pieces, without }: { pieces: readonly Piece[]; without: 'added' | 'removed' }) {
  const own = pieces.filter(({ kind }) => kind !== without);
  return own.map(({ kind, text }, index) => {
    const Tag = tags[kind];
    const key = `${index} ${text}`;
    return (
      <Fragment key={key}>
        {index > 0 && ' '}
        <Tag>{text}</Tag>
      </Fragment>
    );
  });
}

/** Both, one under the other, as a list of terms; only one of them where the other is empty. */
export function BeforeAfter(words: WordsChangedProps) {
  if (!words.before || !words.after)
    return <p className={words.after ? '' : 'before-after__gone'}>{words.after || words.before}</p>;
  const pieces = wordDiff(words.before, words.after);
  return (
    <dl className="before-after">
      <dt>Before</dt>
      <dd>
        <Marked pieces={pieces} without="added" />
      </dd>
      <dt>After</dt>
      <dd>
        <Marked pieces={pieces} without="removed" />
      </dd>
    </dl>
  );
}
