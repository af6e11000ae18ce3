/** When a rule holds: one row per case, and the laws that all rules obey. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Condition, heldConditions, type RuleConditions } from '../../../src/compliance/matchRule.js';
import type { PageProperties } from '../../../src/compliance/pageProperties.js';

const page: PageProperties = {
  site: 'brightpath',
  kind: 'article',
  services: ['at-home-program', 'follow-up-visit'],
  modes: ['telehealth', 'delivery'],
  topics: ['ketamine', 'ptsd'],
  states: ['FL', 'NJ'],
  offersFree: true,
  showsPrice: false,
  text: 'It is never “a cure”.\nResults are guaranteed\nto vary.',
};

const when = (
  property: Condition['property'],
  operator: Condition['operator'],
  value: string,
): Condition => ({
  property,
  operator,
  value,
});

const cases: [string, boolean, RuleConditions['match'], Condition[]][] = [
  ['no conditions hold for every page', true, 'all', []],
  ['no conditions hold for every page, whichever the match', true, 'any', []],
  ['the site is meant', true, 'all', [when('site', 'is', 'brightpath')]],
  ['another site is meant', false, 'all', [when('site', 'is', 'harbor-therapy')]],
  ['every site but another', true, 'all', [when('site', 'isNot', 'harbor-therapy')]],
  ['the kind is meant', true, 'all', [when('kind', 'is', 'article')]],
  ['another kind is meant', false, 'all', [when('kind', 'is', 'faq')]],
  ['one of its services is meant', true, 'all', [when('service', 'includes', 'follow-up-visit')]],
  ['"is" says of many what "includes" says', true, 'all', [when('service', 'is', 'follow-up-visit')]],
  ['a service that it does not name', false, 'all', [when('service', 'includes', 'consultation')]],
  ['a mode of one of its services', true, 'all', [when('mode', 'is', 'delivery')]],
  ['no service is in a clinic', true, 'all', [when('mode', 'isNot', 'in-clinic')]],
  ['one of its topics', true, 'all', [when('topic', 'includes', 'ptsd')]],
  ['part of a topic is no topic', false, 'all', [when('topic', 'includes', 'keta')]],
  ['a state where the visitor may be', true, 'all', [when('state', 'is', 'NJ')]],
  ['a state written small', true, 'all', [when('state', 'is', ' nj ')]],
  ['a state where the visitor is not', false, 'all', [when('state', 'is', 'NY')]],
  ['nobody is in two states at once', false, 'all', [when('state', 'is', 'NJ'), when('state', 'is', 'FL')]],
  ['a visitor from New Jersey is not in Florida', true, 'all', [when('state', 'isNot', 'FL')]],
  ['an offer is free', true, 'all', [when('offersFree', 'is', 'true')]],
  ['an offer is free, said with a capital', true, 'all', [when('offersFree', 'is', 'True')]],
  ['no offer is free', false, 'all', [when('offersFree', 'is', 'false')]],
  ['no price is shown', true, 'all', [when('showsPrice', 'is', 'false')]],
  ['a price is not shown', true, 'all', [when('showsPrice', 'isNot', 'true')]],
  [
    'a phrase over a line break, in small letters',
    true,
    'all',
    [when('phrase', 'includes', 'Guaranteed to')],
  ],
  ['a phrase in straight quotes', true, 'all', [when('phrase', 'is', '"a cure"')]],
  ['part of a word is no phrase', false, 'all', [when('phrase', 'includes', 'guarantee')]],
  ['a phrase is not used', true, 'all', [when('phrase', 'isNot', 'miracle')]],
  [
    'all conditions, and one does not hold',
    false,
    'all',
    [when('topic', 'is', 'ptsd'), when('kind', 'is', 'faq')],
  ],
  [
    'any condition, and one does not hold',
    true,
    'any',
    [when('topic', 'is', 'ptsd'), when('kind', 'is', 'faq')],
  ],
  ['any condition, and none holds', false, 'any', [when('topic', 'is', 'emdr'), when('kind', 'is', 'faq')]],
];

describe('a rule', () => {
  it.each(cases)('%s: %s', (_name, holds, match, conditions) => {
    expect(heldConditions({ match, conditions }, page) !== null).toBe(holds);
  });

  it('says which conditions made it hold', () => {
    const held = heldConditions(
      {
        match: 'any',
        conditions: [when('kind', 'is', 'faq'), when('topic', 'is', 'ptsd'), when('state', 'is', 'FL')],
      },
      page,
    );
    expect(held).toEqual([when('topic', 'is', 'ptsd'), when('state', 'is', 'FL')]);
  });

  it('with a site condition does not hold for a page on no site', () => {
    const homeless = { ...page, site: undefined };
    expect(
      heldConditions({ match: 'all', conditions: [when('site', 'is', 'undefined')] }, homeless),
    ).toBeNull();
  });
});

const words = [
  'brightpath',
  'article',
  'faq',
  'ptsd',
  'telehealth',
  'FL',
  'NJ',
  'NY',
  'true',
  'false',
  'guaranteed',
];
const conditions = fc.array(
  fc.record({
    property: fc.constantFrom<Condition['property']>(
      ...([
        'site',
        'service',
        'mode',
        'state',
        'topic',
        'kind',
        'offersFree',
        'showsPrice',
        'phrase',
      ] as const),
    ),
    operator: fc.constantFrom<Condition['operator']>('is', 'isNot', 'includes'),
    value: fc.constantFrom(...words),
  }),
  { maxLength: 5 },
);
const rules = fc.record({ match: fc.constantFrom<RuleConditions['match']>('all', 'any'), conditions });
const states = fc.uniqueArray(fc.constantFrom('FL', 'NJ', 'NY', 'CA'), { minLength: 1 });

describe('the laws of rules', () => {
  it('a visitor from anywhere is told what visitors of each state are told, and nothing else', () => {
    fc.assert(
      fc.property(rules, states, (rule, visited) => {
        const each = visited.map((state) => heldConditions(rule, { ...page, states: [state] }));
        const anywhere = heldConditions(rule, { ...page, states: visited });
        expect(anywhere !== null).toBe(each.some((held) => held !== null));
        const ofEach = each.flatMap((held) => (held ?? []).map((condition) => JSON.stringify(condition)));
        const ofAnywhere = (anywhere ?? []).map((condition) => JSON.stringify(condition));
        expect(new Set(ofAnywhere)).toEqual(new Set(ofEach));
      }),
    );
  });

  it('what holds for all conditions holds for any of them', () => {
    fc.assert(
      fc.property(conditions, (list) => {
        const all = heldConditions({ match: 'all', conditions: list }, page);
        if (all !== null) expect(heldConditions({ match: 'any', conditions: list }, page)).not.toBeNull();
      }),
    );
  });

  it('for one visitor, "is not" is the opposite of "is"', () => {
    fc.assert(
      fc.property(
        conditions.filter(({ length }) => length > 0),
        ([condition]) => {
          const only = { ...page, states: ['FL'] };
          const ask = (operator: Condition['operator']) =>
            heldConditions({ match: 'all', conditions: [{ ...(condition as Condition), operator }] }, only);
          expect(ask('is') !== null).toBe(ask('isNot') === null);
          expect(ask('is') !== null).toBe(ask('includes') !== null);
        },
      ),
    );
  });
});
