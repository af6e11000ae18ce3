/** What differs between two sentences, word by word. */

export interface Piece {
  text: string;
  kind: 'same' | 'removed' | 'added';
}

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean);

/** lengths[i][j]: how many words the rests from i and j have in common, in order. */
function commonLengths(one: string[], other: string[]): number[][] {
  const lengths = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = one.length - 1; i >= 0; i--) {
    const row = lengths[i] ?? [];
    for (let j = other.length - 1; j >= 0; j--) {
      row[j] = one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return lengths;
}

/** Neighbours of one kind become one piece. */
function joined(pieces: Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last?.kind === piece.kind) last.text += ` ${piece.text}`;
    else result.push({ ...piece });
  }
  return result;
}

/**
 * The pieces of both sentences in reading order, to be put together with blanks between them. Those not `added` make the first
 * sentence, those not `removed` the second.
 */
export function wordDiff(before: string, after: string): Piece[] {
  const [one, other] = [wordsOf(before), wordsOf(after)];
  const lengths = commonLengths(one, other);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    const [word, next] = [one[i], other[j]];
    if (word !== undefined && word === next) {
      pieces.push({ text: word, kind: 'same' });
      i++;
      j++;
    } else if (
      next === undefined ||
      (word !== undefined && (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))
    ) {
      pieces.push({ text: word ?? '', kind: 'removed' });
      i++;
    } else {
      pieces.push({ text: next, kind: 'added' });
      j++;
    }
  }
  return joined(pieces);
}
