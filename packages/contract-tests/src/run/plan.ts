// The plan of a run, for the person who starts it: the arrays, and the changes that the run may make.
import { printable } from '@powerstore-api/settings';
import { attributes, InputError, isAtLeast, type Safety } from '@powerstore-api/types';
import ms from 'ms';
import type { Connections } from '../array/http/connection.js';
import type { FiltersOf } from '../array/rows/query.js';
import { rowOfInstance, rowsOf } from '../array/rows/rows.js';
import { cannotRun, type ArrayIdentity } from '../array/http/preflight.js';
import { CannotRunError, type Site, type Target, type Targets, targetsOf } from '../array/target/target.js';
import type { Check } from '../checks/define-check.js';
import { lookId } from '../checks/resources.js';
import { lackOfList, requestsPerSurvey, surveyedCollections } from '../contract/survey.js';
import { countChecks, type Schedule, scheduleOf } from './schedule.js';

/** A listed replication session as one array has it before the run. */
export interface ListedSession {
  id: string;
  site: Site;
  /** State, role, type and resource type; absent where the array has no such session. */
  attributes?: string[];
}

/**
 * Reads the listed sessions before anything is done to them.
 *
 * @throws InputError where no array has one of them.
 * @throws CannotRunError where an array does not answer.
 */
export async function readListed(
  targets: Targets,
  connections: Connections,
  releases: Partial<Record<Site, string | undefined>>,
): Promise<ListedSession[]> {
  const { sessions } = targets.a.permit;
  if (sessions === 'all') return [];
  const listed: ListedSession[] = [];
  for (const id of sessions) {
    for (const target of targetsOf(targets)) {
      const found = await readSession(id, target, connections, releases[target.site] ?? '');
      listed.push({ id, site: target.site, ...(found && { attributes: found }) });
    }
    if (listed.every((it) => it.id !== id || !it.attributes)) {
      for (const target of targetsOf(targets)) await refuseLack(id, target, connections);
      throw new InputError(
        `No array has a replication session ${id}. List ids as GET /replication_session shows them.`,
      );
    }
  }
  return listed;
}

/** @throws CannotRunError where an array does not show its sessions at all: then nobody knows whether it has this one. */
async function refuseLack(id: string, target: Target, connections: Connections): Promise<void> {
  const query: FiltersOf<'replication_session'> = { id: `eq.${id}` };
  const exchange = await connections[target.site]?.arraySession.send('replication_session_collection_query', { query });
  const lack = exchange && lackOfList('replication_session', exchange);
  if (lack) throw new CannotRunError(`${target.label} ${lack.predicate}`);
  if (exchange && rowsOf(exchange).some((row) => row.id === id))
    throw new CannotRunError(
      `${target.label} lists session ${id}, and answers GET /replication_session/{id} with 404.`,
    );
}

async function readSession(
  id: string,
  target: Target,
  connections: Connections,
  release: string,
): Promise<string[] | undefined> {
  const names = (['state', 'role', 'type', 'resource_type'] as const).filter((name) =>
    isAtLeast(release, attributes.replication_session[name].added),
  );
  try {
    const exchange = await connections[target.site]?.arraySession.send('replication_session_instance_query', {
      id,
      query: { select: names.join(',') },
    });
    if (exchange?.status === 404) return undefined;
    if (exchange?.status !== 200)
      throw new CannotRunError(`${target.label} answers ${exchange?.request} with ${exchange?.status}.`);
    const row = rowOfInstance(exchange);
    if (!row) throw new CannotRunError(`${target.label} answers ${exchange.request} with a body that is no session.`);
    return names.map((name) => String(row[name]));
  } catch (error) {
    throw cannotRun(error, target);
  }
}

export interface Plan {
  targets: Targets;
  identities: Partial<Record<Site, ArrayIdentity>>;
  listed: readonly ListedSession[];
  ownChecks: readonly Check[];
  /** Milliseconds after which no further check begins. */
  budgetMs?: number | undefined;
}

/** The plan, in lines. The names of the array may hold anything. */
export const describePlan = (plan: Plan): string[] => linesOf(plan).map(printable);

function linesOf({ targets, identities, listed, ownChecks, budgetMs }: Plan): string[] {
  const { requestsPerSecond, rows } = targets.a.pace;
  const schedule = scheduleOf(targets, ownChecks);
  const counts = targetsOf(targets).map(({ site, label }) => `${countChecks(schedule, site)} checks of ${label}`);
  const own = ownChecks.length > 0 ? `, ${ownChecks.length} of them your own` : '';
  const pace = requestsPerSecond === undefined ? '' : `, at most ${requestsPerSecond} per second`;
  const limit = budgetMs === undefined ? '' : `; no check begins after ${ms(budgetMs, { long: true })}`;
  const duration = describeDuration(schedule, requestsPerSecond, targets.a.permit.mode);
  return [
    ...targetsOf(targets).map(({ site, url, label }) => {
      const { name, serial, release } = identities[site] as ArrayIdentity;
      return `${label}: ${new URL(url).host}, ${name}, ${serial}, release ${release}`;
    }),
    ...describePermit(targets, listed),
    `${counts.join(', ')}${own}.`,
    `First it looks at each of ${surveyedCollections} collections, and at an instance of each.`,
    `One request at a time${pace}, at most ${rows} rows of a collection, in one login session${limit}.`,
    ...duration,
  ];
}

/** The requests of a check that only reads, on average and besides the first look: a run on the simulator of the latest release. A test compares. */
const requestsPerCheck = 7.4;

/** The time that the run takes at its request rate. Changes of sessions take theirs as well, and nobody knows how long. */
function describeDuration({ sections, last }: Schedule, requestsPerSecond: number | undefined, mode: Safety): string[] {
  if (requestsPerSecond === undefined) return [];
  const reading = [...sections, ...last].flatMap(({ checks }) =>
    checks.filter((it) => (it.safety ?? 'read-only') === 'read-only'),
  );
  const looks = reading.filter(({ id }) => id === lookId).length;
  const requests = looks * requestsPerSurvey + (reading.length - looks) * requestsPerCheck;
  const time = ms(Math.ceil((requests * 1000) / requestsPerSecond), { long: true });
  return [
    mode === 'read-only'
      ? `At this rate, the run takes about ${time}.`
      : `At this rate, reading takes about ${time}; the changes of the sessions take their time on top of it.`,
  ];
}

function describePermit(targets: Targets, listed: readonly ListedSession[]): string[] {
  const { mode, sessions } = targets.a.permit;
  if (mode === 'read-only') return ['The run only reads; it never changes the array.'];
  if (sessions === 'all') return [`The run is ${mode}, and may change everything on the embedded arrays.`];
  return [
    `The run is ${mode}, and may change these replication sessions (${sessions.length}):`,
    ...listed.map(
      ({ id, site, attributes: values }) =>
        `  ${id} on ${targets[site]?.label}: ${values ? values.join(', ') : 'no such session'}`,
    ),
    'It changes nothing else: no other replication session, volume, group, rule, policy, host, remote system, user or setting.',
  ];
}
