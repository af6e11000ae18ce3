// How Next builds and serves Payload's admin. Express serves /api; nothing of the public API lives here.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withPayload } from '@payloadcms/next/withPayload';

const repositoryRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export default withPayload({
  poweredByHeader: false,
  reactStrictMode: true,
  typescript: { ignoreBuildErrors: true }, // types are checked by `npm run typecheck`
  images: { unoptimized: true }, // Payload makes the sizes; no second image service stands open
  turbopack: { root: repositoryRoot },
  outputFileTracingRoot: repositoryRoot,
});
