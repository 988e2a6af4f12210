import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { isNotFoundError } from '../src/index.js';
import { rejection } from './helpers/rejection.js';
import { simulated } from './helpers/simulated.js';

const contractFile = new URL(import.meta.resolve('@powerstore-api/types/contract.json'));

interface Parameter {
  readonly $ref?: string;
  readonly 'x-by_name'?: boolean;
}

interface Contract {
  readonly paths: Readonly<Record<string, { readonly parameters?: readonly Parameter[] }>>;
  readonly components: { readonly parameters: Readonly<Record<string, Parameter>> };
}

describe('a 404 on a name', () => {
  test('of a session says how to find one', async () => {
    await using it = await simulated({}, { sessions: [{ name: 'erp data' }] });
    const { replicationSessions, volumes } = it.array;
    const asking = [
      () => replicationSessions.get('erp data'),
      () => replicationSessions.get('name:erp data'),
      () => replicationSessions.pause('name:erp data'),
      () => replicationSessions.waitUntil('name:erp data', 'OK', { timeout: 60_000 }),
    ];
    for (const ask of asking) {
      const error = await rejection(ask());
      expect(isNotFoundError(error) && error.hint).toBe(
        "A replication_session has no name. Get the id of its volume or group by array.volumes.get('name:erp data') or " +
          "array.volumeGroups.get('name:erp data'), and list sessions where local_resource_id is it.",
      );
    }
    // As it says.
    const { id } = await volumes.get('name:erp data');
    const found = await replicationSessions.list({ where: { local_resource_id: id } }).toArray();
    expect(found).toEqual([{ id: it.id }]);
  });

  test('without name: says how to write a name', async () => {
    await using it = await simulated({}, { sessions: [{ name: 'erp data' }] });
    const error = await rejection(it.array.volumes.get('erp data'));
    expect(isNotFoundError(error) && error.hint).toBe("If this is its name, write 'name:erp data'.");
    // As it says.
    await it.array.volumes.get('name:erp data');
  });

  test('of another resource without names says so', async () => {
    await using it = await simulated();
    const error = await rejection(it.array.jobs.get('name:sync'));
    expect(isNotFoundError(error) && error.hint).toBe('A job has no name. List the collection to find its id.');
  });

  test('of a resource with names has no such advice, by the contract', async () => {
    await using it = await simulated();
    const contract = JSON.parse(await readFile(contractFile, 'utf8')) as Contract;
    const named = Object.entries(contract.paths).flatMap(([path, { parameters = [] }]) => {
      const isNamed = parameters.some(({ $ref = '', ...own }) => {
        const parameter = contract.components.parameters[$ref.split('/').at(-1) ?? ''] ?? own;
        return parameter['x-by_name'] === true;
      });
      return isNamed && /^\/\w+\/\{id\}$/.test(path) ? [path.split('/')[1] ?? ''] : [];
    });
    const { volumes, volumeGroups, policies, remoteSystems, replicationRules } = it.array;
    const reads: Readonly<Record<string, (id: string) => Promise<unknown>>> = {
      volume: volumes.get,
      volume_group: volumeGroups.get,
      policy: policies.get,
      remote_system: remoteSystems.get,
      replication_rule: replicationRules.get,
    };
    expect(named.toSorted()).toEqual(Object.keys(reads).toSorted());
    for (const read of Object.values(reads)) {
      const error = await rejection(read('name:nothing-of-this-name'));
      expect(isNotFoundError(error) && error.hint).toBeUndefined();
    }
  });

  test('with an id has no such advice', async () => {
    await using it = await simulated();
    const error = await rejection(it.array.replicationSessions.get('00000000-0000-4000-8000-000000000000'));
    expect(isNotFoundError(error) && error.hint).toBeUndefined();
  });
});
