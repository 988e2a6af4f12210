import { describe, expect, it } from 'vitest';
import { lifecycle, operations } from '../src/index.ts';
import { document, operations as documented, schema } from './document.ts';

// These expectations come from the vendor's API documents and guides, not from the contract.

const session = '/replication_session/{id}';

/** Name, method, path, the release that brought it, and what it answers when it works. */
const known = [
  ['replication_session_collection_query', 'GET', '/replication_session', '1.0.0.0', [200, 206]],
  ['replication_session_instance_query', 'GET', session, '1.0.0.0', [200]],
  ['replication_session_modify', 'PATCH', session, '3.0.0.0', [202, 204]],
  ['replication_session_sync', 'POST', `${session}/sync`, '1.0.0.0', [202, 204]],
  ['replication_session_pause', 'POST', `${session}/pause`, '1.0.0.0', [202, 204]],
  ['replication_session_resume', 'POST', `${session}/resume`, '1.0.0.0', [202, 204]],
  ['replication_session_failover', 'POST', `${session}/failover`, '1.0.0.0', [202, 204]],
  ['replication_session_reprotect', 'POST', `${session}/reprotect`, '1.0.0.0', [202, 204]],
  ['replication_session_start_failover_test', 'POST', `${session}/start_failover_test`, '2.0.0.0', [202, 204]],
  ['replication_session_stop_failover_test', 'POST', `${session}/stop_failover_test`, '2.0.0.0', [200, 202, 204]],
  ['replication_session_promote', 'POST', `${session}/promote`, '3.0.0.0', [202, 204]],
  ['replication_session_demote', 'POST', `${session}/demote`, '3.0.0.0', [202, 204]],
] as const;

describe('operations of replication_session', () => {
  it('are these twelve: sessions are neither created nor deleted here', () => {
    const found = Object.entries(operations).filter(([, { resource }]) => resource === 'replication_session');
    expect(found.map(([name]) => name).toSorted()).toEqual(known.map(([name]) => name).toSorted());
  });

  it.for(known)('%s is %s %s since %s and answers %j', ([name, method, path, added, successes]) => {
    const operation = operations[name];
    expect(operation).toMatchObject({ method, path, added });
    expect(operation.statuses.filter((status) => status < 300)).toEqual(successes);
  });

  it.for(known)('%s answers every error that its kind can', ([name, method]) => {
    const everywhere = [400, 401, 403, 406, 500, 503];
    const { statuses } = operations[name];
    expect(statuses).toEqual(expect.arrayContaining(everywhere));
    expect(statuses.includes(404), '404 for an id that is not there').toBe(name !== known[0][0]);
    expect(statuses.includes(416), '416 for a part that is not there').toBe(name === known[0][0]);
    expect(statuses.includes(422), '422 for what fails while it is carried out').toBe(method !== 'GET');
    expect(
      statuses.filter((status) => [409, 429].includes(status)),
      'arrays know neither',
    ).toEqual([]);
  });

  it('that read may be sent again, and no other', () => {
    for (const [name, method] of known) {
      const { safety, retry } = operations[name];
      expect({ name, reads: safety === 'read-only', again: retry === 'safe' }).toEqual({
        name,
        reads: method === 'GET',
        again: method === 'GET',
      });
    }
  });

  it('that can take data or access away are disruptive', () => {
    const disruptive = known.map(([name]) => name).filter((name) => operations[name].safety === 'disruptive');
    expect(disruptive).toEqual([
      'replication_session_modify',
      'replication_session_pause',
      'replication_session_failover',
      'replication_session_reprotect',
      'replication_session_promote',
      'replication_session_demote',
    ]);
  });
});

/** The same for what sessions are made of and made by. */
const around = [
  ['remote_system_collection_query', 'GET', '/remote_system', '1.0.0.0', [200, 206]],
  ['remote_system_instance_query', 'GET', '/remote_system/{id}', '1.0.0.0', [200]],
  ['replication_rule_collection_query', 'GET', '/replication_rule', '1.0.0.0', [200, 206]],
  ['replication_rule_instance_query', 'GET', '/replication_rule/{id}', '1.0.0.0', [200]],
  ['policy_collection_query', 'GET', '/policy', '1.0.0.0', [200, 206]],
  ['policy_instance_query', 'GET', '/policy/{id}', '1.0.0.0', [200]],
  ['volume_collection_query', 'GET', '/volume', '1.0.0.0', [200, 206]],
  ['volume_instance_query', 'GET', '/volume/{id}', '1.0.0.0', [200]],
  ['volume_modify', 'PATCH', '/volume/{id}', '1.0.0.0', [202, 204]],
  ['volume_configure_metro', 'POST', '/volume/{id}/configure_metro', '3.0.0.0', [200, 202, 204]],
  ['volume_end_metro', 'POST', '/volume/{id}/end_metro', '3.0.0.0', [202, 204]],
  ['volume_group_collection_query', 'GET', '/volume_group', '1.0.0.0', [200, 206]],
  ['volume_group_instance_query', 'GET', '/volume_group/{id}', '1.0.0.0', [200]],
  ['volume_group_modify', 'PATCH', '/volume_group/{id}', '1.0.0.0', [202, 204]],
  ['volume_group_configure_metro', 'POST', '/volume_group/{id}/configure_metro', '4.0.0.0', [200, 202, 204]],
  ['volume_group_end_metro', 'POST', '/volume_group/{id}/end_metro', '4.0.0.0', [202, 204]],
  ['host_volume_mapping_collection_query', 'GET', '/host_volume_mapping', '1.0.0.0', [200, 206]],
  ['host_volume_mapping_instance_query', 'GET', '/host_volume_mapping/{id}', '1.0.0.0', [200]],
] as const;

