// What a value shows inside of the editor: which service it speaks of, and of a price the words themselves.
import type { LexicalInlineBlockLabelServerProps } from '@payloadcms/richtext-lexical';
import { idOf } from '../../../../collections/blocks/fieldValues.js';
import { priceWords } from '../../../pages/values/priceWords.js';

type Props = LexicalInlineBlockLabelServerProps & {
  /** Which value it is, for people: “Price”. */
  kind: string;
  /** True when the words are those of the service's price. */
  isPrice: boolean;
};

/** The service as the person may see it, drafts included; undefined when nothing is chosen yet. */
async function serviceOf({ data, payload, req }: Props) {
  const id = idOf(data?.service);
  if (id === undefined) return undefined;
  const found = await payload.findByID({
    ...{ collection: 'services', depth: 0, disableErrors: true, draft: true, id, overrideAccess: false, req },
  });
  return found ?? undefined;
}

export async function ValueLabel(props: Props) {
  const { data, isPrice, kind, req } = props;
  const service = await serviceOf(props);
  if (!service) return <span>{kind}</span>;
  const locale = req.locale === 'es' ? 'es' : 'en';
  const words = isPrice ? priceWords(service.price, { locale, wording: String(data?.wording) }) : undefined;
  const shown = isPrice ? (words ?? 'no price is stored') : '';
  return <span>{[kind, service.name, shown].filter(Boolean).join(' · ')}</span>;
}
