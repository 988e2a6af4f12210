// Checks everything that a run needs, and says what to do where something is missing.
import { isInTheClear } from '@powerstore-api/input';
import { printable } from '@powerstore-api/settings';
import { isNetworkError, NetworkError } from '@powerstore-api/client/node';
import type { ArraySession } from '../array/http/array-session.js';
import { isUndecodable } from '../array/http/body-text.js';
import { connectTo } from '../array/http/connection.js';
import { LostArrayError } from '../array/http/lost-array-error.js';
import { attributeNames } from '../array/rows/query.js';
import { maxRowsPerAnswer, type RowOf, rowsOf } from '../array/rows/rows.js';
import { plainHttpRemedy, plainHttpRisk } from '../array/target/plain-http.js';
import { isSameArray, sameArray } from '../array/target/same-array.js';
import { strangeAnswer, strangerRemedy } from '../array/http/stranger.js';
import { lackOfList, type Survey, surveyArray } from '../contract/survey.js';
import { findingKinds } from '../findings/finding-kinds.js';
import { certificateOf, otherCertificate, type PresentedCertificate } from '../array/http/certificate.js';
import { namesOf, waysToSet } from '../array/target/setting-names.js';
import { type Site, type Target, type Targets, targetsOf } from '../array/target/target.js';

/** One result of the doctor. */
export interface Result {
  /** `undefined` for mere information; `warning` for something that works and should not stay as it is. */
  ok: boolean | 'warning' | undefined;
  text: string;
  /** The next step of the person where it is not in order. */
  remedy?: string;
}

/** Reports the results of one array. `fail` ends the diagnosis of the array. */
interface Reporter {
  pass(text: string): void;
  inform(text: string): void;
  warn(text: string, remedy: string): void;
  /** Something that is not in order, and keeps nobody from looking further. */
  reject(text: string, remedy: string): void;
  fail(text: string, remedy: string): never;
}

/** The serial numbers of an array and of the arrays that it replicates with. */
interface PairIdentity {
  serial: string;
  remoteSerials: string[];
}

/**
 * Checks each array, and then whether the two know each other. Each result is reported as soon as it is known.
 *
 * @returns whether everything is in order.
 */
export async function diagnose(targets: Targets, report: (result: Result) => void): Promise<boolean> {
  let isInOrder = true;
  const say = (result: Result): void => {
    const { ok, text, remedy } = result;
    if (ok === false) isInOrder = false;
    // Names and roles of the array may hold anything.
    report({ ok, text: printable(text), ...(remedy !== undefined && { remedy: printable(remedy) }) });
  };
  const identities: Partial<Record<Site, PairIdentity>> = {};
  for (const target of targetsOf(targets)) {
    const identity = await diagnoseArray(target, say);
    if (identity) identities[target.site] = identity;
  }
  const { a, b } = identities;
  if (!targets.b) say({ ok: undefined, text: 'pair: only one array is named, so the suite compares no pair' });
  else if (a && b && isSameArray({ a: a.serial, b: b.serial }))
    say({ ok: false, text: 'pair: both are one array', remedy: sameArray(a.serial) });
  else if (a && b) {
    say(diagnosePair(a, b, targets.a.label, targets.b.label));
    say(diagnosePair(b, a, targets.b.label, targets.a.label));
  }
  return isInOrder;
}

const diagnosePair = (one: PairIdentity, other: PairIdentity, label: string, otherLabel: string): Result =>
  one.remoteSerials.includes(other.serial)
    ? { ok: true, text: `pair: ${label} has ${otherLabel} as a remote system` }
    : {
        ok: false,
        text: `pair: ${label} does not have ${otherLabel} (${other.serial}) as a remote system`,
        remedy: 'Name two arrays that replicate to each other, or add the remote system on the array.',
      };

/** Ends the diagnosis of an array. The reason has been reported. */
class DiagnosisEnded extends Error {}

