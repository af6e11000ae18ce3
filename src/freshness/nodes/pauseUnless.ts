/** Resolves after `ms`, or when what it handed to `early` is called. */
export function pauseUnless(ms: number, early?: (done: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    early?.(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
