// What the tests ask a mock with: a request, and its answer read to the end.
import type { MockServer } from '../src/index.js';

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  json: unknown;
}

/** A mock, or one of two simulated arrays. */
export type Asked = Pick<MockServer, 'url' | 'username' | 'password'>;

export const basic = ({ username, password }: Pick<Asked, 'username' | 'password'>): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

/** Sends one request below `/api/rest`, with Basic unless other headers say who asks. */
export async function ask(mock: Asked, target: string, init: RequestInit = {}): Promise<Reply> {
  const headers = new Headers(init.headers);
  if (!headers.has('authorization') && !headers.has('cookie')) headers.set('authorization', basic(mock));
  return askAs(mock, target, { ...init, headers });
}

/** Sends one request below `/api/rest` just as it is. */
export async function askAs(mock: Asked, target: string, init: RequestInit = {}): Promise<Reply> {
  const response = await fetch(`${mock.url}/api/rest${target}`, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: text === '' ? undefined : JSON.parse(text) };
}

export const post = (body: string, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body,
  headers: { 'content-type': 'application/json', ...headers },
});

/** The first message of an error in PowerStore's shape; fails where the answer has another shape. */
export function messageOf({ json }: Reply): { code?: string; severity: string; message_l10n: string } {
  const { messages } = json as { messages: { code?: string; severity: string; message_l10n: string }[] };
  const [message] = messages;
  if (!message || typeof message.message_l10n !== 'string')
    throw new Error(`no PowerStore error: ${JSON.stringify(json)}`);
  return message;
}
