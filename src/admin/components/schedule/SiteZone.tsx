'use client';
// Shows nothing. Lets Payload's drawer for scheduling begin with the time zone of the document's site, and offer it.
import { useConfig, useDocumentInfo } from '@payloadcms/ui';
import { useEffect, useState } from 'react';

type Config = ReturnType<typeof useConfig>['config'];

/** What the drawer offers before any site is known; the configuration of the page, which each page brings anew. */
let usualZone: string | undefined;

function withZone(config: Config, zone: string): Config {
  const { supportedTimezones } = config.admin.timezones;
  const isOffered = supportedTimezones.some(({ value }) => value === zone);
  const offered = isOffered
    ? supportedTimezones
    : [{ label: zone.replaceAll('_', ' '), value: zone }, ...supportedTimezones];
  const timezones = { ...config.admin.timezones, defaultTimezone: zone, supportedTimezones: offered };
  return { ...config, admin: { ...config.admin, timezones } };
}

export function SiteZone() {
  const { config, setConfig } = useConfig();
  const { collectionSlug, id, lastUpdateTime } = useDocumentInfo();
  const [zone, setZone] = useState<string | null>(null);
  const { defaultTimezone } = config.admin.timezones;
  usualZone ??= defaultTimezone;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a save may have moved the document to another site
  useEffect(() => {
    const controller = new AbortController();
    setZone(null);
    if (!id || !collectionSlug) return;
    fetch(`${config.routes.api}/schedule/zone?collection=${collectionSlug}&documentId=${id}`, {
      credentials: 'same-origin',
      signal: controller.signal,
    })
      .then(async (answer) => (answer.ok ? setZone((await answer.json()).timeZone) : undefined))
      .catch(() => undefined); // the drawer then begins with the usual zone
    return () => controller.abort();
  }, [collectionSlug, config.routes.api, id, lastUpdateTime]);

  useEffect(() => {
    const wanted = zone ?? usualZone;
    if (wanted && wanted !== defaultTimezone) setConfig(withZone(config, wanted));
  }, [config, defaultTimezone, setConfig, zone]);
  return null;
}
