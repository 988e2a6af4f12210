// Requests of a scenario to the arrays, over HTTP like those of any tool.
import type { SimulatedArray } from '../simulator/server/simulator.js';

/** An answer, or the reason why there was none. */
export type Reply = { status: number; body: unknown } | { noAnswer: string };

export interface Calls {
  get(array: SimulatedArray, path: string): Promise<Reply>;
  post(array: SimulatedArray, path: string, body: object | undefined, method?: 'POST' | 'PATCH'): Promise<Reply>;
  close(): Promise<void>;
}

/** The longest wait for an answer. An array answers an action when it has ended. */
const answerTimeoutMs = 60_000;

export async function createCalls(signal: AbortSignal | undefined): Promise<Calls> {
  // Slow to load, so load it only to play a scenario.
  const { Agent, request } = await import('undici');
  const agent = new Agent({
    headersTimeout: answerTimeoutMs,
    bodyTimeout: answerTimeoutMs,
    // The arrays are in this process, and the user may have given a certificate for another host name.
    connect: { rejectUnauthorized: false },
  });

  async function send(
    { url, username, password }: SimulatedArray,
    path: string,
    method: 'GET' | 'POST' | 'PATCH',
    body: object | undefined,
  ): Promise<Reply> {
    const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    try {
      const { statusCode, body: answer } = await request(`${url}/api/rest${path}`, {
        method,
        headers: { authorization, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
        ...(signal && { signal }),
        dispatcher: agent,
      });
      const text = await answer.text();
      return { status: statusCode, body: text === '' ? undefined : JSON.parse(text) };
    } catch (error) {
      signal?.throwIfAborted();
      return { noAnswer: (error as Error).message };
    }
  }

  return {
    get: (array, path) => send(array, path, 'GET', undefined),
    post: (array, path, body, method = 'POST') => send(array, path, method, body),
    close: () => agent.destroy(),
  };
}

/** The first message of an error, with its code. */
export function problemOf(body: unknown): string {
  const { messages = [] } = (body ?? {}) as { messages?: { code?: string; message_l10n?: string }[] };
  return messages.map(({ code, message_l10n: text }) => `${text ?? ''}${code ? ` (${code})` : ''}`).join('; ');
}
