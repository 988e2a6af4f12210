import type { ErrorResponse } from '@powerstore-api/types';
import type { Answer } from './messages.js';

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
  return { status, headers: { 'content-type': 'application/json' }, body };
}

/** Thrown where an answer is computed in several steps; the server answers with it. */
export class Refusal extends Error {
  override name = 'Refusal' as const;

  constructor(readonly answer: Answer) {
    super(`refused with ${answer.status}`);
  }
}
