// The simulator compared with a recording: loaded with it, it has to answer as the arrays did.
import type { Recording } from '@powerstore-api/mock-server';
import { loadMockServer } from '../array/load-mock-server.js';
import type { Row } from '../array/rows.js';
import { type Site, toTargets } from '../array/target.js';
import { readArrays } from './record.js';

/** One way in which the simulator differs, for all rows that have it. */
export interface ParityDeviation {
  /** Such as `a volume/*…state`. */
  path: string;
  rows: number;
  /** What the first of them has. Both are references or literals. */
  recorded: unknown;
  simulated: unknown;
}

export interface Parity {
  deviations: ParityDeviation[];
  /** How many values were compared. */
  compared: number;
}

export async function compareWithRecording(recording: Recording): Promise<Parity> {
  const { createSimulator } = await loadMockServer();
  await using simulator = await createSimulator({ clock: 'manual', recording });
  const { a, b } = simulator;
  const login = ({ url, username, password }: typeof a) => ({ url, username, password });
  const targets = toTargets(
    { a: login(a), ...(recording.arrays.b && { b: login(b) }) },
    { pace: { requestsPerSecond: undefined, rows: Infinity } },
  );
  const simulated = await readArrays(targets);
  const found = new Map<string, ParityDeviation>();
  let compared = 0;

  const deviate = (path: string, one: unknown, other: unknown): void => {
    const known = found.get(path);
    if (known) known.rows += 1;
    else found.set(path, { path, rows: 1, recorded: one, simulated: other });
  };
  const compare = (one: unknown, other: unknown, path: string): void => {
    if (isRow(one) && isRow(other)) {
      for (const name of new Set([...Object.keys(one), ...Object.keys(other)]))
        compare(one[name], other[name], `${path}/${name}`);
    } else if (Array.isArray(one) && Array.isArray(other)) {
      // Lists of related resources are in no order.
      const [mine, theirs] = [one, other].map((list) => list.map((it) => JSON.stringify(it)).toSorted());
      compared += 1;
      if (JSON.stringify(mine) !== JSON.stringify(theirs)) deviate(path, one, other);
    } else {
      compared += 1;
      if (one !== other) deviate(path, one, other);
    }
  };

  for (const site of ['a', 'b'] as const satisfies Site[]) {
    for (const [resource, rows] of Object.entries(recording.arrays[site]?.resources ?? {})) {
      const there = new Map(simulated[site]?.resources[resource]?.map((row) => [row['id'], row]));
      for (const row of rows) {
        const twin = there.get(row['id']);
        if (twin) compare(row, twin, `${site} ${resource}/*`);
        else deviate(`${site} ${resource}/*`, 'there', 'not there');
        there.delete(row['id']);
      }
      for (const _ of there) deviate(`${site} ${resource}/*`, 'not there', 'there');
    }
  }
  return { deviations: [...found.values()], compared };
}

const isRow = (it: unknown): it is Row => typeof it === 'object' && it !== null && !Array.isArray(it);
