import { createSimulator } from '@powerstore-api/mock-server';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { InputError, isPowerStoreError, type PowerStore, type Where } from '../src/index.js';
import { login } from './helpers/simulated-pair.js';

// A filter must mean the same to the array, with any characters in it. The simulator reads the whole query language.

const simulator = await createSimulator({
  tls: false,
  fast: true,
  clock: 'manual',
  sessions: ['one', 'two', 'three', 'four'].map((it) => ({
    name: it,
    kind: 'volume',
    type: 'Asynchronous',
    source: 'a',
  })),
});
let array: PowerStore;
let ids: string[];

beforeAll(async () => {
  array = await login(simulator.a);
  ids = (await array.volumes.list({ where: { name: ['one', 'two', 'three', 'four'] } }).toArray()).map(({ id }) => id);
});

afterAll(async () => {
  await array.close();
  await simulator.close();
});

type Volumes = Where<'volume'>;
type Names = readonly [string, string, string, string];

/** The names that a query finds, when volumes have these. */
async function found(where: string | Volumes): Promise<string[]> {
  const volumes = await array.volumes.list({ select: ['name'], where, order: ['name'] }).toArray();
  return volumes.map(({ name }) => name).toSorted();
}

async function rename(names: readonly string[]): Promise<void> {
  // First to unused names, because no two volumes may have the same name.
  for (const [index, id] of ids.entries()) await array.volumes.modify(id, { name: `${id}-${index}` });
  for (const [index, id] of ids.entries()) await array.volumes.modify(id, { name: names[index] ?? '' });
}

const reserved = fc.constantFrom(...' ,.:()"\\{}&=#+%*?/\'[]', '\n', '\t', '\u00a0', 'é', '\u{1f4be}', 'null', 'not.');
// Like the unit `binary` of fc.string, which takes seconds to count its characters.
const character = fc
  .nat(0x10_ff_ff)
  .filter((code) => code < 0xd8_00 || code > 0xdf_ff)
  .map((code) => String.fromCodePoint(code));
