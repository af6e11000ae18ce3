/** Puts the desk of values into Payload's configuration. The editing door has turned strangers away before. */
import type { Config, Endpoint, PayloadRequest, Plugin } from 'payload';
import { isRecord } from '../../collections/blocks/fieldValues.js';
import { defaultLocale, locales } from '../../collections/locales.js';
import { bodyText, readJsonObject } from '../editingRequests.js';
import { AppError } from '../errors.js';
import { sayValue } from './sayValue.js';

const refused = (message: string, path: string) => new AppError('validation_failed', 400, message, path);

function localeIn({ locale = defaultLocale }: Record<string, unknown>) {
  const found = locales.find((each) => each === locale);
  if (!found) throw refused(`locale is one of ${locales.join(', ')}.`, 'locale');
  return found;
}

async function answerWords(req: PayloadRequest): Promise<Response> {
  const body = readJsonObject(await bodyText(req));
  const { value } = body;
  if (!isRecord(value)) throw refused('value is an object: a value of rich text.', 'value');
  const asked = { value, locale: localeIn(body), at: new Date().toISOString() };
  return Response.json(await sayValue(req.payload, asked));
}

const endpoints: Endpoint[] = [{ path: '/values-desk/words', method: 'post', handler: answerWords }];

/** A Payload plugin. */
export const valuesDeskPlugin: Plugin = (config: Config): Config => ({
  ...config,
  endpoints: [...(config.endpoints ?? []), ...endpoints],
});
