/** Media: images. Uploads go through sharp; SVG, XML, HTML and PDF are not taken. */
import type { ImageSize } from 'payload';
import { defineCollection } from '../defineCollection.js';
import { sitesField } from '../fields/common.js';
import { checkImage, mostPixels } from '../hooks/checkImage.js';
import { leaveOutAddresses } from '../hooks/leaveOutAddresses.js';
import { noteContentHash } from '../hooks/noteContentHash.js';

/** Widths in pixels of the WebP and AVIF renditions, made for `srcset`. */
const widths = [320, 640, 1024, 1600];

const rendition = (width: number, format: 'webp' | 'avif'): ImageSize => ({
  name: `${format}${width}`,
  width,
  withoutEnlargement: true,
  // effort 2: a tenth of the time of sharp's default, for files a little larger
  formatOptions: { format, options: format === 'webp' ? { quality: 80 } : { quality: 55, effort: 2 } },
});

const imageSizes: ImageSize[] = [
  ...widths.flatMap((width) => [rendition(width, 'webp'), rendition(width, 'avif')]),
  // what link previews of social networks ask for
  {
    name: 'share',
    width: 1200,
    height: 630,
    position: 'centre',
    formatOptions: { format: 'jpeg', options: { quality: 82 } },
  },
];

/** Bytes an image may have: more is a camera original that should be scaled first. */
export const mostUploadBytes = 25 * 1024 * 1024;

export const mediaIn = (staticDir: string) =>
  defineCollection({
    slug: 'media',
    group: 'Content',
    title: 'alt',
    siteScope: 'sites',
    names: { singular: 'Media', plural: 'AllMedia' },
    labels: { singular: 'Image', plural: 'Images' },
    admin: { defaultColumns: ['filename', 'alt', 'sites', 'live'] },
    upload: {
      staticDir,
      adminThumbnail: 'webp320',
      focalPoint: true,
      crop: true,
      imageSizes,
      mimeTypes: ['image/png', 'image/jpeg', 'image/webp', 'image/avif'],
      pasteURL: false,
      // having options of its own makes Payload write originals anew too: without camera data, or anything behind the image
      constructorOptions: { limitInputPixels: mostPixels },
      modifyResponseHeaders: ({ headers }) => {
        headers.set('X-Content-Type-Options', 'nosniff');
        headers.set('Cache-Control', 'public, max-age=0, must-revalidate');
        return headers;
      },
    },
    fields: [
      {
        name: 'alt',
        type: 'text',
        label: 'Alternative text',
        localized: true,
        required: true,
        maxLength: 300,
        admin: { description: 'What the image shows, for people who do not see it.' },
      },
      { name: 'caption', type: 'text', localized: true },
      { name: 'credit', type: 'text', admin: { description: 'Who made it, and under which license.' } },
      sitesField,
      // which bytes the file has; addresses that carry it may be kept for ever (docs/media.md)
      { name: 'contentHash', type: 'text', admin: { hidden: true, disableBulkEdit: true } },
      // S3 storage puts this field in itself, but only where it is on: the tables are the same with and without it
      { name: '_objectKey', type: 'text', admin: { hidden: true, readOnly: true } },
    ],
    hooks: { beforeOperation: [checkImage], beforeChange: [leaveOutAddresses, noteContentHash] },
  });
