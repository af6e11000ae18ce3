/** Words as they begin a sentence: “Starting at $250/month”. */
export function withCapital(words: string): string {
  const [first = ''] = words;
  return first.toLocaleUpperCase() + words.slice(first.length);
}
