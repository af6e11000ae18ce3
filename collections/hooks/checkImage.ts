/** Says in words why a file cannot be taken, before Payload reads or fetches anything. */
import { type CollectionBeforeOperationHook, type PayloadRequest, ValidationError } from 'payload';
import sharp from 'sharp';

/** Pixels that an image may have: a small file can unpack to gigabytes. */
export const mostPixels = 50_000_000;

function refuse(req: PayloadRequest, message: string): never {
  throw new ValidationError({ collection: 'media', errors: [{ message, path: 'file' }], req }, req.t);
}

/** Of all pictures of an animation together; undefined for what is no image: Payload refuses that by its list of types. */
async function pixelsOf(data: Buffer): Promise<number | undefined> {
  try {
    const { height = 0, pages = 1, width = 0 } = await sharp(data, { limitInputPixels: false }).metadata();
    return width * height * pages;
  } catch {
    return undefined; // sharp cannot read it; the answer to the uploader is Payload's
  }
}

/** A name that is nothing but a name on every file system. */
export function plainFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what must go
  return last.replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '').replace(/^\.+/, '') || 'image';
}

/** Refuses images with too many pixels, and new ones without a file: Payload would fetch an address given in its place. */
export const checkImage: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { duplicateFromID } = args as { duplicateFromID?: unknown };
  if (operation !== 'create' && operation !== 'update') return args;
  const data = req.file?.data;
  if (!data?.length && operation === 'create' && !duplicateFromID) refuse(req, 'Choose an image file.');
  if (!req.file || !data?.length) return args;
  req.file.name = plainFileName(req.file.name);
  const pixels = await pixelsOf(data);
  if (pixels !== undefined && pixels > mostPixels) {
    refuse(req, `The image has more than ${mostPixels / 1_000_000} million pixels. Scale it down first.`);
  }
  return args;
};
