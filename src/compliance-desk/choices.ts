/** The values that conditions can have, for the form of a rule. */
import type { PayloadRequest } from 'payload';
import { type Choice, conditionProperties, type ValueForm } from '../compliance/conditionProperties.js';
import type { ChoicesAnswer } from './answers.js';

async function choicesOf(req: PayloadRequest, values: ValueForm): Promise<Choice[] | null> {
  if ('choices' in values) return [...values.choices];
  if ('words' in values) return null;
  const title = values.slugsOf === 'topics' ? 'title' : 'name';
  const { docs } = await req.payload.find({
    ...{ collection: values.slugsOf, depth: 0, overrideAccess: false, pagination: false, req },
    ...{ draft: true, sort: 'slug' },
  });
  return docs.map((doc) => {
    const label = (doc as unknown as Record<string, unknown>)[title];
    return { value: doc.slug, label: typeof label === 'string' && label ? label : doc.slug };
  });
}

/** With the rights of whoever sent `req`, which is one of the house. Three queries. */
export async function conditionChoices(req: PayloadRequest): Promise<ChoicesAnswer> {
  const entries = Object.entries(conditionProperties).map(
    async ([property, { values }]) => [property, await choicesOf(req, values)] as const,
  );
  return Object.fromEntries(await Promise.all(entries)) as ChoicesAnswer;
}
