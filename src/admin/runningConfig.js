// The admin shows the configuration of the server that runs it: server.ts leaves it on globalThis before Next starts.
// So there is one copy of the collections in the process, and Next is not rebuilt when they change.

const key = Symbol.for('forthright.config');

function takeConfig() {
  const config = globalThis[key];
  if (!config) throw new Error('The admin is shown by the Forthright server (npm start), not by Next alone.');
  return Promise.resolve(config);
}

/** @type {Promise<import('payload').SanitizedConfig>} Asked for when awaited: `next build` has no server and needs none. */
export const runningConfig = /** @type {any} */ ({
  // biome-ignore lint/suspicious/noThenProperty: this is meant to be awaited, lazily
  then: (resolve, reject) => new Promise((ok) => ok(takeConfig())).then(resolve, reject),
});
