import type { ErrorMessage } from '@powerstore-api/types';
import type { Exchange } from './transport.js';
import { ApiError } from '../errors/api-error.js';
import { AuthenticationError } from '../errors/authentication-error.js';
import { NotFoundError } from '../errors/not-found-error.js';
import { nameHint } from './name-hint.js';
import { PermissionError } from '../errors/permission-error.js';

/** The error for an answer that is not a success. */
export function errorFromAnswer({ operation, request, answer }: Exchange): ApiError {
  const { status, statusText, text } = answer;
  const messages = errorMessages(text);
  const ErrorClass = classes[status] ?? ApiError;
  return new ErrorClass(`${operation} failed with ${describe(status, statusText, messages[0])}`, {
    operation,
    request: { method: request.method, url: request.url },
    status,
    messages,
    hint: status === 404 ? nameHint(operation, request.url) : undefined,
  });
}

const classes: Readonly<Record<number, typeof ApiError>> = {
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
};

/** A status and the first message of the array, for people. */
export function describe(status: number | string, statusText: string, first: ErrorMessage | undefined): string {
  const code = first?.code === undefined ? '' : ` (${first.code})`;
  if (first?.message_l10n !== undefined) return `${status}: ${first.message_l10n}${code}`;
  return `${status} ${statusText}`.trimEnd() + code;
}

/**
 * The messages of an error body. Arrays were seen to send a string in place of the list (dell/gopowerstore,
 * `api/test_data/err_response_bad_format.json`), and a proxy in front of an array sends HTML or nothing.
 */
function errorMessages(body: string): readonly ErrorMessage[] {
  const messages = messagesIn(body);
  if (typeof messages === 'string' && messages !== '') return [{ message_l10n: messages }];
  if (!Array.isArray(messages)) return [];
  return messages.filter((message): message is ErrorMessage => typeof message === 'object' && message !== null);
}

function messagesIn(body: string): unknown {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null && 'messages' in parsed ? parsed.messages : undefined;
  } catch {
    return undefined;
  }
}
