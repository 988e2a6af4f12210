import { driverOf } from '../replication/driver.js';
import type { ArrayUnderTest } from '../array/target/array-under-test.js';
import { rememberSessions, type RestoreFailure, restoreSessions } from '../replication/restore.js';
import { limitOf, requireRows } from '../array/rows/rows.js';
import type { Site } from '../array/target/target.js';

/** The state that sessions had before a run, and the way back to it. */
export interface SessionRestorer {
  /** Puts the changed sessions back. Returns those that could not be, each with its position among the permitted ones. */
  putBack(): Promise<(RestoreFailure & { index: number })[]>;
}

/**
 * Remembers the state of the sessions that a run may change. `undefined` where it may change nothing, and on the static mock, where
 * nothing can change.
 *
 * @throws LostArrayError where an array does not answer.
 * @throws Error where its answer cannot be read: nobody would know what to put back.
 */
export async function createSessionRestorer(
  arrays: Partial<Record<Site, ArrayUnderTest>>,
): Promise<SessionRestorer | undefined> {
  const { a, b } = arrays;
  if (!a || a.target.permit.mode === 'read-only') return undefined;
  const { permit, control } = a.target;
  if (permit.sessions === 'all' && control === undefined) return undefined;
  const driver = driverOf(a, b, (site, operationId, request) => {
    const array = arrays[site];
    if (!array) throw new Error(`there is no array ${site}`);
    return array.arraySession.send(operationId, request);
  });
  const ids = permit.sessions === 'all' ? await listSessionIds(a) : permit.sessions;
  const remembered = await rememberSessions(driver, ids);
  return {
    async putBack() {
      const changed = remembered.filter(({ id }) => a.arraySession.written.has(id) || b?.arraySession.written.has(id));
      const failed = await restoreSessions(driver, changed, permit.mode);
      return failed.map((session) => ({ ...session, index: ids.indexOf(session.id) }));
    },
  };
}

const listSessionIds = async ({ arraySession, target }: ArrayUnderTest): Promise<string[]> =>
  requireRows(
    await arraySession.send('replication_session_collection_query', { query: { limit: limitOf(target) } }),
  ).map(({ id }) => String(id));
