/** What the CMS is made of: collections, database, plugins. No logic. */
import path from 'node:path';
import { s3Storage } from '@payloadcms/storage-s3';
import { buildConfig } from 'payload';
import sharp from 'sharp';
import { closeSystemCollections } from './collections/access/closeSystemCollections.js';
import { mostUploadBytes } from './collections/content/media.js';
import { bodyEditor } from './collections/fields/richText.js';
import { collectionsWith } from './collections/index.js';
import { defaultLocale } from './collections/locales.js';
import { availabilityDeskPlugin } from './src/availability-desk/availabilityDeskPlugin.js';
import { complianceDeskPlugin } from './src/compliance-desk/complianceDeskPlugin.js';
import { readSettings, type Settings } from './src/config.js';
import { createDatabaseAdapter } from './src/database/createDatabaseAdapter.js';
import { emailAdapter } from './src/email/emailAdapter.js';
import { createPurging } from './src/freshness/downstream/purging.js';
import { moveListener } from './src/freshness/moves.js';
import { changeListener } from './src/freshness/nodes/changeListener.js';
import { describePayloadError } from './src/http/describePayloadError.js';
import { updatingInParts } from './src/http/updateInParts.js';
import { listIndexes } from './src/public-api/listIndexes.js';
import { ledgerListener } from './src/publishing/ledger/appendPublications.js';
import { makeLedger } from './src/publishing/ledger/makeLedger.js';
import { publicationListener } from './src/publishing/ledger/publicationsHeard.js';
import { schedulePlugin, withOwnHandler } from './src/publishing/schedule/schedulePlugin.js';
import { repositoryRoot } from './src/root.js';
import { valuesDeskPlugin } from './src/values-desk/valuesDeskPlugin.js';

const settings = readSettings();
const purging = createPurging(settings.purging);

const storageOf = ({ s3 }: Settings) =>
  s3
    ? [
        s3Storage({
          bucket: s3.bucket,
          collections: { media: true },
          config: {
            endpoint: s3.endpoint,
            forcePathStyle: s3.forcePathStyle,
            region: s3.region,
            ...(s3.accessKeyId && s3.secretAccessKey
              ? { credentials: { accessKeyId: s3.accessKeyId, secretAccessKey: s3.secretAccessKey } }
              : {}),
          },
        }),
      ]
    : [];

const logo = '/src/admin/components/Logo.tsx#Logo';
const icon = '/src/admin/components/Icon.tsx#Icon';

const config = buildConfig({
  admin: {
    avatar: 'default',
    user: 'users',
    components: {
      graphics: { Icon: icon, Logo: logo },
      providers: ['/src/admin/components/named/NamedControls.tsx#NamedControls'],
    },
    importMap: {
      baseDir: repositoryRoot,
      importMapFile: path.join(repositoryRoot, 'src/admin/importMap.js'),
    },
    meta: { titleSuffix: ' · Forthright' },
    // editors keep dates in the site's zone; see sites.timeZone
    timezones: { defaultTimezone: 'America/New_York' },
  },
  collections: collectionsWith({
    isSecure: settings.serverUrl.startsWith('https://'),
    mediaDir: settings.mediaDir,
  }),
  cookiePrefix: 'forthright',
  cors: settings.origins,
  csrf: settings.origins,
  db: createDatabaseAdapter({
    databaseUrl: settings.database.url,
    dataDir: settings.dataDir,
    listIndexes: listIndexes(),
    listeners: [
      ledgerListener,
      publicationListener,
      moveListener,
      changeListener(settings.redisUrl),
      ...purging.listeners,
    ],
  }),
  defaultDepth: 0,
  editor: bodyEditor,
  email: emailAdapter(settings.smtpUrl, settings.serverUrl),
  graphQL: { disablePlaygroundInProduction: true, maxComplexity: 2_000 },
  hooks: { afterError: [describePayloadError] },
  jobs: {
    access: { cancel: () => false, queue: () => false, run: () => false },
    // run by src/jobs/startJobs.ts, in one process of all
    deleteJobOnComplete: false,
  },
  localization: {
    defaultLocale,
    // publishing is an act per language; see collections/hooks/publishOneLocale.ts
    defaultLocalePublishOption: 'active',
    fallback: false,
    locales: [
      { code: 'en', label: 'English' },
      { code: 'es', label: 'Español' },
    ],
  },
  logger: { options: { level: settings.logLevel } },
  maxDepth: 3,
  onInit: makeLedger,
  plugins: [
    schedulePlugin,
    availabilityDeskPlugin,
    complianceDeskPlugin,
    valuesDeskPlugin,
    purging.plugin,
    ...storageOf(settings),
  ],
  routes: { admin: '/admin', api: '/api', graphQL: '/graphql' },
  secret: settings.secret,
  serverURL: settings.serverUrl,
  sharp,
  telemetry: false,
  typescript: { autoGenerate: false, outputFile: path.join(repositoryRoot, 'src/payload-types.ts') },
  upload: { abortOnLimit: true, limits: { fileSize: mostUploadBytes } },
});

export default updatingInParts(withOwnHandler(closeSystemCollections(config)));
