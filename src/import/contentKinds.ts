/** The kinds of content that a file may hold, and where its parts are stored. */
import type { PageKind } from '../pages/addresses.js';
import type { PlaceName } from './markdown/place.js';

export interface ContentKind {
  /** What front matter calls it. */
  kind: string;
  collection: PageKind;
  /** The field that names a document; front matter may call it `title` in every kind. */
  title: string;
  /** The field that the text below the front matter goes into, and what may stand in it. */
  text: string;
  place: PlaceName;
}

export const article: ContentKind = {
  kind: 'article',
  collection: 'articles',
  title: 'title',
  text: 'body',
  place: 'body',
};

export const contentKinds: readonly ContentKind[] = [
  article,
  { kind: 'faq', collection: 'faqs', title: 'question', text: 'answer', place: 'text' },
  { kind: 'misconception', collection: 'misconceptions', title: 'myth', text: 'explanation', place: 'text' },
];
