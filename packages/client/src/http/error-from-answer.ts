import type { ErrorMessage } from '@powerstore-api/types';
import { excerptOf, printable } from './excerpt.js';
import type { Exchange } from './transport.js';
import { ApiError } from '../errors/api-error.js';
import { AuthenticationError } from '../errors/authentication-error.js';
import { NotFoundError } from '../errors/not-found-error.js';
import { nameHint } from './name-hint.js';
import { PermissionError } from '../errors/permission-error.js';

/** The error for an answer that is not a success. */
export function errorFromAnswer({ operation, request, answer }: Exchange): ApiError {
  const { status, statusText, headers, text } = answer;
  const messages = errorMessages(text);
  const ErrorClass = classes[status] ?? ApiError;
  const [first] = messages;
  // A gateway says in its page which one it is and what is wrong.
  const excerpt = first?.message_l10n || first?.code ? '' : excerptOf(request, answer);
  const how = describe(status, statusText, first);
  return new ErrorClass(`${operation} failed with ${excerpt === '' ? how : `${how}: ${excerpt}`}`, {
    operation,
    request: { method: request.method, url: request.url },
    status,
    messages,
    hint:
      status === 404
        ? nameHint(operation, request.url)
        : status > 300 && status < 400 && status !== 304
          ? redirected(headers.get('Location'))
          : undefined,
  });
}

const classes: Readonly<Record<number, typeof ApiError>> = {
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
};

/** Without its query, which may have a secret. */
function redirected(location: string | null): string {
  const [, target] = /^([!-~]{1,200}?)(?:[?#]|$)/.exec(location ?? '') ?? [];
  const where = target === undefined ? '' : ` to ${target}`;
  return `The answer is a redirect${where}, which the client does not follow. Check the address of the array.`;
}

/** Longer than any that an array is known to send. */
const longestMessage = 2000;

/** A status and the first message of the array, for people. */
export function describe(status: number | string, statusText: string, first: ErrorMessage | undefined): string {
  const code = first?.code ? ` (${printable(first.code, longestMessage)})` : '';
  const how = first?.message_l10n ? `${status}: ${first.message_l10n}` : `${status} ${statusText}`;
  return printable(how, longestMessage) + code;
}

/** The messages of an error body. A proxy in front of an array sends HTML or nothing. */
function errorMessages(body: string): readonly ErrorMessage[] {
  const messages = messagesIn(parse(body));
  if (typeof messages !== 'string') return messagesOf(messages);
  // Arrays were seen to send the list as a text of JSON (dell/gopowerstore, `api/test_data/err_response_bad_format.json`).
  const inside = parse(messages);
  const found = messagesOf(messagesIn(inside) ?? inside);
  return found.length === 0 && messages !== '' ? [{ message_l10n: messages }] : found;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const messagesIn = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'messages' in body ? body.messages : undefined;

/** The objects of a list, without fields that are no text: the text of an error relies on them. */
export const messagesOf = (list: unknown): readonly ErrorMessage[] =>
  Array.isArray(list)
    ? list
        .filter((message: unknown): message is object => typeof message === 'object' && message !== null)
        .map((message) => Object.fromEntries(Object.entries(message).filter(isMessageField)))
    : [];

const isMessageField = ([name, value]: [string, unknown]): boolean =>
  typeof value === 'string' || (name === 'arguments' && Array.isArray(value));
