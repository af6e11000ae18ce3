// How long a file may be kept by whom, and by which tag it is asked for again.
import { createHash } from 'node:crypto';
import type { Response } from 'express';
import type { FileQuery } from '../media/parseFileQuery.js';
import type { StoredFile } from '../media/storedFile.js';
import { userOf } from '../requestUser.js';

/** A strong tag: equal keys must have equal bytes. */
export const fileEtag = (key: string) =>
  `"${createHash('sha256').update(key).digest('base64url').slice(0, 27)}"`;

/**
 * For ever under an address that names the content it has; asked for again before each use under all others, because the
 * name stays when a picture is cut anew and comes back when one is replaced twice. What a signed-in person sees is theirs.
 */
export function setCaching(res: Response, { media }: StoredFile, { contentHash }: FileQuery): void {
  const isNamed = contentHash !== null && contentHash === media.contentHash;
  const lifetime = isNamed ? 'max-age=31536000, immutable' : 'max-age=0, must-revalidate';
  res.setHeader('Cache-Control', `${userOf(res) ? 'private' : 'public'}, ${lifetime}`);
  res.setHeader('X-Content-Type-Options', 'nosniff');
}
