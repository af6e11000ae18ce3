/** Acts on several documents at once, and those of commands. */
import { deskOf } from '../helpers/importing.js';
import type { Act } from './acts.js';
import { asStored } from './oneActs.js';
import { laterSlug } from './questions.js';
import type { Stage } from './stage.js';

const published = { _status: 'published' };
const onSite = ({ world: { ids } }: Stage) => `where[sites][equals]=${ids.site}&depth=0`;

/** A Markdown file of an article, as the import takes it. */
const markdownOf = ({ world: { name } }: Stage, word: string): string =>
  `---\ntitle: "${word}"\nslug: ${name}-imported\nsite: ${name}\ntopics: [${name}]\nlocale: en\n---\n\n${word}.\n`;

async function importFile(stage: Stage, word: string): Promise<void> {
  const desk = deskOf(stage.house);
  desk.put('imported.md', markdownOf(stage, word));
  await desk.import('imported.md', '--publish');
}

async function importRedirects({ house, world }: Stage, word: string): Promise<void> {
  const { importRedirects: run } = await import('../../src/publishing/addresses/importRedirects.js');
  const csv = `site,from,to,reason\n${world.name},/from-${world.name},/${word},${word}\n`;
  await run(house.payload, csv, { defaultSite: undefined, dryRun: false, user: null } as never);
}

/** Takes the words out of a record of the watched article that is not public any more. */
async function redact({ house, world }: Stage, word: string): Promise<void> {
  const { redactPublication } = await import('../../src/publishing/ledger/redactPublication.js');
  const { docs } = await house.payload.db.find<{ position: number }>({
    ...{ collection: 'publications' as 'articles', limit: 1, pagination: false, sort: 'position' },
    where: {
      and: [{ documentId: { equals: world.ids.article } }, { snapshot: { exists: true } }],
    },
  });
  const actor = { kind: 'system' as const, id: null, label: 'A test' };
  await redactPublication(house.payload, { actor, position: docs[0]?.position ?? 0, reason: word });
}

async function changeCells(stage: Stage, word: string): Promise<void> {
  const { service } = stage.world.ids;
  const status = word < 'm' ? 'waitlist' : 'coming-soon';
  const body = { cells: [{ service: service ?? '', state: word < 'g' ? 'TX' : 'OH', status }] };
  const { token } = await stage.write('POST', '/api/availability-desk/changes?preview=true', body);
  if (token) await stage.write('POST', `/api/availability-desk/changes?token=${token}`, body);
}

export const manyActs: Readonly<Record<string, Act>> = {
  bulkFaqs: (stage, word) =>
    stage.write('PATCH', `/api/faqs?${onSite(stage)}`, { group: word, ...published }),
  bulkArticlesDown: (stage) => stage.write('PATCH', `/api/articles?${onSite(stage)}`, { _status: 'draft' }),
  bulkArticlesUp: (stage) => stage.write('PATCH', `/api/articles?${onSite(stage)}&locale=en`, published),
  bulkTopics: (stage, word) =>
    stage.write(
      'PATCH',
      `/api/topics?where[slug][in]=${stage.world.name},${laterSlug(stage.world)}&depth=0`,
      {
        description: word,
      },
    ),
  bulkDelete: (stage) =>
    stage.write('DELETE', `/api/faqs?where[slug][equals]=${laterSlug(stage.world)}&depth=0`),
  importFile,
  importRedirects,
  redact,
  changeCells,
  rebuilt: async ({ house }) => {
    const { rebuildLedger } = await import('../../src/publishing/ledger/rebuildLedger.js');
    return rebuildLedger(house.payload);
  },
  /** Straight through the adapter, as plugins and jobs write: several at once. */
  straightMany: (stage, word) =>
    stage.house.payload.db.updateMany({
      ...{ collection: 'calls-to-action', data: { eyebrow: asStored(stage, word) }, locale: 'en' },
      where: { service: { equals: stage.world.ids.service } },
    } as never),
  straightDelete: ({ house, world }) =>
    house.payload.db.deleteMany({
      collection: 'faqs',
      where: { slug: { equals: laterSlug(world) } },
    }),
};
