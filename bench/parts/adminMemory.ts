/** Memory of a server that shows the admin, too: after a day of reading, and some of editing. */
import { AdminReader, adminPages } from '../asking/admin.js';
import { onTheWire } from '../asking/ask.js';
import { knownArticles, pagePath } from '../asking/questions.js';
import type { Bench } from '../bench.js';
import { type Memory, memoryOf } from '../machine/memory.js';
import { startHouse, unlimited } from '../subjects/house.js';

/** In megabytes. */
export async function adminMemory({ loader, options }: Bench, folder: string, ids: readonly string[]) {
  const house = await startHouse(folder, { ...unlimited, ADMIN_UI: 'true' });
  try {
    const admin = await AdminReader.signIn(house.port);
    for (let turn = 0; turn < 3; turn += 1) for (const path of adminPages(ids)) await admin.show(path);
    const { paged } = await knownArticles(house.port, 1_000);
    const requests = paged.map((slug) => onTheWire({ path: pagePath(slug), port: house.port }));
    await loader.run({
      connections: 10,
      ms: options.fillMs / 2, // pages only: there are fewer to come round
      port: house.port,
      requests,
      statuses: [200],
    });
    const { most, now }: Memory = memoryOf(house.pid);
    return { filled: now, most };
  } finally {
    await house.stop();
  }
}
