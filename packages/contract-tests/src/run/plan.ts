// Which arrays it is, what is going to be done to them, and what is not: for the person who starts the run.
import { attributes, isAtLeast } from '@powerstore-api/types';
import ms from 'ms';
import type { Connections } from '../array/connection.js';
import { cannotRun, type Identity } from '../array/preflight.js';
import { countChecks, scheduleOf } from './schedule.js';
import { CannotRunError, type Site, type Target, type Targets, targetsOf } from '../array/target.js';

/** A listed replication session as an array has it at the moment. */
export interface ListedSession {
  id: string;
  site: Site;
  /** State, role, type and resource type; nothing where the array has no such session. */
  is?: string[];
}

/**
 * Reads what the listed sessions are before anything is done to them.
 *
 * @throws CannotRunError where no array has one of them.
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
    for (const target of targetsOf(targets)) listed.push({ id, site: target.site, ...(await readSession(id, target)) });
    if (listed.every((it) => it.id !== id || it.is === undefined))
      throw new CannotRunError(`There is no replication session ${id}. List ids as the array has them.`);
  }
  return listed;

  async function readSession(id: string, target: Target): Promise<{ is?: string[] }> {
    const { site } = target;
    const names = (['state', 'role', 'type', 'resource_type'] as const).filter((name) =>
      isAtLeast(releases[site] ?? '', attributes.replication_session[name].added),
    );
    try {
      const exchange = await connections[site]?.arraySession.send('replication_session_instance_query', {
        id,
        query: { select: names.join(',') },
      });
      if (exchange?.status === 404) return {};
      if (exchange?.status !== 200)
        throw new CannotRunError(`${target.label} answers ${exchange?.request} with ${exchange?.status}.`);
      const row = exchange.json as Record<string, unknown>;
      return { is: names.map((name) => String(row[name])) };
    } catch (error) {
      throw cannotRun(error, target);
    }
  }
}

export interface Plan {
  targets: Targets;
  identities: Partial<Record<Site, Identity>>;
  listed: readonly ListedSession[];
  /** How many modules of own checks there are. */
  modules: number;
  budget?: number | undefined;
}

export function describePlan({ targets, identities, listed, modules, budget }: Plan): string[] {
  const { requestsPerSecond, rows } = targets.a.pace;
  const schedule = scheduleOf(targets);
  const counts = targetsOf(targets).map(({ site, label }) => `${countChecks(schedule, site)} checks of ${label}`);
  return [
    ...targetsOf(targets).map(({ site, url, label }) => {
      const { name, serial, release } = identities[site] as Identity;
      return `${label}: ${new URL(url).host}, ${name}, ${serial}, release ${release}`;
    }),
    ...describePermit(targets, listed),
    `${counts.join(', ')}${modules > 0 ? `, and those of ${modules} modules of your own` : ''}.`,
    `One request at a time${requestsPerSecond === undefined ? '' : `, ${requestsPerSecond} in a second at most`}, ${rows} rows of a collection at most, in one login session${
      budget === undefined ? '' : `; no check is begun after ${ms(budget, { long: true })}`
    }.`,
  ];
}

function describePermit(targets: Targets, listed: readonly ListedSession[]): string[] {
  const { mode, sessions } = targets.a.permit;
  if (mode === 'read-only') return ['Reads only: nothing that changes an array is ever sent.'];
  if (sessions === 'all') return [`Mode ${mode}, on whatever is there.`];
  return [
    `Mode ${mode}, on ${sessions.length} replication sessions:`,
    ...listed.map(
      ({ id, site, is }) => `  ${id} on ${targets[site]?.label}: ${is ? is.join(', ') : 'there is none of this id'}`,
    ),
    'Not touched: every other replication session; volumes, groups, rules, policies, hosts, remote systems, users and settings.',
  ];
}
