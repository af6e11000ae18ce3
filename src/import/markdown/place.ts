// What may stand where: a body takes every block, an item of a block only small ones, an answer none.

export interface Place {
  /** Levels of headings that are kept; the place's editor may offer fewer for new ones. */
  headings: readonly number[];
  blocks: 'all' | 'small' | 'none';
}

export type PlaceName = 'body' | 'text';

export const PLACES: Record<PlaceName, Place> = {
  body: { headings: [1, 2, 3, 4, 5, 6], blocks: 'all' },
  text: { headings: [3, 4, 5, 6], blocks: 'none' },
};

/** The place inside of a block that stands at `outer`; the same nesting as in collections/fields/richText.ts. */
export function placeInside(outer: Place): Place {
  return { headings: [4, 5, 6], blocks: outer.blocks === 'all' ? 'small' : 'none' };
}
