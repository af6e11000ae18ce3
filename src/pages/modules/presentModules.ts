/** Modules as answers carry them: always what there is, and on request with their text. */
import type { RichTextNode } from '../../../collections/blocks/richTextNodes.js';
import type { ContentKind } from '../../compliance/pageProperties.js';
import { outlineOf } from '../formats/outline.js';
import { type Headings, headingsOf } from '../formats/renderHtml.js';
import { anchoredHeadings, type TocEntry } from '../formats/tableOfContents.js';
import { type BodyForm, type RenderedBody, type RenderOptions, renderBody } from '../renderBody.js';
import { type FoundPart, findModules } from './findModules.js';

/** The address of a health aspect at schema.org. */
export const aspectAddress = (aspect: string) => `https://schema.org/${aspect}HealthAspect`;

function presentPart(part: FoundPart, anchors: ReadonlyMap<RichTextNode, TocEntry>) {
  const entry = part.heading ? anchors.get(part.heading) : undefined;
  return { title: entry?.text ?? null, anchor: entry?.anchor ?? null, block: part.block };
}

/** What a page offers by aspect, without the text: the same for every question. */
export function outlineModules(body: unknown, kind: ContentKind) {
  const anchors = anchoredHeadings(body);
  return findModules(body, kind).map(({ aspect, parts }) => ({
    aspect,
    schema: aspectAddress(aspect),
    parts: parts.map((part) => presentPart(part, anchors)),
  }));
}

export type ModuleOutline = ReturnType<typeof outlineModules>[number];

export type PresentedModule = Omit<ModuleOutline, 'parts'> & {
  parts: (ModuleOutline['parts'][number] & { body?: RenderedBody })[];
};

/** A block stands alone, below the title of its section. */
function headingsIn({ block, heading, nodes }: FoundPart, ofBody: Headings): Headings {
  return block === null ? ofBody : { ...ofBody, outline: outlineOf(nodes, heading ? 3 : 2) };
}

/** The same with the text of each part in `forms`. Anchors are those of the whole body. */
export async function modulesWithText(
  body: unknown,
  kind: ContentKind,
  options: Omit<RenderOptions, 'headings'> & { forms: readonly BodyForm[] },
): Promise<PresentedModule[]> {
  const headings = headingsOf(body);
  const textOf = (part: FoundPart) =>
    renderBody(
      { root: { ...rootOf(body), children: part.nodes } },
      { ...options, headings: headingsIn(part, headings) },
    );
  return Promise.all(
    findModules(body, kind).map(async ({ aspect, parts }) => ({
      aspect,
      schema: aspectAddress(aspect),
      parts: await Promise.all(
        parts.map(async (part) => ({ ...presentPart(part, headings.anchors), body: await textOf(part) })),
      ),
    })),
  );
}

const rootOf = (body: unknown) => (body as { root?: object } | null)?.root ?? {};
