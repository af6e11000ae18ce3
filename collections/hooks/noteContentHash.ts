/** Notes which bytes an image has, so that an address can name them: names of files are used again when files are replaced. */
import { createHash } from 'node:crypto';
import type { CollectionBeforeChangeHook } from 'payload';

/** 132 bits, in letters that an address takes as they are. */
const hashLength = 22;

type Picture = { focalX?: number | null; focalY?: number | null; contentHash?: string | null };

/** `of`: the file, or the hash of what the picture was before. */
function hashOf(of: Buffer | string, { focalX, focalY }: Picture): string {
  const hash = createHash('sha256').update(of).update(`${focalX},${focalY}`);
  return hash.digest('base64url').slice(0, hashLength);
}

const hasMoved = (from: Picture, to: Picture) => from.focalX !== to.focalX || from.focalY !== to.focalY;

/**
 * Over the file as it will be stored and the focal point: with either, what is cut out of the picture changes. A focal point
 * that is moved without the file makes another hash of the one before. What callers send in its place is not looked at.
 */
export const noteContentHash: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const bytes = req.file?.data;
  if (bytes?.length) return { ...data, contentHash: hashOf(bytes, data) };
  const before: Picture = originalDoc ?? {};
  const { contentHash = null } = before;
  const now = { ...before, ...data };
  const isOther = contentHash !== null && hasMoved(before, now);
  return { ...data, contentHash: isOther ? hashOf(contentHash, now) : contentHash };
};
