/** How a whole page begins: its title, who wrote and reviewed it and when, its summary. Pure. */
import { languageTags, wordList } from '../../availability/intl.js';
import type { PageAnswer } from '../composePage.js';
import { type Part, plain, type Run } from './part.js';
import { pageWords } from './words.js';

type Person = PageAnswer['page']['authors'][number];

function nameOf({ credentials, honorific, name }: Person): string {
  const whole = honorific ? `${honorific} ${name}` : name;
  return credentials ? `${whole}, ${credentials}` : whole;
}

/** Runs of words with a dot between them. */
const inLine = (...runs: (Run[] | null)[]): Run[] =>
  runs.flatMap((each, index) => {
    const isFirst = runs.slice(0, index).every((run) => run === null);
    return each === null ? [] : [...(isFirst ? [] : plain(' · ')), ...each];
  });

const paragraph = (name: string, words: Run[]): Part[] =>
  words.length > 0 ? [{ is: 'paragraph', name, words }] : [];

function byline({ page: { authors, locale } }: PageAnswer): Run[] {
  if (authors.length === 0) return [];
  return plain(`${pageWords[locale].by} ${wordList(locale, authors.map(nameOf))}`);
}

/** A day as the site's own people see it. */
function dateRuns({ page: { locale }, site }: PageAnswer, label: string, moment: string | null) {
  if (!moment) return null;
  const format = new Intl.DateTimeFormat(languageTags[locale], {
    dateStyle: 'long',
    timeZone: site.timeZone,
  });
  return [{ text: `${label} ` }, { text: format.format(new Date(moment)), moment }];
}

function review(answer: PageAnswer): Run[] {
  const { lastReviewed, locale, nextReview, reviewedBy } = answer.page;
  const words = pageWords[locale];
  return inLine(
    reviewedBy ? plain(`${words.reviewedBy} ${nameOf(reviewedBy)}`) : null,
    dateRuns(answer, words.lastReviewed, lastReviewed),
    dateRuns(answer, words.nextReview, nextReview),
  );
}

function dates(answer: PageAnswer): Run[] {
  const { locale, publishedAt, updatedAt } = answer.page;
  const words = pageWords[locale];
  return inLine(dateRuns(answer, words.published, publishedAt), dateRuns(answer, words.updated, updatedAt));
}

/** A myth is never said without the word that marks it, nor its fact. */
function marked(text: string, { page: { kind, locale } }: PageAnswer, mark: 'myth' | 'fact'): Run[] {
  return plain(kind === 'misconception' ? `${pageWords[locale][mark]}: ${text}` : text);
}

function image({ page: { heroImage } }: PageAnswer): Part[] {
  return heroImage?.url ? [{ is: 'image', id: heroImage.id, alt: heroImage.alt, url: heroImage.url }] : [];
}

/** Everything above the text itself. */
export function openingOf(answer: PageAnswer): Part[] {
  const { changeNote, locale, summary, title } = answer.page;
  return [
    { is: 'heading', level: 1, words: marked(title, answer, 'myth') },
    ...paragraph('byline', byline(answer)),
    ...paragraph('review', review(answer)),
    ...paragraph('dates', dates(answer)),
    ...paragraph('change-note', changeNote ? plain(`${pageWords[locale].whatChanged}: ${changeNote}`) : []),
    ...paragraph('summary', summary ? marked(summary, answer, 'fact') : []),
    ...image(answer),
  ];
}
