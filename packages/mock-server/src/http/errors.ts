import type { ErrorResponse } from '@powerstore-api/types';
import { type Answer, jsonAnswer } from './answer.js';

/** An error in the shape that every array uses. `code` is a code of real arrays; leave it out if none is known. */
export function errorAnswer(status: number, text: string, code?: string): Answer {
  const body: ErrorResponse = {
    messages: [
      {
        ...(code !== undefined && { code }),
        severity: 'Error',
        message_l10n: text,
        arguments: [],
        severity_l10n: 'Error',
      },
    ],
  };
  return jsonAnswer(status, body);
}

/** An error with the HTTP answer to the request in it. */
export class HttpError extends Error {
  override name = 'HttpError' as const;

  readonly answer: Answer;

  constructor(status: number, text: string, code?: string) {
    super(text);
    this.answer = errorAnswer(status, text, code);
  }
}

/** The answer to a request whose handling threw this error. */
export const answerTo = (error: unknown): Answer =>
  error instanceof HttpError
    ? error.answer
    : errorAnswer(500, `powerstore-mock has a bug: ${error instanceof Error ? error.message : String(error)}`);
