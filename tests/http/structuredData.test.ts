/** Structured data of every demo page, held against the vocabulary of schema.org and what search engines require. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { locales } from '../../collections/locales.js';
import { type House, openHouse } from '../helpers/house.js';
import { typeCount } from '../helpers/schemaOrg.js';
import { problemsIn } from '../helpers/structuredData.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

type Node = Record<string, unknown> & { '@type': string };

const sites = ['harbor-therapy', 'brightpath'];

async function hrefsOf(locale: string, site: string): Promise<string[]> {
  const hrefs: string[] = [];
  for (const kind of ['articles', 'faqs', 'misconceptions']) {
    const { body } = await house.stranger
      .get(`/api/${kind}?limit=100&locale=${locale}&site=${site}`)
      .expect(200);
    hrefs.push(...body.docs.map(({ href }: { href: string }) => href));
  }
  return hrefs;
}

const answerOf = async (href: string, locale = 'en') =>
  (await house.stranger.get(`${href}?locale=${locale}`).expect(200)).body;

const nodesOf = (jsonLd: { '@graph': Node[] }, type: string) =>
  jsonLd['@graph'].filter((node) => node['@type'] === type);

const namesIn = (nodes: unknown) => (nodes as Node[] | undefined)?.map(({ name }) => name);

const program = '/api/pages/brightpath/resources/the-at-home-program-step-by-step';

describe('structured data', () => {
  it('is judged by the whole vocabulary', () => {
    expect(typeCount).toBeGreaterThan(800);
    const odd = { '@type': 'MedicalWebPage', colour: 'red', about: { '@type': 'Thing', name: 5, nam: 'x' } };
    const found = problemsIn({ '@context': 'https://schema.org', '@graph': [odd, { '@type': 'Page' }] });
    expect(found).toEqual(
      expect.arrayContaining([
        'MedicalWebPage: a MedicalWebPage needs url',
        'MedicalWebPage: a MedicalWebPage has no colour',
        'MedicalWebPage.about: a Thing has no nam',
        'Page: “Page” is no type of schema.org',
      ]),
    );
  });

  it.each(sites.flatMap((site) => locales.map((locale) => [site, locale])))(
    'of every page of %s in %s is sound',
    async (site, locale) => {
      const hrefs = await hrefsOf(locale, site);
      expect(hrefs.length).toBeGreaterThan(5);
      for (const href of hrefs) {
        const { jsonLd } = await answerOf(href, locale);
        expect({ href, problems: problemsIn(jsonLd) }).toEqual({ href, problems: [] });
      }
    },
  );

  it('of an article names its authors, its reviewer, its topics with codes, its steps and the way to it', async () => {
    const { jsonLd } = await answerOf(program);
    const [page] = nodesOf(jsonLd, 'MedicalWebPage');
    expect(page).toMatchObject({
      url: 'https://brightpath.example/resources/the-at-home-program-step-by-step',
      lastReviewed: '2026-10-20',
      reviewedBy: { '@id': 'https://brightpath.example/#person-julian-asante' },
    });
    expect(page?.about).toContainEqual(expect.objectContaining({ '@type': 'MedicalTherapy' }));
    expect(nodesOf(jsonLd, 'Article')[0]).toMatchObject({
      headline: 'The At-Home Program, Step by Step',
      author: [{ '@id': 'https://brightpath.example/#person-elena-whitcombe' }],
      image: { '@type': 'ImageObject', contentUrl: expect.stringMatching(/^https?:\/\//) },
      datePublished: '2026-02-03T14:00:00.000Z',
    });
    expect(nodesOf(jsonLd, 'Person').map(({ name }) => name)).toEqual(['Elena Whitcombe', 'Julian Asante']);
    const [howTo] = nodesOf(jsonLd, 'HowTo');
    expect(howTo).toMatchObject({ name: 'Five stages' });
    expect(namesIn(howTo?.step)).toEqual([
      ...['Assessment', 'Physician evaluation', 'Delivery', 'Session day', 'Check-in and review'],
    ]);
    const [breadcrumb] = nodesOf(jsonLd, 'BreadcrumbList');
    expect(namesIn(breadcrumb?.itemListElement)).toEqual([
      ...['Brightpath', 'Resources', 'The At-Home Program, Step by Step'],
    ]);
  });

  it('of topics carries clinical codes where they are known', async () => {
    const { jsonLd } = await answerOf('/api/pages/harbor-therapy/resources/ptsd-treatments-an-overview');
    const about = nodesOf(jsonLd, 'MedicalWebPage')[0]?.about;
    expect(about).toContainEqual(
      expect.objectContaining({
        '@type': 'MedicalCondition',
        code: expect.arrayContaining([
          { '@type': 'MedicalCode', codeValue: 'F43.10', codingSystem: 'ICD-10-CM' },
        ]),
      }),
    );
  });

  it('of a question is its question and answer, of a myth its fact', async () => {
    const { body: faqs } = await house.stranger.get('/api/faqs?limit=1&site=brightpath').expect(200);
    const faq = await answerOf(faqs.docs[0].href);
    expect(nodesOf(faq.jsonLd, 'FAQPage')[0]?.mainEntity).toMatchObject({
      name: faq.page.title,
      acceptedAnswer: { text: expect.any(String) },
    });
    const myth = await answerOf('/api/pages/brightpath/myths/ketamine-is-approved-for-depression');
    expect(nodesOf(myth.jsonLd, 'MedicalWebPage')[0]?.mainEntity).toMatchObject({
      headline: myth.page.title,
      abstract: myth.page.fact,
    });
  });
});

describe('hostile words', () => {
  it('end no script element and open none, and a dose below a limit is left as it is', async () => {
    const title = 'Less <0.5 mg/kg & </script><script>alert(1)</script> <!--';
    const body = {
      root: {
        ...{ type: 'root', version: 1, direction: null, format: '', indent: 0 },
        children: [
          {
            ...{ type: 'paragraph', version: 1, direction: null, format: '', indent: 0 },
            children: [
              {
                ...{ type: 'text', version: 1, detail: 0, format: 0, mode: 'normal', style: '' },
                text: title,
              },
            ],
          },
        ],
      },
    };
    await house.payload.create({
      collection: 'faqs',
      data: { question: title, answer: body, slug: 'hostile-words', _status: 'published' } as never,
      overrideAccess: true,
    });
    const { jsonLd } = await answerOf('/api/pages/brightpath/faqs/hostile-words');
    const written = JSON.stringify(jsonLd);
    expect(written).not.toMatch(/<[a-z/!?]/i);
    expect(written).toContain('Less <0.5 mg/kg & &lt;/script>&lt;script>alert(1)');
    expect(problemsIn(jsonLd)).toEqual([]);
  });
});
