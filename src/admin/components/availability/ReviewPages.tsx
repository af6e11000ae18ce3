// The public pages that change, at once and later.
import type { PlannedPage, PreviewAnswer } from '../../../availability-desk/answers.js';
import { momentWords } from './zonedTime.js';

interface PageListProps {
  pages: readonly PlannedPage[];
  /** Null where they change at once. */
  timeZone: string | null;
}

function PageList({ pages, timeZone }: PageListProps) {
  return (
    <ul className="review-pages">
      {pages.map((page) => (
        <li key={`${page.href} ${page.locale} ${page.at}`}>
          <a href={page.href} rel="noreferrer" target="_blank">
            {page.title}
          </a>{' '}
          <span className="review-pages__where">{`${page.site}${page.path} · ${page.locale}`}</span>
          {timeZone && (
            <span className="review-pages__where">{` · from ${momentWords(page.at, timeZone)}`}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

export function ReviewPages({ preview, timeZone }: { preview: PreviewAnswer; timeZone: string }) {
  const { laterPages, pages, uncheckedPages } = preview;
  const content = pages.filter(({ change }) => change === 'content');
  const clock = pages.filter(({ change }) => change === 'next-change');
  return (
    <section>
      <h3>{`Pages (${content.length})`}</h3>
      {content.length === 0 && <p>No page reads differently at once.</p>}
      <PageList pages={content} timeZone={null} />
      {laterPages.length > 0 && (
        <>
          <h4>{`Later (${laterPages.length})`}</h4>
          <PageList pages={laterPages} timeZone={timeZone} />
        </>
      )}
      {clock.length > 0 && (
        <details>
          <summary>{`${clock.length} more read the same, and only look again at another moment`}</summary>
          <PageList pages={clock} timeZone={null} />
        </details>
      )}
      {uncheckedPages > 0 && (
        <p>{`${uncheckedPages} more pages may change; there were too many to look at.`}</p>
      )}
    </section>
  );
}
