import { describe, expect, it } from 'vitest';
import { bodies, operations, schema } from './document.ts';
import { violations } from './validator.ts';
import { attributes } from './wide-tables.ts';

const named = bodies.map((body) => ({ ...body, body: `${body.operationId} ${body.kind}` }));
const values = bodies.flatMap(({ examples }) => examples.flatMap(({ value }) => value));

/** Answers of real arrays that are public, by session. */
const captured = [
  '69872124-5668-59d5-2e21-eebf62ba21c6',
  '2754bad0-cfcd-4796-a06b-78368bad1cd7',
  '62a9b5c4-f82e-5668-3ea4-4ad525462806',
  '62a72cbf-36a0-c57a-04f0-da3630264434',
];

const resources = [
  'replication_session',
  'remote_system',
  'replication_rule',
  'policy',
  'volume',
  'volume_group',
  'host_volume_mapping',
];

const rowsOf = (resource: string): Record<string, unknown>[] =>
  examplesOf(`${resource}_instance_query`).flatMap(({ value }) => (isRecord(value) ? [value] : []));

const sessionWithId = (wanted: string): Record<string, unknown> => {
  const found = values.find((value) => isRecord(value) && value['id'] === wanted && 'state' in value);
  if (!isRecord(found)) throw new Error(`no example is the session ${wanted}`);
  return found;
};

describe('examples', () => {
  it('are there for the answers of every operation', () => {
    expect(operations).toHaveLength(38);
    expect(new Set(bodies.map(({ operationId }) => operationId)).size).toBe(38);
    expect(bodies.length).toBeGreaterThan(150);
  });

  it.for(named)('of $body: there is one, and all are valid', ({ schema: bodySchema, examples }) => {
    expect(examples).not.toEqual([]);
    for (const { name, value } of examples) {
      expect({ name, violations: violations(bodySchema, value) }).toEqual({ name, violations: [] });
    }
  });

  it.for(captured)('include the answer of a real array for session %s', (session) => {
    expect(violations(schema('replication_session_instance'), sessionWithId(session))).toEqual([]);
  });

  it.for(resources)('of the collection of %s without select are the ids there are examples of', (resource) => {
    const collection = examplesOf(`${resource}_collection_query`).find(({ name }) => name === 'default_select');
    expect(collection?.value).toEqual(rowsOf(resource).map(({ id }) => ({ id })));
  });

  it.for(resources)('of %s name nothing that there is no example of', (resource) => {
    const pointers = rowsOf(resource).flatMap((row) =>
      Object.entries(attributes[resource] ?? {}).flatMap(([name, { references, related }]) => {
        const to = references ?? related;
        if (to === undefined || !resources.includes(to)) return [];
        return [row[name] ?? []].flat().map((value) => ({ name, to, id: isRecord(value) ? value['id'] : value }));
      }),
    );
    const lost = pointers.filter(({ to, id }) => !rowsOf(to).some((row) => row['id'] === id));
    // The session of a file system is below that of its NAS server, which the captured answers do not have.
    expect(lost.filter(({ name }) => name !== 'parent_replication_session_id')).toEqual([]);
  });

  it.for(['volume', 'volume_group'])('of %s are of their own family, or of that of what they come from', (resource) => {
    const rows = rowsOf(resource);
    for (const { id, type, protection_data: data } of rows) {
      const { family_id: family, source_id: source, parent_id: parent } = data as Record<string, unknown>;
      const original = rows.find((row) => row['id'] === source);
      expect({ id, type: original?.['type'], family, parent }).toEqual(
        type === 'Primary'
          ? { id, type: undefined, family: id, parent: null }
          : { id, type: 'Primary', family: source, parent: source },
      );
    }
  });

  it('of what is replicated agree with those of the sessions', () => {
    const sessions = rowsOf('replication_session');
    const pointing = (attribute: string, to: unknown) =>
      sessions.filter((session) => session[attribute] === to).map(({ id }) => ({ id }));
    for (const system of rowsOf('remote_system')) {
      expect(system['replication_sessions']).toEqual(pointing('remote_system_id', system['id']));
    }
    for (const rule of rowsOf('replication_rule')) {
      expect(rule['replication_sessions']).toEqual(pointing('replication_rule_id', rule['id']));
    }
    for (const local of [...rowsOf('volume'), ...rowsOf('volume_group')]) {
      const ofIt = sessions.filter((session) => session['local_resource_id'] === local['id']);
      expect(local['replication_sessions']).toEqual(ofIt.map(({ id }) => ({ id })));
      const metro = ofIt.find((session) => session['type'] === 'Metro_Active_Active');
      expect(local['metro_replication_session_id']).toBe(metro?.['id'] ?? null);
    }
  });
});

describe('enums', () => {
  const fileSystem = '62a72cbf-36a0-c57a-04f0-da3630264434';

  it('are open in answers: an array said filesystem, which is no literal', () => {
    expect(sessionWithId(fileSystem)['resource_type']).toBe('filesystem');
    expect(schema('ReplicatedResourceTypeEnum').enum).not.toContain('filesystem');
    expect(violations(schema('ReplicatedResourceTypeEnum'), 'filesystem')).not.toEqual([]);
    expect(violations(schema('replication_session_instance'), sessionWithId(fileSystem))).toEqual([]);
  });

  it('take strings only, open or not', () => {
    const session = { ...sessionWithId(fileSystem), resource_type: 7 };
    expect(violations(schema('replication_session_instance'), session).join()).toContain('/resource_type');
  });

  it('are closed in requests', () => {
    expect(violations(schema('replication_session_modify_request'), { role: 'Metro_Preferred' })).toEqual([]);
    expect(violations(schema('replication_session_modify_request'), { role: 'Metro_Favourite' })).toEqual([
      '/role must be equal to one of the allowed values',
    ]);
  });
});

describe('schemas', () => {
  it('refuse what a request does not have', () => {
    expect(violations(schema('replication_session_failover_request'), { is_planed: true })).toEqual([
      '(root) must NOT have additional properties',
    ]);
    expect(violations(schema('replication_session_promote_request'), { force: true })).not.toEqual([]);
  });

  it('let answers have more than is documented', () => {
    const session = { ...sessionWithId('2754bad0-cfcd-4796-a06b-78368bad1cd7'), attribute_of_release_5: 1 };
    expect(violations(schema('replication_session_instance'), session)).toEqual([]);
  });

  it.for([
    ['last_sync_timestamp', 'yesterday'],
    ['progress_percentage', 'half'],
    ['progress_percentage', -1],
    ['id', null],
    ['storage_element_pairs', [{ local_storage_element_id: 'a' }]],
  ] as const)('refuse %s: %j', ([attribute, value]) => {
    const session = { ...sessionWithId('2754bad0-cfcd-4796-a06b-78368bad1cd7'), [attribute]: value };
    expect(violations(schema('replication_session_instance'), session).join()).toContain(`/${attribute}`);
  });
});

const examplesOf = (operationId: string) => bodies.find((body) => body.operationId === operationId)?.examples ?? [];

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
