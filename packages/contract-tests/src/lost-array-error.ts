import { NetworkError } from '@powerstore-api/client/node';

/** An array that did not answer. Says what was asked with `{id}` for ids, which the error of the network does not. */
export class LostArrayError extends Error {
  override name = 'LostArrayError' as const;

  constructor(request: string, sent: { method: string; url: string }, cause: unknown) {
    super(`${request}: no answer (${new NetworkError(sent, cause).kind})`);
  }
}