async function diagnoseArray(target: Target, say: (result: Result) => void): Promise<PairIdentity | undefined> {
  const { label } = target;
  const reporter: Reporter = {
    pass: (text) => say({ ok: true, text: `${label}: ${text}` }),
    inform: (text) => say({ ok: undefined, text: `${label}: ${text}` }),
    warn: (text, remedy) => say({ ok: 'warning', text: `${label}: ${text}`, remedy }),
    reject: (text, remedy) => say({ ok: false, text: `${label}: ${text}`, remedy }),
    fail(text, remedy) {
      reporter.reject(text, remedy);
      throw new DiagnosisEnded();
    },
  };
  const { arraySession, close } = connectTo(target);
  try {
    const certificate = await checkNetwork(target, reporter);
    await checkLogin(target, arraySession, certificate, reporter);
    await checkRelease(arraySession, reporter);
    const survey = await checkResources(arraySession, reporter);
    await checkRole(target, arraySession, reporter);
    return await readIdentity(arraySession, survey, reporter);
  } catch (error) {
    if (error instanceof DiagnosisEnded) return undefined;
    if (!(error instanceof LostArrayError)) throw error;
    say({ ok: false, text: `${label}: ${error.message}`, remedy: 'Check whether the array is up, and try again.' });
    return undefined;
  } finally {
    await close();
  }
}

async function checkNetwork(
  { url, timeoutMs }: Target,
  { pass, inform, warn, fail }: Reporter,
): Promise<PresentedCertificate | undefined> {
  const certificate = await certificateOf(url, timeoutMs).catch((error: unknown) => {
    const { message, hint } = new NetworkError({ method: 'CONNECT', url }, error);
    return fail(`not reachable: ${message}`, hint ?? 'Check the address, and the network between you and the array.');
  });
  pass(`${new URL(url).host} is reachable`);
  if (certificate) {
    const { fingerprint, subject, validTo } = certificate;
    inform(`certificate ${fingerprint}, ${subject}, valid until ${validTo}`);
  } else if (isInTheClear(url)) warn(plainHttpRisk, plainHttpRemedy);
  else pass('the array uses plain HTTP, within this machine');
  return certificate;
}

async function checkLogin(
  target: Target,
  arraySession: ArraySession,
  certificate: PresentedCertificate | undefined,
  { pass, fail }: Reporter,
): Promise<void> {
  const { site, username } = target;
  const login = await arraySession.login().catch((error: unknown) => {
    const cause = error instanceof LostArrayError ? error.cause : error;
    if (!isNetworkError(cause)) throw error;
    if (cause.kind !== 'tls') return fail(`no answer to the login: ${cause.message}`, cause.hint ?? 'Try again.');
    const other = certificate && otherCertificate(target, certificate);
    return fail(
      `the certificate is not trusted: ${other ?? cause.message}`,
      `Compare the fingerprint above with the one that the array shows, over another way than this network. If they are equal, set ${waysToSet('fingerprint', site)} to ${certificate?.fingerprint}.`,
    );
  });
  const { status } = login;
  if (certificate) pass('the certificate is trusted');
  if (status === 401 || status === 403)
    fail(
      `the array refuses user ${username} (${status})`,
      `Check the user (${waysToSet('username', site)}) and the password (${namesOf('password', site).variable}, or the file of ${waysToSet('passwordFile', site)}). Too many wrong passwords lock a user.`,
    );
  if (isUndecodable(login))
    fail(
      'the array answers the login with a body that does not have the Content-Encoding that it names',
      'Look for a proxy in between: it may have packed or unpacked the answer.',
    );
  const strange = strangeAnswer(login);
  if (strange !== undefined) fail(`it answers ${login.request} with ${strange}.`, strangerRemedy);
  if (status >= 300) fail(`the array answers the login with ${status}`, 'Is it a PowerStore, and up?');
  pass(`user ${username} is logged in`);
}

