import { connect, isAuthenticationError, isPowerStoreError } from '@powerstore-api/client/node';
import { CannotRunError, type Target } from './target.js';

/**
 * Logs in, learns which release the array runs, and logs out.
 *
 * @throws CannotRunError with one line for a person when the array cannot be reached, trusted or logged in to.
 */
export async function preflight(target: Target): Promise<{ release: string }> {
  const { url, username, password, tls } = target;
  try {
    await using array = await connect({ url, username, password, ...(tls && { tls }) });
    const installed = await array.softwareInstalled.list({ select: ['is_cluster', 'release_version'] }).toArray();
    const cluster = installed.find(({ is_cluster }) => is_cluster) ?? installed[0];
    if (!cluster)
      throw new CannotRunError(`${target.name} does not say which release it runs: software_installed is empty.`);
    return { release: cluster.release_version };
  } catch (error) {
    if (isAuthenticationError(error)) {
      throw new CannotRunError(
        `${target.name} refuses user ${username} with this password. Check POWERSTORE_USERNAME and POWERSTORE_PASSWORD.`,
      );
    }
    if (isPowerStoreError(error)) throw new CannotRunError([error.message, error.hint].filter(Boolean).join('. '));
    throw error;
  }
}
