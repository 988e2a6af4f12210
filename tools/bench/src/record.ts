// The answers that a bare server repeats.
import type { Answer } from './servers/bare.js';

/** Path and query, by which a bare server finds an answer. */
export function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

export const record = async (answer: Response): Promise<Answer> => ({
  status: answer.status,
  // Node adds these headers by itself, there as well.
  headers: Object.fromEntries([...answer.headers].filter(([name]) => !/^(date|connection|keep-alive)$/.test(name))),
  body: await answer.text(),
});
