// Protected volumes and groups, and requests to them.
import { createSimulator, type SessionSpec, type Simulator } from '../../src/index.js';
import { type Answer, list, refusal, type Row, send, type Site, worldOf } from './pair.js';

/** A volume and a group whose cycles are too far apart to disturb; their policy is `one-day-array-a-to-array-b`. */
export const quiet: readonly SessionSpec[] = [
  { name: 'erp-data', rpo: 'One_Day' },
  { name: 'sql-group', kind: 'volume_group', rpo: 'One_Day' },
];
export const policy = 'one-day-array-a-to-array-b';

export const world = (sessions?: readonly SessionSpec[]) =>
  createSimulator({ clock: 'manual', fast: true, ...(sessions && { sessions }) });

export const sessionsOf = (sim: Simulator, site: Site, resource: Row) =>
  list(sim, site, 'replication_session', `local_resource_id=eq.${String(resource['id'])}`);

export const metro = (
  sim: Simulator,
  site: Site,
  place: string,
  action: string,
  body: unknown,
  search = '',
): Promise<Answer> => send(sim, site, 'POST', `/${place}/${action}${search}`, body);

/** Jobs that delete a session, as Cinder asks for them. */
export const deletions = (sim: Simulator, site: Site, id: string, state = 'COMPLETED') =>
  list(
    sim,
    site,
    'job',
    `resource_type=eq.replication_session&resource_action=eq.delete&resource_id=eq.${id}&state=eq.${state}`,
  );

/** A refusal as `status: code text`, if it has changed nothing; otherwise a text that says so. */
export async function refused(sim: Simulator, ask: () => Promise<Answer>): Promise<string> {
  const before = worldOf(sim);
  const answer = await ask();
  if (worldOf(sim) !== before) return `${answer.status}, and something has changed`;
  const { severity, code, message_l10n: text } = refusal(answer);
  return severity === 'Error' ? `${answer.status}: ${code === undefined ? '' : `${code} `}${text}` : answer.text;
}
