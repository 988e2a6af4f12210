// Requests to the arrays, as any tool sends them.
import type { SimulatedArray } from '../simulator/server/simulator.js';

/** What came back: an answer, or why there was none. */
export type Reply = { status: number; body: unknown } | { lost: string };

export interface Calls {
  get(array: SimulatedArray, path: string): Promise<Reply>;
  post(array: SimulatedArray, path: string, body: object | undefined, method?: 'POST' | 'PATCH'): Promise<Reply>;
  close(): Promise<void>;
}

/** The longest wait for an answer. An array answers an action when it has ended. */
const answerTimeoutMs = 60_000;

export async function createCalls(signal: AbortSignal | undefined): Promise<Calls> {
  // Loaded where a scenario is played: it takes its time.
  const { Agent, request } = await import('undici');
  const agent = new Agent({
    headersTimeout: answerTimeoutMs,
    bodyTimeout: answerTimeoutMs,
    // The arrays are in this process, with a certificate that may be somebody's own for another name.
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
      return { lost: (error as Error).message };
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
