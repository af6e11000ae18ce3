// Something to do by oneself, such as box breathing: a name, the time it takes, steps to follow.
import type { ArticleBlock, BlockFields, BlockRender } from './articleBlock.js';
import { escapeHtml, isRecord, paragraphs, rowsOf, saysSomething, textOf } from './fieldValues.js';
import { titleHtml } from './titleHtml.js';

const LONGEST = 600;

const isMinutes = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= LONGEST;

/** "5 minutes", "5 minutos"; empty when no time is given. */
function timeOf({ minutes }: BlockFields, { locale }: BlockRender): string {
  if (!isMinutes(minutes)) return '';
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(
    minutes,
  );
}

/** Lines after the first stand as far in as the words after the number. */
function stepText(row: BlockFields, index: number, render: BlockRender): string {
  const mark = `${index + 1}. `;
  return mark + render.rich(row.body).replace(/\n(?!\n|$)/g, `\n${' '.repeat(mark.length)}`);
}

export const exercise: ArticleBlock = {
  slug: 'exercise',
  interfaceName: 'ExerciseBlock',
  labels: { singular: 'Exercise', plural: 'Exercises' },
  small: true,
  fields: ({ item }) => [
    {
      name: 'name',
      type: 'text',
      required: true,
      label: 'Name',
      admin: { description: 'Such as "Box breathing".' },
    },
    {
      name: 'minutes',
      type: 'number',
      label: 'Minutes',
      validate: (value: unknown) =>
        value === null || value === undefined || isMinutes(value) || `A whole number from 1 to ${LONGEST}.`,
      admin: { description: 'How long it takes. Optional.' },
    },
    {
      name: 'intro',
      type: 'richText',
      label: 'What it is for',
      editor: item(),
      admin: { description: 'Stands above the steps. Optional.' },
    },
    {
      name: 'steps',
      type: 'array',
      label: 'Steps, in order',
      labels: { singular: 'Step', plural: 'Steps' },
      minRows: 1,
      required: true,
      admin: { description: 'Numbers are added by themselves.' },
      fields: [{ name: 'body', type: 'richText', required: true, label: 'Text', editor: item() }],
    },
  ],
  markdown: {
    name: 'exercise',
    kind: 'container',
    attributes: ['minutes'],
    hasLabel: true,
    read: (source) => {
      const { attributes, fail, label } = source;
      if (!label) return fail('an exercise needs a [name]');
      const minutes = attributes.minutes === undefined ? undefined : Number(attributes.minutes);
      if (minutes !== undefined && !isMinutes(minutes)) {
        fail(`minutes is a whole number from 1 to ${LONGEST}, not "${attributes.minutes}"`);
      }
      const { items, lead } = source.items('number');
      const rows = items.map(({ body, line }) => {
        if (!body) fail('a step without words', line);
        return { id: source.rowId(), body };
      });
      return { name: label, ...(minutes ? { minutes } : {}), ...(lead ? { intro: lead } : {}), steps: rows };
    },
    write: (fields) => ({
      ...(isMinutes(fields.minutes) ? { attributes: { minutes: String(fields.minutes) } } : {}),
      label: textOf(fields, 'name'),
      ...(isRecord(fields.intro) && saysSomething(fields.intro) ? { body: fields.intro } : {}),
      items: { kind: 'number', bodies: rowsOf(fields, 'steps').map(({ body }) => body) },
    }),
  },
  html: (fields, render) => {
    const time = timeOf(fields, render);
    const intro = saysSomething(fields.intro)
      ? `<div class="fr-exercise-intro">${render.below(fields.intro)}</div>`
      : '';
    const steps = rowsOf(fields, 'steps').map(
      (row) => `<li class="fr-exercise-step">${render.below(row.body)}</li>`,
    );
    return (
      `<div class="fr-exercise">${titleHtml('fr-exercise-name', textOf(fields, 'name'), render)}` +
      `${time ? `<p class="fr-exercise-time">${escapeHtml(time)}</p>` : ''}${intro}` +
      `<ol class="fr-exercise-steps">${steps.join('')}</ol></div>`
    );
  },
  text: (fields, render) => {
    const time = timeOf(fields, render);
    const steps = rowsOf(fields, 'steps').map((row, index) => stepText(row, index, render));
    const title = time ? `${textOf(fields, 'name')} (${time})` : textOf(fields, 'name');
    return paragraphs(title, render.rich(fields.intro), steps.join('\n'));
  },
};
