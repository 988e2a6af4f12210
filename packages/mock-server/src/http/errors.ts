import type { ErrorResponse } from '@powerstore-api/types';
import { type Answer, jsonAnswer } from './answer.js';

/** An error in the shape every array answers with. `code` only where the array's own is known. */
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

/** Thrown where an answer is computed in several steps; the request is answered with it. */
export class HttpError extends Error {
  override name = 'HttpError' as const;

  readonly answer: Answer;

  constructor(status: number, text: string, code?: string) {
    super(text);
    this.answer = errorAnswer(status, text, code);
  }
}

/** What a request is answered with that something was thrown for. */
export const answerTo = (error: unknown): Answer =>
  error instanceof HttpError
    ? error.answer
    : errorAnswer(500, `The mock failed: ${error instanceof Error ? error.message : String(error)}`);
