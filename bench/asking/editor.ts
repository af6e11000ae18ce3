/** Somebody signed in, who writes as editors do. */
import { Agent } from 'node:http';
import { type Answered, ask, askJson } from './ask.js';

export const administrator = { email: 'bench@example.org', password: 'a long enough password' };

export class Editor {
  private readonly agent = new Agent({ keepAlive: true });

  private constructor(
    private readonly port: number,
    private readonly token: string,
  ) {}

  static async signIn(port: number): Promise<Editor> {
    const { token } = await askJson<{ token: string }>({
      ...{ port, method: 'POST', path: '/api/users/login', body: JSON.stringify(administrator) },
      headers: { 'content-type': 'application/json' },
    });
    return new Editor(port, token);
  }

  get headers(): Record<string, string> {
    return { authorization: `JWT ${this.token}`, 'content-type': 'application/json' };
  }

  /** Sends a change, published at once. Throws unless it was done. */
  async publish(path: string, data: Record<string, unknown>): Promise<Answered> {
    const answer = await ask({
      ...{ agent: this.agent, headers: this.headers, method: 'PATCH', path, port: this.port },
      body: JSON.stringify({ ...data, _status: 'published' }),
    });
    if (answer.status !== 200)
      throw new Error(`PATCH ${path.slice(0, 80)}: ${answer.status} ${answer.body.toString().slice(0, 500)}`);
    return answer;
  }

  leave(): void {
    this.agent.destroy();
  }
}
