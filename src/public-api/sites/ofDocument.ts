/** Parameters by which a caller says that Payload's document of a site is wanted as it is stored, and nothing with it. */
export const ofDocument = ['depth', 'select', 'site', 'fallback-locale'] as const;

/** Whether one of them is given, `select[name]` among them. */
export const asksForDocument = (search: URLSearchParams): boolean =>
  [...search.keys()].some((name) => ofDocument.some((each) => name === each || name.startsWith(`${each}[`)));
