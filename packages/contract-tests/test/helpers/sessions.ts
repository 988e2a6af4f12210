// Replication sessions as an array shows them to anybody who asks.
import type { Simulator } from '@powerstore-api/mock-server';

export type Row = Record<string, unknown>;

export async function readSessions(
  { url, username, password }: Simulator['a'],
  select = 'id,state,role,type,resource_type,failover_test_in_progress',
): Promise<Row[]> {
  const response = await fetch(`${url}/api/rest/replication_session?select=${select}&order=id&limit=200`, {
    headers: { authorization: `Basic ${btoa(`${username}:${password}`)}` },
  });
  if (!response.ok) throw new Error(`the sessions cannot be read: ${response.status}`);
  return (await response.json()) as Row[];
}

/** They go on synchronizing by themselves. */
const atRest = (row: Row): Row => ({ ...row, state: row['state'] === 'Synchronizing' ? 'OK' : row['state'] });

/** The sessions as both sides of a pair show them, as if no synchronization were under way. */
export const readSides = async ({ a, b }: Simulator, select?: string): Promise<Row[][]> => [
  (await readSessions(a, select)).map(atRest),
  (await readSessions(b, select)).map(atRest),
];

/** Ids of sessions by the name of the resource that they replicate. */
export const idsByName = ({ save }: Simulator): ReadonlyMap<string, string> =>
  new Map(save().sessions.map(({ name, id }) => [name, id]));
