/** One who asks the server over HTTP, through each of its doors, and notes how long an answer took. */

export interface Answer {
  status: number;
  ok: boolean;
  body: Body;
}

// biome-ignore lint/suspicious/noExplicitAny: answers of any shape are looked into
export type Body = any;

/** How a request is put. */
export interface Asked {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  body?: object;
  /** As the admin sends it: a form with the document as JSON in `_payload`, and a file beside it. */
  isForm?: boolean;
  file?: Blob;
}

export interface Latency {
  what: string;
  ms: number;
  status: number;
}

export interface Caller {
  /** As records name them. */
  label: string;
  /** The answer; null when the server went away before it came. */
  ask(what: string, asked: Asked): Promise<Answer | null>;
}

function contentOf({ body, file, isForm }: Asked): Pick<RequestInit, 'body' | 'headers'> {
  if (!body) return {};
  if (!isForm) return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const form = new FormData();
  form.set('_payload', JSON.stringify(body));
  if (file) form.set('file', file, `${crypto.randomUUID()}.png`);
  return { body: form };
}

/** A mutation answers 200 even when it was refused. */
function isRefusedMutation(path: string, body: Body): boolean {
  return path === '/api/graphql' && Array.isArray(body?.errors) && body.errors.length > 0;
}

const statusOf = (body: Body) => Number(body.errors[0]?.extensions?.statusCode ?? 400);

export function createCaller(
  url: string,
  who: { label: string; authorization: string },
  latencies: Latency[],
): Caller {
  async function send(asked: Asked): Promise<Answer | null> {
    const { body, headers } = contentOf(asked);
    try {
      const response = await fetch(`${url}${asked.path}`, {
        ...{ body, method: asked.method, redirect: 'manual' },
        headers: { ...headers, ...(who.authorization ? { authorization: who.authorization } : {}) },
      });
      const text = await response.text();
      const read = text.startsWith('{') ? JSON.parse(text) : text;
      if (isRefusedMutation(asked.path, read)) return { body: read, ok: false, status: statusOf(read) };
      return { body: read, ok: response.ok, status: response.status };
    } catch (error) {
      // what fetch throws when the connection breaks; Jest has a TypeError of its own
      if ((error as Error).name === 'TypeError') return null;
      throw error;
    }
  }
  return {
    label: who.label,
    ask: async (what, asked) => {
      const begun = performance.now();
      const answer = await send(asked);
      if (answer) latencies.push({ what, ms: performance.now() - begun, status: answer.status });
      return answer;
    },
  };
}
