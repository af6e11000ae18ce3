/** Images in a text: those beside the file are taken as figures, all others are named. */
import { createHash, randomUUID } from 'node:crypto';
import type { Definition, Image, ImageReference, Nodes, Paragraph, Parent, Root, RootContent } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import { slugOf } from '../../../collections/fields/slugField.js';
import type { ImageFile, SourceFile } from '../files/sourceFile.js';
import type { Directory, Found } from './directory.js';

export interface Upload {
  /** Chosen before it is stored, so that texts can refer to it. */
  id: string;
  slug: string;
  alt: string;
  file: ImageFile;
  /** Set when these bytes are stored already. */
  stored?: Found;
  caption?: string;
  credit?: string;
}

/** The slug under which a file's image is kept: equal bytes are one image, whichever file shows them. */
export function slugOfImage({ base64, name }: ImageFile): string {
  const bytes = createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex').slice(0, 8);
  return `${slugOf(name.replace(/\.[a-z]+$/i, '')).slice(0, 100) || 'image'}-${bytes}`;
}

/** Images that are stored already are referred to, not stored twice. */
export async function findStored(uploads: readonly Upload[], directory: Directory): Promise<void> {
  for (const upload of uploads) {
    const stored = await directory.look('media', upload.slug);
    if (stored) Object.assign(upload, { id: stored.id, stored });
  }
}

/** The image beside the file that an address leads to. */
export function imageAt(source: SourceFile, address: string): ImageFile | undefined {
  return Object.hasOwn(source.images, address) ? source.images[address] : undefined;
}

interface Take {
  source: SourceFile;
  /** Whether the text may hold figures. */
  takesFigures: boolean;
  definitions: ReadonlyMap<string, Definition>;
  /** Told what is left out, with its node. */
  leaveOut: (node: Nodes, words: string) => void;
  uploads: Upload[];
}

/** Replaces images in `tree`, in place. */
export function takeImages(tree: Root, options: Omit<Take, 'definitions'>): void {
  const definitions = new Map<string, Definition>();
  collect(tree, definitions);
  walk(tree, { ...options, definitions });
}

function collect(node: Nodes, definitions: Map<string, Definition>): void {
  if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  if ('children' in node) for (const child of node.children) collect(child, definitions);
}

function walk(node: Parent, take: Take): void {
  node.children = node.children.flatMap((child): RootContent[] => {
    if (child.type === 'paragraph') return readParagraph(child, take);
    if (isImage(child)) {
      take.leaveOut(
        child,
        `the image ${addressOf(child, take)} stands inside of a line; give it a paragraph of its own`,
      );
      return [];
    }
    if ('children' in child) walk(child as Parent, take);
    return [child];
  });
}

type AnyImage = Image | ImageReference;

const isImage = (node: Nodes): node is AnyImage => node.type === 'image' || node.type === 'imageReference';

/** An image, or a link around one. */
function imageIn(node: Nodes, take: Take): AnyImage | undefined {
  if (isImage(node)) return node;
  const [only] = node.type === 'link' || node.type === 'linkReference' ? node.children : [];
  if (!only || !isImage(only) || ('children' in node && node.children.length > 1)) return undefined;
  take.leaveOut(node, 'the link around an image');
  return only;
}

const isBlank = (node: Nodes) => node.type === 'break' || (node.type === 'text' && node.value.trim() === '');

/** A paragraph of nothing but images is a row of figures. */
function readParagraph(paragraph: Paragraph, take: Take): RootContent[] {
  const said = paragraph.children.filter((child) => !isBlank(child));
  const holdsOnlyImages = said.length > 0 && said.every((child) => isImage(child) || holdsOneImage(child));
  if (!holdsOnlyImages) {
    walk(paragraph, take);
    return [paragraph];
  }
  return said.flatMap((child) => {
    const image = imageIn(child, take);
    return image ? figure(image, take) : [];
  });
}

function holdsOneImage(node: Nodes): boolean {
  const children = node.type === 'link' || node.type === 'linkReference' ? node.children : [];
  return children.length === 1 && children[0] !== undefined && isImage(children[0]);
}

const targetOf = (image: AnyImage, { definitions }: Take): { url: string; title?: string | null } =>
  image.type === 'image' ? image : (definitions.get(image.identifier) ?? { url: '' });

function addressOf(image: AnyImage, take: Take): string {
  const { title, url } = targetOf(image, take);
  const address = url.length > 80 ? `${url.slice(0, 80)}…` : url;
  return title ? `${address} (“${title}”)` : address;
}

function problemOf(image: AnyImage, file: ImageFile | undefined, take: Take): string | undefined {
  const shown = addressOf(image, take);
  if (/^([a-z]+:)?\/\/|^data:/.test(shown)) return `the image ${shown}: only files beside the text are taken`;
  if (!file) return `the image ${shown}: not found beside the file, or no PNG, JPEG, WebP or AVIF`;
  if (!image.alt?.trim()) return `the image ${shown}: it has no alternative text`;
  if (!take.takesFigures) return `the image ${shown}: this text takes no images`;
  return undefined;
}

function figure(image: AnyImage, take: Take): RootContent[] {
  const { title, url } = targetOf(image, take);
  const file = imageAt(take.source, url);
  const problem = problemOf(image, file, take);
  if (problem || !file) {
    take.leaveOut(image, problem ?? 'an image');
    return [];
  }
  const slug = slugOfImage(file);
  if (!take.uploads.some((upload) => upload.slug === slug)) {
    take.uploads.push({ id: randomUUID(), slug, alt: (image.alt ?? '').trim(), file });
  }
  const caption = title ? [{ type: 'text' as const, value: title }] : [];
  const node: LeafDirective = {
    type: 'leafDirective',
    name: 'figure',
    attributes: { media: slug },
    children: caption,
  };
  return [{ ...node, ...(image.position ? { position: image.position } : {}) }];
}