async function checkRelease(arraySession: ArraySession, { pass, fail }: Reporter): Promise<void> {
  const exchange = await arraySession.send('software_installed_collection_query', {
    query: { select: attributeNames<'software_installed'>('is_cluster', 'release_version') },
  });
  const rows: readonly RowOf<'software_installed'>[] = rowsOf(exchange);
  const lack = lackOfList('software_installed', exchange);
  if (lack) fail(`it does not say which release it runs: it ${lack.predicate}`, findingKinds[lack.id].remedy);
  const { release_version: release } = rows.find(({ is_cluster: isCluster }) => isCluster === true) ?? rows[0] ?? {};
  if (typeof release !== 'string')
    fail(`it does not say which release it runs (${exchange.request} → ${exchange.status})`, 'Is it a PowerStore?');
  pass(`release ${String(release)}`);
}

/** Looks at each resource. The role of the user is one reason among others why an array does not show one. */
async function checkResources(arraySession: ArraySession, { pass, reject }: Reporter): Promise<Survey> {
  const survey = await surveyArray((operationId, options) => arraySession.send(operationId, options));
  for (const { id, predicate } of survey.lacks) reject(`it ${predicate}`, findingKinds[id].remedy);
  if (survey.lacks.length === 0) pass('it has each resource of the contract');
  return survey;
}

async function checkRole(
  { username, permit: { mode } }: Target,
  arraySession: ArraySession,
  { pass, fail }: Reporter,
): Promise<void> {
  const exchange = await arraySession.send('login_session_collection_query', {
    query: { select: attributeNames<'login_session'>('user', 'role_ids', 'is_password_change_required') },
  });
  const rows: readonly RowOf<'login_session'>[] = rowsOf(exchange);
  // The name of a directory's user has the directory in it.
  const isOwn = (user: unknown): boolean =>
    String(user)
      .split(/[\\/@]/)
      .includes(username);
  const own = rows.find(({ user }) => isOwn(user)) ?? rows[0];
  const roles = own?.role_ids;
  const lack = lackOfList('login_session', exchange);
  if (lack) return fail(`it ${lack.predicate}`, findingKinds[lack.id].remedy);
  if (!Array.isArray(roles) || roles.length === 0)
    return fail(
      `the login session names no role (${exchange.request} → ${exchange.status})`,
      'Give the user a role on the array. A read-only role is enough for read-only runs.',
    );
  if (own?.is_password_change_required === true)
    fail('the password has to be changed first', 'Log in to the PowerStore Manager and change it.');
  const has = `user ${username} has ${roles.length > 1 ? 'roles' : 'role'} ${roles.join(', ')}`;
  pass(
    mode === 'read-only'
      ? `${has}; a read-only role is enough for this run`
      : `${has}; a ${mode} run needs a role that may manage replication`,
  );
}

/** Nothing where the array does not show which one it is, or which ones it knows. */
async function readIdentity(
  arraySession: ArraySession,
  survey: Survey,
  { inform }: Reporter,
): Promise<PairIdentity | undefined> {
  const lack = survey.lackOf('cluster_collection_query') ?? survey.lackOf('remote_system_collection_query');
  const unknown = (resource: string): undefined => {
    inform(`it does not show its ${resource}, so it cannot be compared with the other array of a pair`);
  };
  if (lack) return unknown(lack.subject);
  const cluster = await arraySession.send('cluster_collection_query', {
    query: { select: attributeNames<'cluster'>('global_id') },
  });
  const remoteSystems = await arraySession.send('remote_system_collection_query', {
    query: { select: attributeNames<'remote_system'>('serial_number'), limit: String(maxRowsPerAnswer) },
  });
  const [own]: readonly RowOf<'cluster'>[] = rowsOf(cluster);
  if (own?.global_id === undefined) return unknown('cluster');
  const remotes: readonly RowOf<'remote_system'>[] = rowsOf(remoteSystems);
  return {
    serial: String(own.global_id),
    remoteSerials: remotes.map((row) => String(row.serial_number)),
  };
}
