// The ETag of a document that a signed-in caller reads or writes: its updatedAt, which If-Match accepts.

interface Answered {
  doc?: unknown;
  updatedAt?: unknown;
}

function updatedAtIn(text: string): string | null {
  try {
    const body = JSON.parse(text) as Answered | null;
    const { updatedAt } = (body?.doc ?? body ?? {}) as Answered;
    return typeof updatedAt === 'string' ? updatedAt : null;
  } catch {
    return null;
  }
}

/** True for addresses of one document, and of a collection into which one is written. */
function isOfOneDocument(method: string, [, second, ...rest]: readonly string[]): boolean {
  if (second === undefined) return method === 'POST';
  if (rest.length === 0) return ['GET', 'HEAD', 'PATCH'].includes(method) && second !== 'versions';
  // a copy, and a version brought back
  return method === 'POST' && rest.length === 1 && (rest[0] === 'duplicate' || second === 'versions');
}

/**
 * The answer, with an `ETag` when it holds one document and says when that was saved. It names the state of the document in
 * every language and at every depth, not the bytes of the answer.
 */
export async function withDocumentEtag(
  answer: Response,
  method: string,
  segments: readonly string[],
): Promise<Response> {
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
  if (!answer.ok || !isJson || !isOfOneDocument(method, segments)) return answer;
  const text = await answer.text();
  const headers = new Headers(answer.headers);
  const updatedAt = updatedAtIn(text);
  if (updatedAt !== null) headers.set('etag', `"${updatedAt}"`);
  return new Response(text, { headers, status: answer.status });
}
