// Sends requests to an array, and reads each answer to its end.
import type { IncomingHttpHeaders } from 'node:http';
import type { ErrorMessage } from '@powerstore-api/types';
import { Agent } from 'undici';
import type { MockServer } from '../../src/index.js';

/** A mock, or one of two simulated arrays. */
export type TestedArray = Pick<MockServer, 'url' | 'username' | 'password'>;

export interface Init {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface Reply {
  status: number;
  readonly headers: Headers;
  text: string;
  json: unknown;
}

export const basic = ({ username, password }: Pick<TestedArray, 'username' | 'password'>): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

/** Sends one request below `/api/rest`, with Basic unless the headers hold another login. */
export const ask = (mock: TestedArray, target: string, { headers, ...init }: Init = {}): Promise<Reply> =>
  askAs(mock, target, { ...init, headers: headers?.['cookie'] ? headers : { authorization: basic(mock), ...headers } });

/** Sends one request below `/api/rest` just as it is. */
export const askAs = ({ url }: { url: string }, target: string, init: Init = {}): Promise<Reply> =>
  exchange(`${url}/api/rest${target}`, init);

/** However slow the machine is, it gives nothing up. */
const agent = new Agent({ connectTimeout: 0, headersTimeout: 0, bodyTimeout: 0 });

/**
 * Sends one request just as it is. There are tens of thousands of them: `fetch` would do, and take more processor time than
 * the array that answers.
 */
export async function exchange(url: string, init: Init = {}): Promise<Reply> {
  const { status, headers, text } = await answerTo(url, init);
  return {
    status,
    get headers() {
      return headersOf(headers);
    },
    text,
    json: text === '' ? undefined : JSON.parse(text),
  };
}

interface Received {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

const answerTo = (url: string, { method = 'GET', headers = {}, body }: Init): Promise<Received> =>
  new Promise((resolve, reject) => {
    const { origin, pathname, search } = new URL(url);
    const received: Received = { status: 0, headers: {}, text: '' };
    const chunks: Buffer[] = [];
    agent.dispatch(
      { origin, path: `${pathname}${search}`, method, headers, body: body ?? null },
      {
        // Without it the methods of older releases would be called.
        onRequestStart() {},
        onResponseStart(_controller, status, all) {
          Object.assign(received, { status, headers: all });
        },
        onResponseData: (_controller, chunk) => void chunks.push(chunk),
        onResponseEnd: () => resolve({ ...received, text: Buffer.concat(chunks).toString() }),
        onResponseError: (_controller, error) => reject(error),
      },
    );
  });

function headersOf(received: IncomingHttpHeaders): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(received))
    for (const value of [values].flat()) headers.append(name, value);
  return headers;
}

export const post = (body: string, headers: Record<string, string> = {}): Init => ({
  method: 'POST',
  body,
  headers: { 'content-type': 'application/json', ...headers },
});

/** The first message of an error in PowerStore's shape; fails where the answer has another shape. */
export function messageOf({ json }: Reply): ErrorMessage & { message_l10n: string } {
  const { messages } = json as { messages: ErrorMessage[] };
  const [message] = messages;
  if (!message || typeof message.message_l10n !== 'string')
    throw new Error(`no PowerStore error: ${JSON.stringify(json)}`);
  return { ...message, message_l10n: message.message_l10n };
}
