/** Reads the files of an import in the caller's process: texts, and the images beside them. Touches no database. */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import type { Nodes } from 'mdast';
import { mostUploadBytes } from '../../../collections/content/media.js';
import { allOf, attribute } from '../html/elements.js';
import { ImportProblem } from '../ImportProblem.js';
import { parseMarkdown } from '../markdown/syntax.js';
import { readFrontMatter } from './frontMatter.js';
import { type ImageFile, isHtml, type SourceFile } from './sourceFile.js';

const texts = /\.(md|markdown|x?html?)$/i;
const imageTypes: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
};

/** Every file named; of a folder all Markdown and HTML files in it that are no read-me. A file that cannot be read says so in `problem`. */
export async function readSources(names: readonly string[], cwd: string): Promise<SourceFile[]> {
  const files: string[] = [];
  for (const name of names) files.push(...(await filesAt(name, cwd)));
  return Promise.all([...new Set(files)].map((name) => readSource(name, cwd)));
}

async function filesAt(name: string, cwd: string): Promise<string[]> {
  const at = path.resolve(cwd, name);
  const isFolder = await stat(at).then(
    (found) => found.isDirectory(),
    () => false, // reading it will say why
  );
  if (!isFolder) return [path.normalize(name)];
  const inside = await readdir(at, { recursive: true, withFileTypes: true });
  return inside
    .filter((entry) => entry.isFile() && texts.test(entry.name) && !/^readme\./i.test(entry.name))
    .map((entry) => path.join(name, path.relative(at, path.join(entry.parentPath, entry.name))))
    .sort();
}

async function readSource(name: string, cwd: string): Promise<SourceFile> {
  const file: SourceFile = { name, path: posix(path.resolve(cwd, name)), text: '', images: {} };
  if (!texts.test(name)) return { ...file, problem: 'only .md, .markdown, .html and .htm files are taken' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path.resolve(cwd, name)));
    return {
      ...file,
      text,
      images: await readImages({ ...file, text }, path.dirname(path.resolve(cwd, name))),
    };
  } catch (error) {
    return { ...file, problem: unreadable(error) };
  }
}

const posix = (name: string) => name.split(path.sep).join('/');

function unreadable(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file';
  if (error instanceof TypeError) return 'it is not UTF-8 text';
  return `it cannot be read: ${(error as Error).message}`;
}

async function readImages(source: SourceFile, folder: string): Promise<Record<string, ImageFile>> {
  const images: Record<string, ImageFile> = {};
  for (const address of new Set(addressesIn(source))) {
    const image = await readImage(address, folder);
    if (image) images[address] = image;
  }
  return images;
}

/** Undefined for what is on another host, is not there, or is no image that the product takes. */
async function readImage(address: string, folder: string): Promise<ImageFile | undefined> {
  const [plain = ''] = decoded(address).split(/[?#]/);
  const mimetype = imageTypes[path.extname(plain).slice(1).toLowerCase()];
  if (!mimetype || /^([a-z][a-z0-9+.-]*:|\/)/i.test(address)) return undefined;
  const file = path.resolve(folder, plain);
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile() || found.size > mostUploadBytes) return undefined;
  return { name: path.basename(file), mimetype, base64: (await readFile(file)).toString('base64') };
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address; // a stray percent sign is part of the name
  }
}

function addressesIn(source: SourceFile): string[] {
  if (isHtml(source))
    return allOf(fromHtml(source.text), 'img').flatMap((image) => attribute(image, 'src') ?? []);
  try {
    const { body, values } = readFrontMatter(source.text);
    const hero = values.heroImage as { file?: unknown } | string | null | undefined;
    const heroAddress = typeof hero === 'object' ? hero?.file : hero;
    return [...imagesIn(parseMarkdown(body)), ...(typeof heroAddress === 'string' ? [heroAddress] : [])];
  } catch (error) {
    if (error instanceof ImportProblem) return []; // said when the file is imported
    throw error;
  }
}

function imagesIn(node: Nodes): string[] {
  const own = node.type === 'image' || node.type === 'definition' ? [node.url] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(imagesIn)] : own;
}
