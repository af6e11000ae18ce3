/** Structured data of a page that uses every kind of block, and of texts that would break it. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { composePage } from '../../../src/pages/composePage.js';
import { tidyNode } from '../../../src/pages/jsonLd/tidyNode.js';
import type { LoadedPage } from '../../../src/pages/loadPage.js';
import { problemsIn } from '../../helpers/structuredData.js';
import { loadedPage } from './loadedPage.js';

type Node = Record<string, unknown> & { '@type': string };

const june = '2026-06-01T00:00:00.000Z';

async function nodesOf(loaded: LoadedPage = loadedPage()): Promise<Node[]> {
  const { jsonLd } = await composePage(loaded, { at: june, forms: [] });
  expect(problemsIn(jsonLd)).toEqual([]);
  return JSON.parse(JSON.stringify(jsonLd['@graph'])) as Node[];
}

const ofType = (nodes: Node[], type: string) => nodes.filter((node) => node['@type'] === type);

describe('structured data', () => {
  it('has the instructions of the body, by the heading above or the name of the exercise', async () => {
    const howTos = ofType(await nodesOf(), 'HowTo');
    expect(howTos).toEqual([
      {
        ...{ '@type': 'HowTo', name: 'What happens' },
        step: [{ '@type': 'HowToStep', position: 1, name: 'First', text: 'Breathe.' }],
      },
      {
        ...{ '@type': 'HowTo', name: 'Rest', totalTime: 'PT5M' },
        step: [{ '@type': 'HowToStep', position: 1, text: 'Sit.' }],
      },
    ]);
  });

  it('has the FAQs that the body shows, and none that it does not', async () => {
    const [faqPage] = ofType(await nodesOf(), 'FAQPage');
    expect(faqPage?.mainEntity).toEqual([
      { '@type': 'Question', name: 'Is it?', acceptedAnswer: { '@type': 'Answer', text: 'It is.' } },
    ]);
    const without = loadedPage();
    without.view.faqs = [];
    expect(ofType(await nodesOf(without), 'FAQPage')).toEqual([]);
  });

  it('names the publisher as author where no person is named', async () => {
    const loaded = loadedPage();
    loaded.view.authors = [];
    expect(ofType(await nodesOf(loaded), 'Article')[0]?.author).toEqual({
      '@id': 'https://other-site.example/#publisher',
    });
  });

  it('has the parts of the page by aspect, with their addresses', async () => {
    const [page] = ofType(await nodesOf(), 'MedicalWebPage');
    expect(page?.hasPart).toContainEqual({
      ...{ '@type': 'HealthTopicContent', name: 'What happens' },
      hasHealthAspect: { '@id': 'https://schema.org/TreatmentsHealthAspect' },
      url: 'https://other-site.example/resources/an-article#what-happens',
    });
  });

  it('says the day of a review where the site is', async () => {
    const loaded = loadedPage();
    loaded.view.lastReviewed = '2026-03-02T03:30:00.000Z';
    expect(ofType(await nodesOf(loaded), 'MedicalWebPage')[0]?.lastReviewed).toBe('2026-03-01');
  });

  it('leaves out images whose address is not a whole one', async () => {
    const loaded = loadedPage();
    expect(ofType(await nodesOf(loaded), 'Article')[0]).not.toHaveProperty('image');
    for (const image of loaded.media.values()) image.url = 'https://api.example/api/media/file/a.png';
    expect(ofType(await nodesOf(loaded), 'Article')[0]?.image).toMatchObject({
      contentUrl: 'https://api.example/api/media/file/a.png',
      width: { value: 2 },
    });
  });
});

describe('texts of structured data', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('</script>', '<!--', '<script>', '<0.5', 'a < b', '\ud800', '&lt;'),
  );

  it('hold no beginning of a tag and no half characters, whatever comes in', () => {
    fc.assert(
      fc.property(fc.array(words), (texts) => {
        const tidy = JSON.stringify(tidyNode({ name: texts.join(''), list: texts }));
        expect(tidy).not.toMatch(/<[a-z/!?]/i);
        expect(tidy).not.toMatch(/\\ud[89a-f]/i);
      }),
    );
  });

  it('stay as they are where nothing looks like a tag', () => {
    for (const text of ['Less < 0.5 mg/kg', '<0.5', 'R&D', 'a > b', '¿Qué?']) {
      expect(tidyNode({ text })).toEqual({ text });
    }
  });

  it('are left out where there are none', () => {
    const given = { a: null, b: '', c: [], d: [undefined, 'x'], e: 0, f: undefined };
    expect(tidyNode(given)).toEqual({ d: ['x'], e: 0 });
  });
});
