/** Notes which bytes an image has, so that an address can name them: names of files are used again when files are replaced. */
import { createHash } from 'node:crypto';
import type { CollectionBeforeChangeHook } from 'payload';

/** 132 bits, in letters that an address takes as they are. */
const hashLength = 22;

/**
 * Over the file as it will be stored and the focal point: with either, what is cut out of the picture changes. What callers
 * send in its place is not looked at.
 */
export const noteContentHash: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const bytes = req.file?.data;
  const { contentHash = null } = originalDoc ?? {};
  if (!bytes?.length) return { ...data, contentHash };
  const hash = createHash('sha256').update(bytes).update(`${data.focalX},${data.focalY}`);
  return { ...data, contentHash: hash.digest('base64url').slice(0, hashLength) };
};
