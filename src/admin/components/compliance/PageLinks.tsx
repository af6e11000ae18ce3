// Pages by title, each with the way to its form in the admin and to what sites get.
import type { NamedPage } from '../../../compliance-desk/answers.js';

interface PageLinksProps {
  adminRoute: string;
  pages: readonly NamedPage[];
}

export function PageLinks({ adminRoute, pages }: PageLinksProps) {
  return (
    <ul className="compliance-pages">
      {pages.map(({ collection, href, id, locale, path, site, title }) => (
        <li key={`${href} ${locale}`}>
          <a href={`${adminRoute}/collections/${collection}/${id}?locale=${locale}`}>{title}</a>{' '}
          <span className="compliance-pages__where">{`${site}${path} · ${locale}`}</span>
        </li>
      ))}
    </ul>
  );
}
