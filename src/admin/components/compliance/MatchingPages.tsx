'use client';
// In the form of a rule: the public pages for which its conditions hold now, as they stand in the form.
import { useAllFormFields, useConfig } from '@payloadcms/ui';
import type { MatchesAnswer } from '../../../compliance-desk/answers.js';
import { formValues } from './formValues.js';
import { PageLinks } from './PageLinks.js';
import { useMatches } from './useMatches.js';

interface Row {
  property?: string;
  operator?: string;
  value?: string;
}

/** Null while a row is not filled in. */
function askable({ conditions: rows = [], match }: { conditions?: Row[]; match?: string }): string | null {
  if (rows.some(({ operator, property, value }) => !operator || !property || !value)) return null;
  const asked = rows.map(({ operator, property, value }) => ({ operator, property, value }));
  return JSON.stringify({ match, conditions: asked });
}

function Found({ adminRoute, answer }: { adminRoute: string; answer: MatchesAnswer }) {
  const { checked, pages, problems, unchecked } = answer;
  return (
    <>
      {problems.map(({ message, path }) => (
        <p className="compliance-problem" key={path} role="alert">
          {message}
        </p>
      ))}
      <p aria-live="polite">{`${pages.length} of ${checked} public pages match, counting visitors from every state.`}</p>
      {unchecked > 0 && <p>{`${unchecked} more pages were too many to look at.`}</p>}
      {pages.length > 0 && (
        <details open={pages.length <= 20}>
          <summary>Which</summary>
          <PageLinks adminRoute={adminRoute} pages={pages} />
        </details>
      )}
    </>
  );
}

export function MatchingPages() {
  const { config } = useConfig();
  const { admin, api } = config.routes;
  const [fields] = useAllFormFields();
  const body = askable(formValues(fields));
  const { answer, problem } = useMatches(api, body);
  return (
    <section className="field-type compliance-box" id="matching-pages">
      <h3>Pages that match now</h3>
      {problem && <p role="alert">{problem}</p>}
      {body === null && <p>Fill in every condition: then the pages are listed here.</p>}
      {body !== null && !answer && !problem && <p>Looking at the pages …</p>}
      {answer && <Found adminRoute={admin} answer={answer} />}
    </section>
  );
}
