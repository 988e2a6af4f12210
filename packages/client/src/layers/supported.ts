import { type AttributeName, isAtLeast, operations } from '@powerstore-api/types';
import { abortable } from '../time/abortable.js';
import { readInstances } from '../http/answer.js';
import { ContractError } from '../errors/contract-error.js';
import { UnsupportedError } from '../errors/unsupported-error.js';
import { hasText } from '../input/has-text.js';
import type { Layer } from '../http/wire.js';
import type { Transport } from '../http/transport.js';
import { within } from './timeout.js';

/** Reads the release of an array once, for all callers. */
export function createReleaseQuery(send: Transport): (signal?: AbortSignal) => Promise<string> {
  let known: Promise<string> | undefined;
  return (signal) => {
    known ??= ask(send).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return abortable(known, signal);
  };
}

/** A caller waits for its operation, so the release may not take long. */
const releaseTimeoutMs = 30_000;

type Attribute = AttributeName<'software_installed'>;

async function ask(send: Transport): Promise<string> {
  const exchange = await send('software_installed_collection_query', {
    query: {
      select: 'release_version' satisfies Attribute,
      filter: { is_cluster: 'eq.true' } satisfies { readonly [Name in Attribute]?: string },
    },
    timeout: releaseTimeoutMs,
  });
  const [installed] = readInstances(exchange);
  if (!hasText(installed, 'release_version' satisfies Attribute))
    throw new ContractError('the answer does not name the release of the array', exchange.operation);
  return installed.release_version;
}

/** Every array has the operations of this release: the client has logged in. */
const firstRelease = operations.login_session_collection_query.added;

/**
 * Does not send operations that the release of the array does not have. If the release cannot be read, it sends them all:
 * the array will refuse.
 */
export const supported =
  (release: (signal?: AbortSignal) => Promise<string>, standardTimeout: number): Layer =>
  async (request, next) => {
    const { operation, timeout = standardTimeout } = request;
    const { added } = operations[operation];
    if (added === firstRelease) return next(request);
    const began = performance.now();
    const own = await within(request, timeout, String, ({ signal }) => release(signal)).catch(() => undefined);
    if (own !== undefined && !isAtLeast(own, added)) throw new UnsupportedError(operation, added, own);
    // The time of a call is for all that it waits for.
    return next({ ...request, timeout: Math.max(1, timeout - (performance.now() - began)) });
  };
