import { describe, expect, it } from 'vitest';
import { lifecycle, operations } from '../src/index.ts';
import { document, operations as documented, schema } from './document.ts';

// What is expected here is written down from the vendor's API documents and guides, not from the contract.

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
      expect({ name, reads: safety === 'read', again: retry === 'safe' }).toEqual({
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
    expect(body.schema.required ?? [], 'no field is required').toEqual([]);
    expect(body.schema.additionalProperties, 'arrays refuse unknown fields').toBe(false);
  });

  it('of reprotect exists since 4.0.0.0, although the operation is older', () => {
    expect(bodyOf('replication_session_reprotect').schema['x-added']).toBe('4.0.0.0');
    expect(operations.replication_session_reprotect.added).toBe('1.0.0.0');
  });

  it('of stop_failover_test: force is deprecated', () => {
    expect(bodyOf('replication_session_stop_failover_test').schema.properties?.['force']?.deprecated).toBe(true);
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
      .filter(({ resource }) => resource !== 'replication_session')
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
    expect(Object.keys(document.paths)).toHaveLength(19);
  });
});

function bodyOf(operationId: string) {
  const body = documented.find((item) => item.operation.operationId === operationId)?.operation.requestBody;
  const name = body?.content?.['application/json']?.schema.$ref?.split('/').at(-1);
  if (!body || name === undefined) throw new Error(`${operationId} has no body`);
  return { required: body.required ?? false, schema: schema(name) };
}
