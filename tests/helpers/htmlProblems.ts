/** What is wrong with HTML: by the HTML standard, and by what assistive technologies need. */
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
  rules: { 'heading-level': ['error', { allowMultipleH1: false }] },
});

/** Findings of the validator for a whole document, each with its rule and place; none when it is sound. */
export async function htmlProblems(document: string): Promise<string[]> {
  const { results } = await validator.validateString(document);
  return results.flatMap(({ messages }) =>
    messages.map(({ column, message, ruleId }) => {
      const near = document.slice(Math.max(0, column - 20), column + 60);
      return `${ruleId}: ${message} (${near})`;
    }),
  );
}

const landmarks = /<(aside|nav|header|footer|form|section)\b([^>]*)>/g;
const roles = /role="(complementary|navigation|banner|contentinfo|form|region|search)"/;
const names = /aria-label/;

/** Elements beside `main` that screen readers would list as parts of the page: dozens of them help nobody. */
export function landmarksIn(html: string): string[] {
  return [...html.matchAll(landmarks)]
    .filter(
      ([, tag, attributes = '']) =>
        roles.test(attributes) ||
        !(/role="/.test(attributes) || (tag === 'section' && !names.test(attributes))),
    )
    .map(([opening]) => opening);
}

/** A part of a page as a site shows it: below the title that it writes itself. */
export const asPage = (html: string, locale = 'en') =>
  `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">` +
  `<meta name="viewport" content="width=device-width, initial-scale=1"><title>A page</title></head>` +
  `<body><main><h1>A page</h1>${html}</main></body></html>`;
