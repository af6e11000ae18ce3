// What a preview found: how pages change, and which, those that change alike together.
import { Fragment } from 'react';
import type { ChangedPage, PreviewAnswer } from '../../../compliance-desk/answers.js';
import { BeforeAfter } from '../availability/WordsChanged.js';
import { type Difference, placementWords, type SamePages, sameDifferences } from './differences.js';
import { PageLinks } from './PageLinks.js';

const kindWords: Record<Difference['kind'], string> = {
  added: 'New',
  removed: 'Taken away',
  moved: 'Moved',
  reworded: 'Other words',
  again: 'Other reasons',
};

/** Null for everybody. */
function visitorsOf({ states }: SamePages): string | null {
  return states && `For visitors in ${states.length > 12 ? `${states.length} states` : states.join(', ')}`;
}

function OneDifference({ after, before, kind, placement, title }: Difference) {
  return (
    <div className="compliance-change">
      <strong>{kindWords[kind]}</strong>
      {`: ${title}, ${placementWords[placement]}`}
      {kind === 'again' ? (
        <p>The words stay; other rules ask for them.</p>
      ) : (
        <BeforeAfter {...{ after, before }} />
      )}
    </div>
  );
}

function Group({ adminRoute, group }: { adminRoute: string; group: SamePages }) {
  const visitors = visitorsOf(group);
  return (
    <li>
      {group.differences.map((difference) => (
        <OneDifference
          key={`${difference.kind} ${difference.title} ${difference.placement}`}
          {...difference}
        />
      ))}
      {group.differences.length === 0 && <p>The words stay; the reasons that stand with them change.</p>}
      {visitors && <p>{visitors}</p>}
      <details open={group.pages.length <= 10}>
        <summary>{`${group.pages.length} pages`}</summary>
        <PageLinks adminRoute={adminRoute} pages={group.pages} />
      </details>
    </li>
  );
}

interface GroupsProps {
  adminRoute: string;
  pages: readonly ChangedPage[];
}

function Groups({ adminRoute, pages }: GroupsProps) {
  return (
    <ul className="compliance-groups">
      {sameDifferences(pages).map((group) => {
        const [first] = group.pages;
        return (
          <Group adminRoute={adminRoute} group={group} key={`${first?.at} ${first?.href} ${first?.locale}`} />
        );
      })}
    </ul>
  );
}

export function ChangedPages({ adminRoute, preview }: { adminRoute: string; preview: PreviewAnswer }) {
  const { checked, laterPages, pages, problems, unchecked } = preview;
  const sites = [...new Set(pages.map(({ site }) => site))];
  const moments = [...new Set(laterPages.map(({ at }) => at))];
  return (
    <div aria-live="polite">
      {problems.map(({ message, path }) => (
        <p className="compliance-problem" key={path} role="alert">
          {message}
        </p>
      ))}
      <p>
        {pages.length === 0
          ? `None of ${checked} public pages changes at once.`
          : `${pages.length} of ${checked} public pages change, on ${sites.join(' and ')}.`}
      </p>
      {unchecked > 0 && <p>{`${unchecked} more pages were too many to look at.`}</p>}
      <Groups adminRoute={adminRoute} pages={pages} />
      {moments.map((at) => (
        <Fragment key={at}>
          <h4>{`From ${new Date(at).toLocaleString()}`}</h4>
          <Groups adminRoute={adminRoute} pages={laterPages.filter((page) => page.at === at)} />
        </Fragment>
      ))}
    </div>
  );
}
