/** The demo rules, one row per clause: what a page is like, and what it has to carry because of that. */
import { describe, expect, it } from '@jest/globals';
import { attachDisclaimers, demandsOf, type RuleRow } from '../../../src/compliance/attachDisclaimers.js';
import { conditionProperties } from '../../../src/compliance/conditionProperties.js';
import type { PageProperties } from '../../../src/compliance/pageProperties.js';
import { readRecords } from '../../../src/demo/readContent.js';

const plain: PageProperties = {
  site: 'brightpath',
  services: [],
  modes: [],
  topics: [],
  states: ['NJ'],
  offersFree: false,
  showsPrice: false,
  text: '',
};

const records = (await readRecords('rules')).map(({ fields, slug }) => ({ ...fields, slug }));
const rules = records as unknown as (RuleRow & { exampleForCounsel: boolean; title: string })[];
const placedBy = new Map(
  (await readRecords('disclaimers')).map(({ fields, slug }) => [slug, fields.placement as 'footer']),
);
const disclaimers = [...placedBy].map(([id, placement]) => ({ id, placement }));

/** As `slug, placement`. */
const carried = (page: Partial<PageProperties>): string[] =>
  attachDisclaimers(demandsOf(rules, { ...plain, ...page }), disclaimers, '2026-06-01T00:00:00.000Z').map(
    ({ disclaimer, placement }) => `${disclaimer.id}, ${placement}`,
  );

const notApproved = 'not-fda-approved, besideClaim';
const homeRisk = 'home-use-risk, besideClaim';
const education = 'educational-information, footer';
const resultsVary = 'results-vary, footer';
const floridaFree = 'florida-free-offer, beforeCallToAction';
const priceTerms = 'price-terms, beforeCallToAction';
const crisis = 'crisis-support, footer';
const therapist = 'therapist-role, footer';
const whoReviewed = 'who-reviewed-this, footer';

const cases: [name: string, page: Partial<PageProperties>, carries: string[]][] = [
  ['nothing is said of a page about nothing', {}, []],
  ['ketamine is not approved', { topics: ['ketamine'] }, [notApproved]],
  [
    'nor in therapy, where results vary',
    { topics: ['ketamine-assisted-therapy'] },
    [notApproved, resultsVary],
  ],
  ['at home it has its own risks', { topics: ['at-home-ketamine'] }, [notApproved, homeRisk]],
  ['a page that leads to the program at home', { services: ['at-home-program'] }, [homeRisk]],
  ['an article', { kind: 'article' }, [education, whoReviewed]],
  ['a question', { kind: 'faq' }, [education]],
  ['a myth', { kind: 'misconception' }, [education]],
  ['depression', { topics: ['depression'] }, [resultsVary, crisis]],
  ['depression that resists', { topics: ['treatment-resistant-depression'] }, [resultsVary, crisis]],
  ['post-traumatic stress', { topics: ['ptsd'] }, [resultsVary, crisis]],
  ['complex post-traumatic stress', { topics: ['complex-ptsd'] }, [crisis]],
  ['trauma', { topics: ['trauma'] }, [crisis]],
  ['a free offer in Florida', { offersFree: true, states: ['FL'] }, [floridaFree]],
  ['a free offer in New Jersey', { offersFree: true, states: ['NJ'] }, []],
  ['a free offer, wherever the visitor is', { offersFree: true, states: ['NJ', 'FL'] }, [floridaFree]],
  ['no free offer in Florida', { states: ['FL'] }, []],
  ['a price', { showsPrice: true }, [priceTerms]],
  [
    'therapy with ketamine on Harbor',
    { site: 'harbor-therapy', topics: ['ketamine-assisted-therapy'] },
    [notApproved, resultsVary, therapist],
  ],
  ['anything else on Harbor', { site: 'harbor-therapy', topics: ['emdr'] }, []],
];

describe('the demo rules', () => {
  it.each(cases)('%s', (_name, page, carries) => {
    expect(carried(page).sort()).toEqual([...carries].sort());
  });

  it('each name a source, and are examples for counsel to confirm', () => {
    for (const { exampleForCounsel, slug, source, title } of rules) {
      expect([slug, exampleForCounsel, Boolean(title && source.title && source.url)]).toEqual([
        slug,
        true,
        true,
      ]);
    }
  });

  it('are all in the table, as far as they attach a disclaimer', () => {
    const tried = new Set(cases.flatMap(([, , carries]) => carries.map((each) => each.split(',')[0])));
    const attached = rules.flatMap(({ effect }) =>
      effect.kind === 'attachDisclaimer' ? [String(effect.disclaimer)] : [],
    );
    expect(new Set(attached)).toEqual(tried);
    expect([...placedBy.keys()].filter((slug) => !tried.has(slug))).toEqual([]);
  });

  it('compare with what there is', async () => {
    const slugsOf = async (collection: 'services' | 'sites' | 'topics') =>
      (await readRecords(collection)).map(({ slug }) => slug);
    for (const { property, value } of rules.flatMap(({ conditions }) => conditions ?? [])) {
      const { values } = conditionProperties[property];
      if ('slugsOf' in values) expect(await slugsOf(values.slugsOf)).toContain(value);
      if ('choices' in values) expect(values.choices.map((each) => each.value)).toContain(value);
    }
  });
});
