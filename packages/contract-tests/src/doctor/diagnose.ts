// Whether everything is there that a run needs, a line each, with what to do where it is not.
import { isNetworkError, NetworkError } from '@powerstore-api/client/node';
import { connectTo } from '../array/connection.js';
import { LostArrayError } from '../array/lost-array-error.js';
import type { ArraySession } from '../array/array-session.js';
import { rowsOf } from '../array/rows.js';
import { type Site, type Target, type Targets, targetsOf } from '../array/target.js';
import { presentedBy } from './certificate.js';

/** One thing that was looked at. */
export interface Line {
  /** `undefined` where there is nothing to be right or wrong. */
  ok: boolean | undefined;
  text: string;
  /** What to do where it is not as it should be. */
  remedy?: string;
}

/** What is known of an array once everything went well. */
interface Known {
  serial: string;
  /** Serials of the arrays it knows. */
  others: string[];
}

/** Looks at each array in turn, and then at whether they know each other; each line is told as it is known. */
export async function diagnose(targets: Targets, tell: (line: Line) => void): Promise<boolean> {
  let isWell = true;
  const say = (line: Line): void => {
    if (line.ok === false) isWell = false;
    tell(line);
  };
  const known: Partial<Record<Site, Known>> = {};
  for (const target of targetsOf(targets)) {
    const found = await examineArray(target, say);
    if (found) known[target.site] = found;
  }
  const { a, b } = known;
  if (!targets.b) {
    say({ ok: undefined, text: 'second array: none is named, so pairs are not compared' });
  } else if (a && b) {
    for (const [one, other, label, otherLabel] of [
      [a, b, targets.a.label, targets.b.label],
      [b, a, targets.b.label, targets.a.label],
    ] as const) {
      say(
        one.others.includes(other.serial)
          ? { ok: true, text: `pair: ${label} has ${otherLabel} as a remote system` }
          : {
              ok: false,
              text: `pair: ${label} does not have ${otherLabel} (${other.serial}) as a remote system`,
              remedy: 'Name the two arrays of one replication, or add the remote system on the array.',
            },
      );
    }
  }
  return isWell;
}

class Stop extends Error {}

async function examineArray(target: Target, say: (line: Line) => void): Promise<Known | undefined> {
  const { label, url, timeout, username } = target;
  const { host } = new URL(url);
  const fail = (text: string, remedy: string): never => {
    say({ ok: false, text: `${label}: ${text}`, remedy });
    throw new Stop();
  };
  const well = (text: string): void => say({ ok: true, text: `${label}: ${text}` });
  const { arraySession, close } = connectTo(target);
  try {
    const presented = await presentedBy(url, timeout).catch((error: unknown) => {
      const { message, hint } = new NetworkError({ method: 'CONNECT', url }, error);
      return fail(`not reachable: ${message}`, hint ?? 'Check the address, and what is between you and the array.');
    });
    well(`${host} is reachable`);
    if (presented)
      say({
        ok: undefined,
        text: `${label}: certificate ${presented.fingerprint}, ${presented.subject}, valid until ${presented.until}`,
      });
    const login = await arraySession.login().catch((error: unknown) => {
      const cause = error instanceof LostArrayError ? error.cause : error;
      if (!isNetworkError(cause)) throw error;
      if (cause.kind !== 'tls') return fail(`no answer to the login: ${cause.message}`, cause.hint ?? 'Try again.');
      return fail(
        `the certificate is not trusted: ${cause.message}`,
        `Compare the fingerprint above with what the array itself shows, not over this network. If it is the same, set fingerprint: ${presented?.fingerprint} in the configuration, or POWERSTORE${target.site === 'a' ? '' : '_B'}_FINGERPRINT.`,
      );
    });
    well(presented ? 'the certificate is trusted' : 'plain HTTP, as mocks have it: there is no certificate to trust');
    if (login.status === 401 || login.status === 403)
      fail(
        `user ${username} is refused (${login.status})`,
        'Check the user name and the password; too many wrong ones lock a user.',
      );
    if (login.status >= 300) fail(`the login is answered with ${login.status}`, 'Is it a PowerStore, and up?');
    well(`user ${username} is logged in`);
    await examineRelease(arraySession, fail, well);
    await examineRole(target, arraySession, fail, well);
    return await knownOf(arraySession, fail);
  } catch (error) {
    if (error instanceof Stop) return undefined;
    if (!(error instanceof LostArrayError)) throw error;
    say({ ok: false, text: `${label}: ${error.message}`, remedy: 'Check whether the array is up, and try again.' });
    return undefined;
  } finally {
    await close();
  }
}

type Fail = (text: string, remedy: string) => never;

async function examineRelease(arraySession: ArraySession, fail: Fail, well: (text: string) => void): Promise<void> {
  const exchange = await arraySession.send('software_installed_collection_query', {
    query: { select: 'is_cluster,release_version' },
  });
  const rows = rowsOf(exchange);
  const { release_version: release } = rows.find(({ is_cluster: isCluster }) => isCluster === true) ?? rows[0] ?? {};
  if (typeof release !== 'string')
    return fail(
      `it does not say which release it runs (${exchange.request} → ${exchange.status})`,
      'Is it a PowerStore? The user has to be allowed to read software_installed.',
    );
  return well(`release ${release}`);
}

async function examineRole(
  { username, permit }: Target,
  arraySession: ArraySession,
  fail: Fail,
  well: (text: string) => void,
): Promise<void> {
  const exchange = await arraySession.send('login_session_collection_query', {
    query: { select: 'user,role_ids,is_password_change_required' },
  });
  const rows = rowsOf(exchange);
  // Users of a directory are named with it.
  const own =
    rows.find(({ user }) =>
      String(user)
        .split(/[\\/@]/)
        .includes(username),
    ) ?? rows[0];
  const roles = own?.['role_ids'];
  if (!Array.isArray(roles) || roles.length === 0)
    return fail(
      `the login session names no role (${exchange.request} → ${exchange.status})`,
      'Give the user a role on the array; one that only reads is enough for read-only runs.',
    );
  if (own?.['is_password_change_required'] === true)
    return fail('the password has to be changed first', 'Log in to the GUI of the array and change it.');
  return well(
    `role_ids ${roles.join(', ')} of ${username}; the run is ${permit.mode}${permit.mode === 'read-only' ? ', so one that only reads is enough' : ', so it has to be allowed to manage replication'}`,
  );
}

async function knownOf(arraySession: ArraySession, fail: Fail): Promise<Known> {
  const cluster = await arraySession.send('cluster_collection_query', { query: { select: 'global_id' } });
  const remote = await arraySession.send('remote_system_collection_query', {
    query: { select: 'serial_number', limit: '2000' },
  });
  for (const { request, status } of [cluster, remote])
    if (status >= 300)
      fail(`${request} is answered with ${status}`, 'The user has to be allowed to read clusters and remote systems.');
  return {
    serial: String(rowsOf(cluster)[0]?.['global_id']),
    others: rowsOf(remote).map((row) => String(row['serial_number'])),
  };
}
