/** A notice as pages carry it. A legal document is named and linked; its text is read at its own address. Pure. */
import type { Notice } from '../../payload-types.js';
import type { RenderContext } from '../formats/context.js';
import { renderHtml } from '../formats/renderHtml.js';
import { renderText } from '../formats/renderText.js';

const isSet = (value: unknown) => value !== null && value !== undefined && value !== '';

/** Fields that only one kind of notice has; none when nothing in them is filled in. */
function filled<T extends object>(group: T | null | undefined): T | null {
  return group && Object.values(group).some(isSet) ? group : null;
}

/** The words as HTML and text, links, and what the kind brings with it. */
export function presentNotice(notice: Notice, context: RenderContext) {
  const isLegal = notice.kind === 'legal-document';
  return {
    id: notice.id,
    slug: notice.slug,
    kind: notice.kind,
    title: notice.title,
    heading: notice.heading ?? null,
    html: isLegal ? null : renderHtml(notice.text, context),
    text: isLegal ? null : renderText(notice.text, context),
    links: (notice.links ?? []).map(({ label, url }) => ({ label, url })),
    newsletter: filled(notice.newsletter),
    crisisLine: filled(notice.crisisLine),
    legalDocument: filled(notice.legalDocument),
    href: `/api/notices/${notice.slug}`,
  };
}
