// The sentences that visitors read, before and after.
import type { PlannedSentence } from '../../../availability-desk/answers.js';
import { BeforeAfter } from './WordsChanged.js';
import { momentWords } from './zonedTime.js';

interface ReviewSentencesProps {
  /** The moment of the preview. */
  at: string;
  nameOfService: (slug: string) => string;
  nameOfSite: (slug: string) => string;
  sentences: readonly PlannedSentence[];
  timeZone: string;
}

const languages = { en: 'English', es: 'Spanish' };
const formats = { oxford: 'in a sentence', counties: 'with counties' };

export function ReviewSentences({
  at,
  nameOfService,
  nameOfSite,
  sentences,
  timeZone,
}: ReviewSentencesProps) {
  const changing = sentences.filter(({ isChanged }) => isChanged);
  const heading = (sentence: PlannedSentence) => {
    const { format, locale, service, site } = sentence;
    const when = sentence.at === at ? '' : `, from ${momentWords(sentence.at, timeZone)}`;
    const what = service ? nameOfService(service) : `All services of ${nameOfSite(site)}`;
    return `${what} · ${languages[locale]} · ${formats[format]}${when}`;
  };
  return (
    <section>
      <h3>{`Sentences (${changing.length})`}</h3>
      {changing.length === 0 && <p>No sentence changes.</p>}
      <ul className="review-sentences">
        {changing.map((sentence) => (
          <li key={heading(sentence)} lang={sentence.locale}>
            <p className="review-sentences__which" lang="en">
              {heading(sentence)}
            </p>
            <BeforeAfter after={sentence.after} before={sentence.before} />
          </li>
        ))}
      </ul>
    </section>
  );
}