describe('operations of remote systems, rules, policies, volumes and groups', () => {
  it.for(around)('%s is %s %s since %s and answers %j', ([name, method, path, added, successes]) => {
    const operation = operations[name];
    expect(operation).toMatchObject({ method, path, added, resource: path.split('/')[1] });
    expect(operation.statuses.filter((status) => status < 300)).toEqual(successes);
  });

  it.for(around)('%s answers every error that its kind can', ([name, method, path]) => {
    const { statuses } = operations[name];
    expect(statuses).toEqual(expect.arrayContaining([400, 401, 403, 406, 500, 503]));
    expect(statuses.includes(404)).toBe(path.includes('{id}'));
    expect(statuses.includes(416)).toBe(!path.includes('{id}'));
    expect(statuses.includes(422)).toBe(method !== 'GET');
    expect(statuses.includes(415)).toBe(method !== 'GET');
  });

  it('may be sent again where they read, and hurt where they can end replication or take a side away', () => {
    const found = around.map(([name]) => [name, operations[name].safety, operations[name].retry]);
    const expected = around.map(([name, method]) => {
      if (method === 'GET') return [name, 'read-only', 'safe'];
      return [name, name.endsWith('configure_metro') ? 'non-disruptive' : 'disruptive', 'never'];
    });
    expect(found).toEqual(expected);
  });

  it.for(['remote_system', 'replication_rule', 'policy', 'volume', 'volume_group'])(
    '%s: an instance can be named in place of its id, also in what is done to it',
    (resource) => {
      const paths = Object.entries(document.paths).filter(([path]) => path.startsWith(`/${resource}/{id}`));
      expect(paths).not.toEqual([]);
      for (const [, item] of paths) {
        expect(item['parameters']).toEqual([{ $ref: `#/components/parameters/${resource}_id` }]);
      }
      const parameter = document.components['parameters']?.[`${resource}_id`] as Record<string, unknown> | undefined;
      expect(parameter).toMatchObject({ name: 'id', in: 'path', 'x-by_name': true });
      expect(parameter?.['description']).toContain('`name:`');
    },
  );

  it.for(['replication_session', 'host_volume_mapping'])('%s cannot be named: it has no name', (resource) => {
    expect(document.components['parameters']?.[`${resource}_id`]).not.toHaveProperty('x-by_name');
  });
});

