import { NetworkError } from '@powerstore-api/client/node';

/** The array did not answer. The message shows the request with `{id}` for ids, unlike the error of the network. */
export class LostArrayError extends Error {
  override name = 'LostArrayError' as const;

  static of(request: string, sent: { method: string; url: string }, thrown: unknown): LostArrayError {
    const cause = new NetworkError(sent, thrown);
    return new LostArrayError(`${request}: no answer (${cause.kind})`, { cause });
  }
}
