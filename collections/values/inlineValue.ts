// What a value is: something kept once in a service's records and said inside of a sentence, in a wording of choice.
// Its fields, its Markdown form and its words stand together in one object per file. As with blocks: types and plain data only.
import type { Block, Field } from 'payload';
import type { BlockFields, BlockReference } from '../blocks/articleBlock.js';
import { marksField } from './marks.js';

/** What of a service's availability is counted. */
export interface Counted {
  of: string;
  service: unknown;
  /** A USPS abbreviation: counties of this state only. */
  state: string | undefined;
  wording: string;
}

/** What a value needs to say itself; each gives undefined where there is nothing to say. */
export interface ValueRender {
  price: (service: unknown, wording: string) => string | undefined;
  availability: (service: unknown, wording: string) => string | undefined;
  count: (counted: Counted) => string | undefined;
}

/** Refuses a value in Markdown: the message says what is wrong, the line is added. */
export type FailValue = (message: string) => never;

export interface InlineValue {
  /** As it stands in the database. */
  slug: string;
  /** In Markdown: `price` in `:price{service=…}`; also part of its class name. */
  name: string;
  interfaceName: string;
  labels: { singular: string; plural: string };
  reference: BlockReference;
  /** The wordings, by the name that is stored, each with an example; the first is the usual one. */
  wordings: Readonly<Record<string, string>>;
  /** Fields beside service, wording and look. */
  more: () => Field[];
  /** Attributes in Markdown beside `service` and `as`. */
  attributes: readonly string[];
  /** The fields of `more`, from those attributes. */
  read: (attributes: Readonly<Record<string, string>>, fail: FailValue) => BlockFields;
  write: (fields: BlockFields) => Record<string, string>;
  words: (fields: BlockFields, render: ValueRender) => string | undefined;
}

/** Every value so far belongs to a service. */
export const serviceReference: BlockReference = {
  attribute: 'service',
  field: 'service',
  collection: 'services',
};

/** The stored wording; the usual one where it is not known. */
export function wordingOf({ wordings }: Pick<InlineValue, 'wordings'>, fields: BlockFields): string {
  const { wording } = fields;
  const known = typeof wording === 'string' && Object.hasOwn(wordings, wording);
  return known ? wording : (Object.keys(wordings)[0] ?? '');
}

const components = '/src/admin/components/values';

/** The value as Payload wants it: a block that stands inside of a line. */
export function payloadValue(value: InlineValue): Block {
  const { interfaceName, labels, slug, wordings } = value;
  const said = { kind: labels.singular, slug };
  return {
    ...{ slug, interfaceName, labels },
    admin: {
      components: {
        Label: { path: `${components}/ValueLabel.tsx#ValueLabel`, clientProps: said },
      },
    },
    fields: [
      { name: 'service', type: 'relationship', relationTo: 'services', required: true, label: 'Service' },
      ...value.more(),
      {
        name: 'wording',
        type: 'select',
        required: true,
        defaultValue: Object.keys(wordings)[0],
        label: 'Wording',
        options: Object.entries(wordings).map(([name, label]) => ({ value: name, label })),
        admin: {
          description:
            'Only the wording is chosen here. At the start of a sentence it begins with a capital.',
        },
      },
      marksField(),
      {
        name: 'reads',
        type: 'ui',
        admin: {
          components: { Field: { path: `${components}/ValueReads.tsx#ValueReads`, clientProps: said } },
        },
      },
    ],
  };
}