const name = fc.array(fc.oneof(reserved, character), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
const lower = (text: string): string => text.toLowerCase();
const names = fc
  .uniqueArray(name, { minLength: 4, maxLength: 4, selector: lower })
  .map(([a = '', b = '', c = '', d = '']): Names => [a, b, c, d]);

/** A query, and which of four names it has to find. Names are compared without regard to case. */
const queries: readonly (readonly [title: string, where: (names: Names) => Volumes, expected: readonly number[]])[] = [
  ['a value', ([a]) => ({ name: a }), [0]],
  ['eq', ([a]) => ({ name: { eq: a } }), [0]],
  ['neq', ([a]) => ({ name: { neq: a } }), [1, 2, 3]],
  ['a list', ([a, b]) => ({ name: [a, b] }), [0, 1]],
  ['an empty list', () => ({ name: [] }), []],
  ['in', ([a, , c]) => ({ name: { in: [a, c] } }), [0, 2]],
  ['not a value', ([a]) => ({ name: { not: a } }), [1, 2, 3]],
  ['not a list', ([a, b]) => ({ name: { not: [a, b] } }), [2, 3]],
  ['not not', ([a]) => ({ name: { not: { not: a } } }), [0]],
  ['two operators', ([a, b]) => ({ name: { in: [a, b], neq: b } }), [0]],
  ['not of two operators', ([a, b]) => ({ name: { not: { in: [a, b], neq: b } } }), [1, 2, 3]],
  ['or', ([a, b]) => ({ or: [{ name: a }, { name: b }] }), [0, 1]],
  ['or of one', ([a]) => ({ or: [{ name: a }] }), [0]],
  ['and', ([a, b]) => ({ and: [{ name: { neq: a } }, { name: { neq: b } }] }), [2, 3]],
  ['not', ([a]) => ({ not: { name: a } }), [1, 2, 3]],
  ['not of two', ([a]) => ({ not: { name: a, size: { gt: 0 } } }), [1, 2, 3]],
  ['not or', ([a, b]) => ({ not: { or: [{ name: a }, { name: b }] } }), [2, 3]],
  [
    'groups in groups',
    ([a, b, c]) => ({ or: [{ name: [a, b], not: { name: b } }, { and: [{ name: c }, { size: { gte: 1 } }] }] }),
    [0, 2],
  ],
  [
    'several groups',
    ([a, b, c]) => ({ or: [{ name: a }, { name: b }], and: [{ or: [{ name: b }, { name: c }] }] }),
    [1],
  ],
];

test('every operator and group finds the right rows, with any names', async () => {
  await fc.assert(
    fc.asyncProperty(names, async (four) => {
      await rename(four);
      for (const [title, where, expected] of queries) {
        const own: Volumes = { and: [{ id: ids }, where(four)] };
        expect(await found(own), title).toEqual(expected.map((index) => four[index]).toSorted());
      }
    }),
    { numRuns: 30 },
  );
});

test('a pattern is taken literally, except the asterisk', async () => {
  await fc.assert(
    fc.asyncProperty(name, async (text) => {
      const plain = text.replaceAll('*', '-');
      await rename([`<${plain}>`, `${plain}>`, 'another', 'one more']);
      expect(await found({ name: { ilike: `<${plain}*` } })).toEqual([`<${plain}>`]);
      expect(await found({ or: [{ name: { ilike: `*${plain}>` } }, { name: 'another' }] })).toEqual(
        [`<${plain}>`, `${plain}>`, 'another'].toSorted(),
      );
      expect(await found({ id: ids, name: { not: { ilike: `*${plain}>` } } })).toEqual(['another', 'one more']);
    }),
    { numRuns: 30 },
  );
});

test('numbers, times, truth values, enums, null and JSON paths', async () => {
  await rename(['a', 'b', 'c', 'd']);
  const all = ['a', 'b', 'c', 'd'];
  const { creation_timestamp: made, size } = await array.volumes.get(ids[0] ?? '', {
    select: ['creation_timestamp', 'size'],
  });
  expect(await found({ name: all, size: { gte: size, lte: size } })).toEqual(all);
  expect(await found({ name: all, size: { gt: size } })).toEqual([]);
  expect(await found({ name: all, size: [size, 1] })).toEqual(all);
  expect(await found({ name: all, creation_timestamp: new Date(made) })).toEqual(all);
  expect(await found({ name: all, creation_timestamp: { lt: new Date(made) } })).toEqual([]);
  expect(await found({ name: all, or: [{ creation_timestamp: { gte: made } }, { size: 0 }] })).toEqual(all);
  expect(await found({ name: all, is_replication_destination: true })).toEqual([]);
  expect(await found({ name: all, is_replication_destination: { not: { is: true } } })).toEqual(all);
  expect(await found({ name: all, type: 'Primary', state: { not: ['Initializing'] } })).toEqual(all);
  expect(await found({ name: all, migration_session_id: null })).toEqual(all);
  expect(await found({ name: all, migration_session_id: { not: null } })).toEqual([]);
  expect(await found({ name: all, 'protection_policy->>name': { not: null } })).toEqual(all);
  expect(await found({ name: all, 'protection_policy->>name': 'no such policy' })).toEqual([]);
});

test('lists', async () => {
  const systems = await array.remoteSystems.list({ select: ['id', 'capabilities'] }).toArray();
  const most = systems.reduce((a, b) => (a.capabilities.length > b.capabilities.length ? a : b)).capabilities;
  expect(most.length).toBeGreaterThan(1);
  for (const asked of [most, most.slice(1), most.slice(0, 1)]) {
    const contain = systems.filter(({ capabilities }) => asked.every((it) => capabilities.includes(it)));
    const contained = systems.filter(({ capabilities }) => capabilities.every((it) => asked.includes(it)));
    const others = systems.filter((it) => !contained.includes(it));
    const list = (where: Where<'remote_system'>) => array.remoteSystems.list({ select: ['id', 'capabilities'], where });
    expect(await list({ capabilities: { cs: asked } }).toArray()).toEqual(contain);
    expect(await list({ capabilities: { cd: asked } }).toArray()).toEqual(contained);
    expect(await list({ not: { capabilities: { cd: asked } } }).toArray()).toEqual(others);
    expect(await list({ or: [{ capabilities: { cd: asked } }, { id: 'none' }] }).toArray()).toEqual(contained);
  }
});

test('a string is a part of the query as it is', async () => {
  await rename(['a b', 'b#', 'c', 'd']);
  expect(await found('name=in.("a b",c)&size=gt.0')).toEqual(['a b', 'c']);
  expect(await found('name=eq.a%20b')).toEqual(['a b']);
  expect(await found('or=(name.eq.b#,name.eq.d)')).toEqual(['b#', 'd']);
});

test('a related resource has the attributes that were selected', async () => {
  const [session] = await array.replicationSessions
    .list({
      select: ['id', 'replication_rule', { remote_system: ['name'], volumes: ['id', 'type'] }, { volume_groups: [] }],
    })
    .toArray();
  expect(session).toEqual({
    id: expect.any(String),
    replication_rule: { id: expect.any(String) },
    remote_system: { name: expect.any(String) },
    volumes: [{ id: expect.any(String), type: 'Primary' }],
    volume_groups: [],
  });
});

test.each([
  [{ state: undefined }, 'where: state cannot be compared with undefined'],
  [{ state: {} }, 'where: state has an object without an operator'],
  [{ size: Number.NaN }, 'where: size cannot be compared with NaN'],
  [{ creation_timestamp: new Date('x') }, 'where: creation_timestamp cannot be compared with Invalid Date'],
  [{ name: [null] }, 'where: name cannot be compared with null'],
  [{ name: { in: 'a' } }, 'where: name must be compared with a list'],
  [{ name: { ge: 'a' } }, 'where: name has ge, which is not an operator'],
  [{ or: [] }, 'where: or and not must have at least one condition'],
  [{ or: [{}] }, 'where: or and not must have at least one condition'],
  [{ not: {} }, 'where: or and not must have at least one condition'],
  [{ or: { name: 'a' } }, 'where: or must be a list'],
  [{ and: ['name=eq.a'] }, 'where: and must have conditions'],
  [{ 'name,size': 'a' }, 'where: name,size is neither an attribute nor a JSON path'],
])('%j is refused before anything is sent', (where: object, message) => {
  expect(() => array.volumes.list({ where })).toThrow(new InputError(message));
});

test('a URL that is too long is refused before anything is sent', async () => {
  const requests = simulator.journal.length;
  const where = { id: Array.from({ length: 400 }, () => '5a3d1f0e-0000-4000-8000-000000000000') };
  const error = await array.volumes
    .list({ where })
    .toArray()
    .catch((reason: unknown) => reason);
  expect(isPowerStoreError(error) && error.code).toBe('ERR_POWERSTORE_URL_TOO_LONG');
  expect(error).toMatchObject({
    message: expect.stringMatching(/^The request was not sent: its URL has 1\d{4} characters, and the limit is 8000$/),
    hint: expect.stringContaining("`select: '*'`"),
  });
  expect(simulator.journal.length).toBe(requests);
  expect(await array.volumes.list({ where: { id: where.id.slice(0, 150) } }).toArray()).toEqual([]);
});
