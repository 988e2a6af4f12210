import { isNetworkError } from '@powerstore-api/client/node';
import { isUndecodable } from './body-text.js';
import { certificateOf, otherCertificate } from './certificate.js';
import type { Exchange } from './exchange.js';
import { LostArrayError } from './lost-array-error.js';
import type { ArraySession } from './array-session.js';
import { strangeAnswer, strangerRemedy } from './stranger.js';
import { attributeNames } from '../rows/query.js';
import { type RowOf, rowsOf } from '../rows/rows.js';
import { namesOf, waysToSet } from '../target/setting-names.js';
import { CannotRunError, type Target } from '../target/target.js';

/** The identity of the array, for the person who starts the run. No report contains it. */
export interface ArrayIdentity {
  name: string;
  /** The serial number by which the vendor's support knows it. */
  serial: string;
  release: string;
}

/**
 * Logs in, and asks the array for its name and its release.
 *
 * @throws CannotRunError with one line for a person when the suite cannot reach, trust or log in to the array.
 */
export async function preflight(target: Target, arraySession: ArraySession): Promise<ArrayIdentity> {
  const { host } = new URL(target.url);
  const { site, username } = target;
  try {
    const login = await arraySession.login();
    if (login.status === 401 || login.status === 403)
      throw new CannotRunError(
        `${host} refuses user ${username} with this password. Check the user (${waysToSet('username', site)}) and the password (${namesOf('password', site).variable}, or the file of ${waysToSet('passwordFile', site)}).`,
      );
    answered(host, login);
    // The login session notes how long the array keeps it when nobody uses it.
    await arraySession.send('login_session_collection_query', {
      query: { select: attributeNames<'login_session'>('id', 'idle_timeout') },
    });
    const installed: readonly RowOf<'software_installed'>[] = rowsOf(
      answered(
        host,
        await arraySession.send('software_installed_collection_query', {
          query: { select: attributeNames<'software_installed'>('is_cluster', 'release_version') },
        }),
      ),
    );
    const { release_version: release } = installed.find(({ is_cluster }) => is_cluster === true) ?? installed[0] ?? {};
    const number = releaseNumberOf(release);
    if (number === undefined)
      throw new CannotRunError(
        `${host} does not say which release it runs: software_installed has no release_version.`,
      );
    const clusters = await arraySession.send('cluster_collection_query', {
      query: { select: attributeNames<'cluster'>('name', 'global_id') },
    });
    // Reading does no harm to an array that does not show which one it is. The first look says that it does not.
    if (target.permit.mode !== 'read-only') answered(host, clusters);
    const [cluster = {}]: readonly RowOf<'cluster'>[] = clusters.status < 300 ? rowsOf(clusters) : [];
    return { name: String(cluster.name ?? 'unknown'), serial: String(cluster.global_id ?? 'unknown'), release: number };
  } catch (error) {
    throw cannotRun(error, target, await otherCertificateBehind(error, target));
  }
}

/** The number of a release. Some tools write a `v` before it, or a build number after it. */
export const releaseNumberOf = (release: unknown): string | undefined =>
  typeof release === 'string' ? /^v?(\d{1,4}(?:\.\d{1,4}){1,3})(?!\d)/i.exec(release)?.[1] : undefined;

/** The error of an array that does not answer before the run begins. Other errors are returned as they are. */
export const cannotRun = (error: unknown, target: Target, other?: string): unknown =>
  error instanceof LostArrayError ? new CannotRunError(explain(error, target, other)) : error;

/** Asks for the certificate once more where it is not trusted, to say whether another array's is. */
async function otherCertificateBehind(thrown: unknown, target: Target): Promise<string | undefined> {
  if (!(thrown instanceof LostArrayError && isNetworkError(thrown.cause) && thrown.cause.kind === 'tls'))
    return undefined;
  const presented = await certificateOf(target.url, target.timeoutMs).catch(() => undefined);
  return presented && otherCertificate(target, presented);
}

function answered(host: string, exchange: Exchange): Exchange {
  if (isUndecodable(exchange))
    throw new CannotRunError(
      `${host} answers ${exchange.request} with a body that does not have the Content-Encoding that it names. Is a proxy in between?`,
    );
  const strange = strangeAnswer(exchange);
  if (strange !== undefined)
    throw new CannotRunError(`${host} answers ${exchange.request} with ${strange}. ${strangerRemedy}`);
  if (exchange.status < 300) return exchange;
  throw new CannotRunError(`${host} answers ${exchange.request} with ${exchange.status}. Is it a PowerStore, and up?`);
}

function explain(error: LostArrayError, { site, url, timeoutMs }: Target, other?: string): string {
  const { cause } = error;
  if (!isNetworkError(cause)) return error.message;
  if (cause.kind === 'timeout')
    return `${new URL(url).host} did not answer within ${timeoutMs / 1000} seconds. Is it up? ${namesOf('timeout', site).flag} gives it longer.`;
  if (cause.kind === 'tls')
    return `${other === undefined ? cause.message : `${new URL(url).host} is not trusted: ${other}`}. Name the file of its certificate (${waysToSet('ca', site)}) or its fingerprint (${waysToSet('fingerprint', site)}).`;
  return [cause.message, cause.hint].filter(Boolean).join('. ');
}
