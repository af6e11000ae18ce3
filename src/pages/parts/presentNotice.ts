/** A notice as pages carry it. A legal document is named and linked; its text is read at its own address. Pure. */
import type { Notice } from '../../payload-types.js';
import type { RenderContext } from '../formats/context.js';
import { nestedHtml } from '../formats/renderHtml.js';
import { renderText } from '../formats/renderText.js';

const isSet = (value: unknown) => value !== null && value !== undefined && value !== '';

/** Fields that only one kind of notice has; none when nothing in them is filled in. */
function filled<T extends Record<string, unknown>>(group: T): T | null {
  return Object.values(group).some(isSet) ? group : null;
}

const newsletterOf = ({ newsletter }: Notice) =>
  filled({
    consentText: newsletter?.consentText ?? null,
    privacyUrl: newsletter?.privacyUrl ?? null,
  });

const crisisLineOf = ({ crisisLine }: Notice) =>
  filled({
    phone: crisisLine?.phone ?? null,
    textLine: crisisLine?.textLine ?? null,
    hours: crisisLine?.hours ?? null,
  });

const legalDocumentOf = ({ legalDocument }: Notice) =>
  filled({
    version: legalDocument?.version ?? null,
    effectiveFrom: legalDocument?.effectiveFrom ?? null,
  });

/** Of headings in its words: sites give the notice itself one of level 2, as whole pages do. */
const belowHeading = 3;

/** The words as HTML and text, links, and what the kind brings with it. */
export function presentNotice(notice: Notice, context: RenderContext) {
  const isLegal = notice.kind === 'legal-document';
  return {
    id: notice.id,
    slug: notice.slug,
    kind: notice.kind,
    title: notice.title,
    heading: notice.heading ?? null,
    html: isLegal ? null : nestedHtml(notice.text, context, belowHeading),
    text: isLegal ? null : renderText(notice.text, context),
    links: (notice.links ?? []).map(({ label, url }) => ({ label, url })),
    newsletter: newsletterOf(notice),
    crisisLine: crisisLineOf(notice),
    legalDocument: legalDocumentOf(notice),
    href: `/api/notices/${notice.slug}`,
  };
}
