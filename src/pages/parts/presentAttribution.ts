/** How others name the publisher of a page when they show it, and what they may do with it. Pure. */
import type { Locale } from '../../../collections/locales.js';
import type { LoadedPage } from '../loadPage.js';
import { canonicalUrl } from './presentSeo.js';

const lines: Record<Locale, (title: string, publisher: string, url: string) => string> = {
  en: (title, publisher, url) => `“${title}”, ${publisher}, ${url}`,
  es: (title, publisher, url) => `«${title}», ${publisher}, ${url}`,
};

/** Of the canonical site: what stands on several sites has one publisher. `text` is a line that may be shown as it is. */
export function presentAttribution(loaded: LoadedPage) {
  const { canonicalSite, locale, view } = loaded;
  const { license = null, licenseUrl = null, publisher } = canonicalSite.attribution ?? {};
  const name = publisher || canonicalSite.name;
  const url = canonicalUrl(loaded);
  const text = [lines[locale](view.title, name, url), license].filter(Boolean).join('. ');
  return { publisher: name, url, license, licenseUrl, text: `${text}.` };
}
