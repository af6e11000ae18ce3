/** The desk of availability as its callers use it, and every public page as readers see it. */
import { expect } from '@jest/globals';
import request, { type Test } from 'supertest';
import type {
  AppliedAnswer,
  ChangesBody,
  GridAnswer,
  GridCell,
  PreviewAnswer,
} from '../../src/availability-desk/answers.js';
import type { House } from './house.js';

const base = '/api/availability-desk';

/** What somebody with these credentials does at the desk. Bodies are JSON, texts are CSV. */
export function deskOf({ app }: House, authorization: string) {
  const signed = (test: Test) => test.set('Authorization', authorization);
  const send = (path: string, body: ChangesBody | string) => {
    const test = signed(request(app).post(`${base}/${path}`));
    return typeof body === 'string' ? test.set('Content-Type', 'text/csv').send(body) : test.send(body);
  };
  const desk = {
    get: (path: string) => signed(request(app).get(`${base}/${path}`)),
    preview: (body: ChangesBody | string) => send('changes?preview=true', body),
    apply: (body: ChangesBody | string, token: string | null) => send(`changes?token=${token}`, body),
    async grid(query = ''): Promise<GridAnswer> {
      return (await desk.get(`grid${query}`).expect(200)).body;
    },
    async cell(service: string, state: string, query = ''): Promise<GridCell | undefined> {
      return (await desk.grid(query)).cells.find((cell) => cell.service === service && cell.state === state);
    },
    async csv(query = ''): Promise<string> {
      return (await desk.get(`export.csv${query}`).expect(200)).text;
    },
    async previewed(body: ChangesBody | string): Promise<PreviewAnswer> {
      return (await desk.preview(body).expect(200)).body;
    },
    /** Previews, applies, and answers both. */
    async done(body: ChangesBody | string): Promise<{ preview: PreviewAnswer; applied: AppliedAnswer }> {
      const preview = await desk.previewed(body);
      expect(preview.problems).toEqual([]);
      const { body: applied } = await desk.apply(body, preview.token).expect(200);
      return { preview, applied };
    },
  };
  return desk;
}

export type DeskCaller = ReturnType<typeof deskOf>;

export interface SeenPage {
  revision: string;
  title: string;
}

/** Every public page of every site in every language, by `site locale path`. */
export async function everyPage({ stranger }: House): Promise<Map<string, SeenPage>> {
  const pages = new Map<string, SeenPage>();
  for (const site of ['harbor-therapy', 'brightpath']) {
    for (const locale of ['en', 'es']) {
      for (const kind of ['articles', 'faqs', 'misconceptions']) {
        const query = `site=${site}&locale=${locale}&limit=100`;
        const { body } = await stranger.get(`/api/${kind}?${query}`).expect(200);
        for (const { href } of body.docs) {
          const path = new URL(href, 'http://api.invalid').pathname.replace(`/api/pages/${site}`, '');
          const page = await stranger.get(`/api/pages/${site}${path}?locale=${locale}`).expect(200);
          const { revision } = page.body;
          pages.set(`${site} ${locale} ${path}`, { revision, title: page.body.page.title });
        }
      }
    }
  }
  return pages;
}
