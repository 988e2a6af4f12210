import {
  connect,
  isApiError,
  isAuthenticationError,
  isNetworkError,
  isPowerStoreError,
} from '@powerstore-api/client/node';
import { CannotRunError, type Target } from './target.js';

/**
 * Logs in, learns which release the array runs, and logs out.
 *
 * @throws CannotRunError with one line for a person when the array cannot be reached, trusted or logged in to.
 */
export async function preflight(target: Target): Promise<{ release: string }> {
  const { url, username, password, tls } = target;
  const signal = AbortSignal.timeout(target.timeout);
  try {
    await using array = await connect({ url, username, password, signal, ...(tls && { tls }) });
    const select = ['is_cluster', 'release_version'] as const;
    const installed = await array.softwareInstalled.list({ select, signal }).toArray();
    const { release_version: release } = installed.find(({ is_cluster }) => is_cluster) ?? installed[0] ?? {};
    // Whatever the types promise, this is what an array said.
    if (typeof release !== 'string' || !/^\d+\./.test(release)) {
      throw new CannotRunError(
        `${target.name} does not say which release it runs: software_installed has no release_version.`,
      );
    }
    return { release };
  } catch (error) {
    if (error instanceof CannotRunError) throw error;
    if (signal.aborted)
      throw new CannotRunError(
        `${target.name} did not answer within ${target.timeout / 1000} seconds. Is it up? --timeout gives it longer.`,
      );
    throw isPowerStoreError(error) ? new CannotRunError(whatIsWrong(error, target)) : error;
  }
}

function whatIsWrong(error: Error & { hint?: string | undefined }, { name, username }: Target): string {
  if (isAuthenticationError(error)) {
    return `${name} refuses user ${username} with this password. Check POWERSTORE_USERNAME and POWERSTORE_PASSWORD.`;
  }
  if (isApiError(error)) return `${name} answers ${error.operation} with ${error.status}. Is it a PowerStore, and up?`;
  if (isNetworkError(error) && error.kind === 'tls') {
    return `${error.message}. Set POWERSTORE_CA to the file of its certificate, or POWERSTORE_FINGERPRINT to its fingerprint.`;
  }
  return [error.message, error.hint].filter(Boolean).join('. ');
}
