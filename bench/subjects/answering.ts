/** What a bare server is told to answer, whatever it is asked. */
export interface BareAnswer {
  status: number;
  /** Name and value in turn. */
  headers: string[];
  /** In base64. */
  body: string;
}

export type ToBare = { answer: BareAnswer };
export type FromBare = { port: number };

/** What the server's own HTTP writes anew in each answer. */
const ofTheConnection = new Set(['connection', 'date', 'keep-alive', 'transfer-encoding']);

/** Headers as they came, without those that a server adds by itself. */
export function withoutOwn(rawHeaders: readonly string[]): string[] {
  return rawHeaders.flatMap((name, index) => {
    if (index % 2 === 1 || ofTheConnection.has(name.toLowerCase())) return [];
    return [name, rawHeaders[index + 1] as string];
  });
}
