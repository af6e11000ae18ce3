import { rmSync } from 'node:fs';

export default function globalTeardown() {
  rmSync(process.env.TEST_TEMPLATE_DIR, { recursive: true, force: true });
}
