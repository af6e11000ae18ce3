import { mkdtempSync } from 'node:fs';
const dataDir=mkdtempSync('/tmp/p8ex-'); Object.assign(process.env,{DATA_DIR:dataDir,MEDIA_DIR:dataDir,DATABASE_URL:'',PORT:'3000',LOG_LEVEL:'warn',PAYLOAD_SECRET:'keeps nothing: the folder is thrown away'});
await import('lexical');
const { default: config } = await import('./payload.config.js');
const { writeExamples } = await import('./src/cli/writeExamples.js');
await writeExamples(await config);
const { writeFileSync } = await import('node:fs');
const { describeApi } = await import('./src/public-api/openapi/describeApi.js');
const { readExamples } = await import('./src/public-api/openapi/openapiRouter.js');
writeFileSync('docs/openapi.json', `${JSON.stringify(describeApi(await config, readExamples()), null, 1)}\n`);
process.exit(0)
