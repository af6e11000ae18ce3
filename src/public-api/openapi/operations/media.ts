/** Files, and images in the sizes that are made of them. */
import { fileParameters, fits, qualities, variantFormats, variantWidths } from '../../../media/imageTable.js';
import type { Json } from '../json.js';
import { type AnyParameter, notModified, type Operation } from '../operation.js';
import { inPath, oneOf, query, shared, text } from '../parameters.js';

const wholeOneOf = (values: readonly number[]): Json => ({ type: 'integer', enum: [...values] });

const fileSchemas: Record<keyof typeof fileParameters, Json> = {
  w: wholeOneOf(variantWidths),
  h: { type: 'integer', minimum: 1 },
  fit: oneOf(fits, 'cover'),
  format: oneOf(Object.keys(variantFormats), 'webp'),
  q: wholeOneOf(qualities),
  v: text,
};

const content: Record<string, Json> = {
  'image/*': { schema: { type: 'string', contentMediaType: 'application/octet-stream' } },
};
const headers = ['Cache-Control', 'ETag'];
const partWords = 'One part of a stored file: `bytes=0-999`. Images in another size are sent whole.';

const file: Operation = {
  ...{
    path: '/api/media/file/{name}',
    id: 'getFile',
    tag: 'Media',
    summary: 'A file, or an image in another size',
  },
  description:
    'As it was uploaded, or made for you with `w`, `h`, `fit`, `format`, `q`. Under an address with the right `v` it may be kept for ever.',
  parameters: [
    inPath('name', 'The `filename` of the media.'),
    ...Object.entries(fileParameters).map(
      ([name, description]): AnyParameter =>
        query(name, description, fileSchemas[name as keyof typeof fileSchemas]),
    ),
    shared('ifNoneMatch'),
    { ...{ name: 'Range', in: 'header', schema: text }, description: partWords },
  ],
  answers: [
    { status: 200, description: 'The bytes.', content, headers },
    { status: 206, description: 'The part of it.', content, headers: [...headers, 'Content-Range'] },
    notModified,
    {
      status: 416,
      description: 'The file is shorter: `Content-Range` says how long it is. Without a body.',
      headers: ['Content-Range'],
    },
  ],
  errors: [400, 404],
};

export const mediaOperations: readonly Operation[] = [file];
