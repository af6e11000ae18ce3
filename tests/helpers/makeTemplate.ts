/** Makes the database that every HTTP test file starts from: migrated, with the demo content. Run by globalSetup. */
import 'lexical';
import { getPayload } from 'payload';
import { readSettings } from '../../src/config.js';
import { prepareDataDir } from '../../src/dataDir.js';
import { loadDemoContent } from '../../src/demo/loadDemoContent.js';
import { copyMongoTemplate } from './mongo.js';
import { mongoServers } from './testDatabase.mjs';

const settings = prepareDataDir(readSettings());
const { default: config } = await import('../../payload.config.js');
const payload = await getPayload({ config });
await loadDemoContent({ payload, settings });
await payload.destroy();
await copyMongoTemplate(mongoServers(process.env.TEST_MONGODB_URI));
