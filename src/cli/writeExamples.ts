/** Asks a server with the demo content what the examples of the API's document ask, and keeps the answers. */
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getPayload, type SanitizedConfig } from 'payload';
import { createApp } from '../app.js';
import { readSettings } from '../config.js';
import { prepareDataDir } from '../dataDir.js';
import { loadDemoContent } from '../demo/loadDemoContent.js';
import { createGraphqlDoor } from '../http/graphqlDoor.js';
import { createPublicApi } from '../public-api/index.js';
import { exampleRequests } from '../public-api/openapi/exampleRequests.js';
import { type Example, settle } from '../public-api/openapi/examples.js';
import { examplesFile } from '../public-api/openapi/openapiRouter.js';

async function answerTo(origin: string, request: string): Promise<unknown> {
  const answer = await fetch(`${origin}${encodeURI(request)}`);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${request} is answered ${answer.status}: ${text}`);
  return answer.headers.get('content-type')?.includes('json') ? settle(JSON.parse(text)) : settle(text);
}

async function askAll(origin: string): Promise<Record<string, Example>> {
  const examples: Record<string, Example> = {};
  for (const [id, request] of Object.entries(exampleRequests)) {
    examples[id] = { request, answer: await answerTo(origin, request) };
  }
  return examples;
}

/** Writes src/public-api/openapi/examples.json. The environment names a folder that may be filled. */
export async function writeExamples(config: SanitizedConfig): Promise<void> {
  const settings = prepareDataDir(readSettings());
  const payload = await getPayload({ config });
  await loadDemoContent({ payload, settings: { demoContent: true } });
  const house = {
    payload,
    publicApi: createPublicApi({ payload }),
    graphql: createGraphqlDoor({ payload, settings }),
  };
  const server = createServer(createApp({ settings, house })).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  writeFileSync(examplesFile, `${JSON.stringify(await askAll(`http://127.0.0.1:${port}`), null, 1)}\n`);
  server.closeAllConnections();
  server.close();
  await payload.destroy();
}
