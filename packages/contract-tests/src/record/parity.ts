import type { RecordedArray, Recording } from '@powerstore-api/mock-server';
import { type AttributeInfo, attributes, isResource, type Resource } from '@powerstore-api/types';
import { loadMockServer } from '../array/target/load-mock-server.js';
import type { Row } from '../array/rows/rows.js';
import { refuseSameArray } from '../array/target/same-array.js';
import { type Site, toTargets } from '../array/target/target.js';
import { recordedResources } from './reader.js';
import { readArrays } from './record.js';

/** One way in which the simulator differs from the recording, for all rows with the difference. */
export interface ParityDeviation {
  /** Such as `a volume/*…state`. */
  path: string;
  rows: number;
  /** The values of the first of these rows: references or literals. */
  recorded: unknown;
  simulated: unknown;
}

export interface Parity {
  deviations: ParityDeviation[];
  /** The number of values that were compared. */
  compared: number;
  /** The resources that the recording lacks, such as `a policy`. Nothing that leads to them is compared. */
  missing: string[];
}

/**
 * Starts a simulator with a recording, reads it as the arrays were read, and compares.
 *
 * @throws InputError where the recording has one array twice, or the simulator cannot load it.
 */
export async function compareWithRecording(recording: Recording): Promise<Parity> {
  refuseSameArray({ a: globalIdOf(recording.arrays.a), b: globalIdOf(recording.arrays.b) });
  const { createSimulator } = await loadMockServer();
  await using simulator = await createSimulator({ clock: 'manual', recording });
  const { a, b } = simulator;
  const login = ({ url, username, password }: typeof a) => ({ url, username, password });
  const targets = toTargets(
    { a: login(a), ...(recording.arrays.b && { b: login(b) }) },
    { pace: { requestsPerSecond: undefined, rows: Infinity } },
  );
  const simulated = await readArrays(targets);
  const comparer = createComparer();
  const missing: string[] = [];
  for (const site of ['a', 'b'] as const satisfies Site[]) {
    const recorded = recording.arrays[site];
    if (!recorded) continue;
    const absent = recordedResources(recorded.release)
      .map(({ resource }) => resource)
      .filter((it) => !(it in recorded.resources));
    missing.push(...absent.map((it) => `${site} ${it}`));
    for (const [resource, rows] of Object.entries(recorded.resources)) {
      const leading = leadingTo(resource, absent);
      const compared = (all: readonly Row[]): Row[] => all.map((row) => omit(row, leading));
      comparer.compareRows(
        compared(rows),
        compared(simulated[site]?.resources[resource] ?? []),
        `${site} ${resource}/*`,
      );
    }
  }
  return { ...comparer.result(), missing };
}

/** The attributes that embed instances of these resources. A simulator without them has nothing to embed. */
const leadingTo = (resource: string, absent: readonly Resource[]): ReadonlySet<string> =>
  new Set(
    isResource(resource)
      ? Object.entries<AttributeInfo>(attributes[resource]).flatMap(([name, { related }]) =>
          absent.some((it) => it === related) ? [name] : [],
        )
      : [],
  );

const omit = (row: Row, names: ReadonlySet<string>): Row =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.has(name)));

/** The reference of the array. The simulator checks the rest of a recording, so anything may be missing. */
function globalIdOf(array: RecordedArray | undefined): string | undefined {
  const id = array?.resources?.['cluster']?.[0]?.['global_id' as 'id'];
  return typeof id === 'string' ? id : undefined;
}

/** Attributes that tell when an array was read: arrays are read one after the other, and the simulator has one clock. */
const momentary: ReadonlySet<string> = new Set(['system_time']);

function createComparer() {
  const deviations = new Map<string, ParityDeviation>();
  let compared = 0;

  const deviate = (path: string, recorded: unknown, simulated: unknown): void => {
    const known = deviations.get(path);
    if (known) known.rows += 1;
    else deviations.set(path, { path, rows: 1, recorded, simulated });
  };

  const compare = (recorded: unknown, simulated: unknown, path: string): void => {
    if (isRow(recorded) && isRow(simulated)) {
      for (const name of new Set([...Object.keys(recorded), ...Object.keys(simulated)]))
        if (!momentary.has(name)) compare(recorded[name], simulated[name], `${path}/${name}`);
      return;
    }
    compared += 1;
    if (!isEqual(recorded, simulated)) deviate(path, recorded, simulated);
  };

  return {
    compareRows(recorded: readonly Row[], simulated: readonly Row[], path: string): void {
      const byId = new Map(simulated.map((row) => [row['id'], row]));
      for (const row of recorded) {
        const counterpart = byId.get(row['id']);
        if (counterpart) compare(row, counterpart, path);
        else deviate(path, 'present', 'missing');
        byId.delete(row['id']);
      }
      for (const _ of byId) deviate(path, 'missing', 'present');
    },
    result: (): Omit<Parity, 'missing'> => ({ deviations: [...deviations.values()], compared }),
  };
}

/** Lists of related resources are in no order. */
function isEqual(recorded: unknown, simulated: unknown): boolean {
  if (!Array.isArray(recorded) || !Array.isArray(simulated)) return recorded === simulated;
  const [one, other] = [recorded, simulated].map((list) => list.map((item) => JSON.stringify(item)).toSorted());
  return JSON.stringify(one) === JSON.stringify(other);
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
