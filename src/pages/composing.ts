/** What the parts of an answer are made from: the loaded documents, the moment, and the body as it may be shown. */
import type { RenderContext } from './formats/context.js';
import type { LoadedPage } from './loadPage.js';

export interface Composing {
  loaded: LoadedPage;
  /** ISO 8601. */
  at: string;
  context: RenderContext;
  body: unknown;
}
