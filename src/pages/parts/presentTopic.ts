/** A topic as pages carry it: its words, and its clinical codes where they are known. Pure. */
import type { Topic } from '../../payload-types.js';

export function presentTopic({ codes, description, id, kind, slug, synonyms, title }: Topic) {
  return {
    ...{ id, slug, title, kind },
    synonyms: (synonyms ?? []).flatMap(({ text }) => text || []),
    description: description ?? null,
    codes: (codes ?? []).map(({ code, system }) => ({ system, code })),
  };
}

export type PresentedTopic = ReturnType<typeof presentTopic>;