describe('request bodies', () => {
  /** Per operation: whether the body may be left out, and its fields with the release and the default of each. */
  const fields = {
    replication_session_modify: {
      required: true,
      fields: { role: ['3.0.0.0', undefined], auto_failover_state: ['4.3.0.0', undefined] },
    },
    replication_session_failover: {
      required: false,
      fields: {
        is_planned: ['1.0.0.0', true],
        reverse: ['1.0.0.0', false],
        use_test_copy: ['2.0.0.0', false],
        failover_snapshot_id: ['2.0.0.0', undefined],
        force: ['1.0.0.0', false],
      },
    },
    replication_session_reprotect: {
      required: false,
      fields: { discard_changes_after_failover: ['4.0.0.0', false] },
    },
    replication_session_start_failover_test: { required: false, fields: { snapshot_id: ['2.0.0.0', undefined] } },
    replication_session_stop_failover_test: {
      required: false,
      fields: { create_end_of_test_snapshot: ['2.0.0.0', false], force: ['2.0.0.0', false] },
    },
    replication_session_promote: { required: false, fields: {} },
    replication_session_demote: { required: false, fields: {} },
    volume_modify: {
      required: true,
      fields: {
        name: ['1.0.0.0', undefined],
        description: ['1.0.0.0', undefined],
        size: ['1.0.0.0', undefined],
        expiration_timestamp: ['1.0.0.0', undefined],
        protection_policy_id: ['1.0.0.0', undefined],
        performance_policy_id: ['1.0.0.0', undefined],
        qos_performance_policy_id: ['4.0.0.0', undefined],
        is_replication_destination: ['1.0.0.0', undefined],
        force: ['1.0.0.0', false],
        node_affinity: ['1.0.0.0', undefined],
        app_type: ['2.1.0.0', undefined],
        app_type_other: ['2.1.0.0', undefined],
        is_secure: ['3.5.0.0', undefined],
      },
    },
    volume_configure_metro: {
      required: true,
      fields: { remote_system_id: ['3.0.0.0', undefined], remote_appliance_id: ['3.0.0.0', undefined] },
    },
    volume_end_metro: {
      required: false,
      fields: { delete_remote_volume: ['3.0.0.0', false], force: ['3.0.0.0', false] },
    },
    volume_group_modify: {
      required: true,
      fields: {
        name: ['1.0.0.0', undefined],
        description: ['1.0.0.0', undefined],
        is_write_order_consistent: ['1.0.0.0', undefined],
        protection_policy_id: ['1.0.0.0', undefined],
        qos_performance_policy_id: ['4.0.0.0', undefined],
        expiration_timestamp: ['2.0.0.0', undefined],
        is_secure: ['3.5.0.0', undefined],
        is_replication_destination: ['1.0.0.0', undefined],
        force: ['1.0.0.0', false],
      },
    },
    volume_group_configure_metro: {
      required: true,
      fields: { remote_system_id: ['4.0.0.0', undefined], remote_appliance_id: ['4.0.0.0', undefined] },
    },
    volume_group_end_metro: {
      required: false,
      fields: { delete_remote_volume_group: ['4.0.0.0', false], force: ['4.0.0.0', false] },
    },
  };
  /** Fields that cannot be left out. */
  const required: Record<string, string[]> = {
    volume_configure_metro: ['remote_system_id'],
    volume_group_configure_metro: ['remote_system_id'],
  };

  it('are taken by these operations only', () => {
    const withBody = documented
      .filter(({ operation }) => operation.requestBody)
      .map((item) => item.operation.operationId);
    expect(withBody).toEqual(Object.keys(fields));
  });

  it.for(Object.entries(fields))('%s: fields, releases and defaults', ([name, expected]) => {
    const body = bodyOf(name);
    const found = Object.entries(body.schema.properties ?? {}).map(([field, item]) => [
      field,
      [item['x-added'] ?? body.schema['x-added'] ?? '1.0.0.0', item.default],
    ]);
    expect({ required: body.required, fields: Object.fromEntries(found) }).toEqual(expected);
    expect(body.schema.required ?? []).toEqual(required[name] ?? []);
    expect(body.schema.additionalProperties, 'arrays refuse unknown fields').toBe(false);
  });

  it('of reprotect exists since 4.0.0.0, although the operation is older', () => {
    expect(bodyOf('replication_session_reprotect').schema['x-added']).toBe('4.0.0.0');
    expect(operations.replication_session_reprotect.added).toBe('1.0.0.0');
  });

  it('of stop_failover_test: force is deprecated', () => {
    expect(bodyOf('replication_session_stop_failover_test').schema.properties?.['force']?.deprecated).toBe(true);
  });

  it.for(['volume_modify', 'volume_group_modify'])('of %s: a policy is removed with null', (name) => {
    expect(bodyOf(name).schema.properties?.['protection_policy_id']?.type).toEqual(['string', 'null']);
  });

  it('have their defaults in the state table', () => {
    expect(lifecycle.replication_session_failover?.defaults).toEqual({
      is_planned: true,
      reverse: false,
      use_test_copy: false,
      force: false,
    });
    expect(lifecycle.replication_session_reprotect?.defaults).toEqual({ discard_changes_after_failover: false });
    expect(lifecycle.replication_session_sync?.defaults).toEqual({});
  });
});

describe('further sections', () => {
  it('are there to log in, to follow a job and to know the release', () => {
    const others = Object.values(operations)
      .filter(({ path }) => ![...known, ...around].some(([, , other]) => other === path))
      .map(({ method, path }) => `${method} ${path}`);
    expect(others.toSorted()).toEqual([
      'GET /cluster',
      'GET /cluster/{id}',
      'GET /job',
      'GET /job/{id}',
      'GET /login_session',
      'GET /software_installed',
      'GET /software_installed/{id}',
      'POST /logout',
    ]);
    expect(Object.keys(document.paths)).toHaveLength(35);
  });
});

function bodyOf(operationId: string) {
  const body = documented.find((item) => item.operation.operationId === operationId)?.operation.requestBody;
  const name = body?.content?.['application/json']?.schema.$ref?.split('/').at(-1);
  if (!body || name === undefined) throw new Error(`${operationId} has no body`);
  return { required: body.required ?? false, schema: schema(name) };
}
