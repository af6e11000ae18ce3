/** The admin, as a browser of somebody signed in asks for its pages. */
import { ask } from './ask.js';
import { administrator } from './editor.js';

export class AdminReader {
  private constructor(
    private readonly port: number,
    private readonly cookie: string,
  ) {}

  static async signIn(port: number): Promise<AdminReader> {
    const { headers, status } = await ask({
      ...{ port, method: 'POST', path: '/api/users/login', body: JSON.stringify(administrator) },
      headers: { 'content-type': 'application/json' },
    });
    const [cookie] = [headers['set-cookie'] ?? []].flat();
    if (status !== 200 || cookie === undefined) throw new Error(`The admin's sign-in answers ${status}.`);
    return new AdminReader(port, cookie.split(';', 1)[0] as string);
  }

  /** Milliseconds that a page took. Throws when it is not shown. */
  async show(path: string): Promise<number> {
    const headers = { accept: 'text/html', cookie: this.cookie };
    const { begunAt, endedAt, status } = await ask({ headers, path, port: this.port });
    if (status !== 200) throw new Error(`${path} answers ${status}.`);
    return endedAt - begunAt;
  }
}

/** Pages that editors look at most. */
export const adminPages = (ids: readonly string[]): string[] => [
  '/admin',
  '/admin/collections/articles',
  ...ids.slice(0, 5).map((id) => `/admin/collections/articles/${id}`),
  '/admin/collections/faqs',
];
