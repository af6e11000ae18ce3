/** What keeps people who cannot see, or use no mouse, from working with a page: axe looks at it in the browser. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface Runner {
  run(context: object): Promise<{
    violations: { id: string; impact: string | null; nodes: { html: string; target: unknown[] }[] }[];
  }>;
}

/** Everything that axe calls serious or critical, inside of `selector`; the whole page by default. */
export async function seriousBarriers(page: Page, selector = 'html'): Promise<string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async (include) => {
    const { run } = (window as unknown as { axe: Runner }).axe;
    const { violations } = await run({ include: [[include]] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ html, target }) => `${id}: ${target.join(' ')} ${html.slice(0, 160)}`),
      );
  }, selector);
}
