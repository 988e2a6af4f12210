import { errorCodes, type ErrorMessage, type ErrorResponse, type Resource } from '@powerstore-api/types';
import { type Answer, jsonAnswer } from './answer.js';

/**
 * A message as arrays send it. `code` is a code of real arrays; without one it gets a code of ours. `values` are the values in
 * the text; `null` for the errors that have no such list.
 */
export const errorMessage = (
  text: string,
  code: string = errorCodes.unspecified.code,
  values: readonly string[] | null = [],
): ErrorMessage => ({
  code,
  severity: 'Error',
  message_l10n: text,
  ...(values !== null && { arguments: [...values] }),
});

/** The code for an id that a resource does not have. */
export const notFoundCode = (resource: Resource): string =>
  errorCodes[resource === 'volume' ? 'volume_not_found' : 'not_found'].code;

/** An error in the shape that every array uses; see {@link errorMessage}. */
export function errorAnswer(status: number, text: string, code?: string, values?: readonly string[] | null): Answer {
  const body: ErrorResponse = { messages: [{ ...errorMessage(text, code, values), severity_l10n: 'Error' }] };
  return jsonAnswer(status, body);
}

/** An error with the HTTP answer to the request in it. */
export class HttpError extends Error {
  override name = 'HttpError' as const;

  readonly answer: Answer;

  constructor(status: number, text: string, code?: string, values?: readonly string[] | null) {
    super(text);
    this.answer = errorAnswer(status, text, code, values);
  }
}

/** The answer to a request whose handling threw this error. */
export const answerTo = (error: unknown): Answer =>
  error instanceof HttpError
    ? error.answer
    : errorAnswer(500, `powerstore-mock has a bug: ${error instanceof Error ? error.message : String(error)}`);
