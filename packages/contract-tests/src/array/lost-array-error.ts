import { NetworkError } from '@powerstore-api/client/node';

/** An array that did not answer. Says what was asked with `{id}` for ids, which the error of the network does not. */
export class LostArrayError extends Error {
  override name = 'LostArrayError' as const;

  static of(request: string, sent: { method: string; url: string }, thrown: unknown): LostArrayError {
    const cause = new NetworkError(sent, thrown);
    return new LostArrayError(`${request}: no answer (${cause.kind})`, { cause });
  }
}
