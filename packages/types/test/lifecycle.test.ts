import { describe, expect, it } from 'vitest';
import {
  judge,
  lifecycle,
  type LifecycleOperation,
  type LifecycleRule,
  type ReplicationState,
  replicationStateValues,
  type Situation,
  withDefaults,
} from '../src/index.ts';

// These state tables come from the vendor's API documents and guides, not from the contract.

interface Case {
  action: LifecycleOperation;
  body?: Record<string, unknown>;
  /** Type of the session; all rows when it is left out. */
  type?: 'Asynchronous' | 'Metro_Active_Active' | 'Synchronous';
  resourceType?: 'volume' | 'nas_server';
  from: (ReplicationState | 'any')[];
  /** The side that is asked; either when it is left out. */
  role?: string;
  via?: string[];
  to?: string;
}

const cases: Case[] = [
  {
    action: 'replication_session_sync',
    type: 'Asynchronous',
    from: ['OK', 'System_Paused'],
    role: 'Source',
    via: ['Synchronizing'],
    to: 'OK',
  },
  { action: 'replication_session_sync', type: 'Metro_Active_Active', from: [] },
  { action: 'replication_session_sync', type: 'Synchronous', from: [] },
  {
    action: 'replication_session_pause',
    from: ['OK', 'Synchronizing', 'System_Paused', 'Fractured'],
    via: ['Pausing'],
    to: 'Paused',
  },
  { action: 'replication_session_resume', from: ['Paused'], to: 'OK' },
  { action: 'replication_session_resume', type: 'Metro_Active_Active', from: ['Paused'], to: 'OK' },
  {
    action: 'replication_session_failover',
    type: 'Asynchronous',
    from: ['OK', 'Synchronizing'],
    role: 'Source',
    via: ['Failing_Over'],
    to: 'Failed_Over',
  },
  {
    action: 'replication_session_failover',
    body: { reverse: true },
    type: 'Asynchronous',
    from: ['OK', 'Synchronizing'],
    role: 'Source',
    via: ['Failing_Over', 'Reprotecting'],
    to: 'OK',
  },
  {
    action: 'replication_session_failover',
    body: { is_planned: false },
    type: 'Asynchronous',
    // Every state after the loss of the source, and a planned failover that hangs.
    from: ['OK', 'Synchronizing', 'System_Paused', 'Paused', 'Failing_Over'],
    role: 'Destination',
    via: ['Failing_Over_For_DR'],
    to: 'Failed_Over',
  },
  {
    action: 'replication_session_failover',
    body: { is_planned: false, force: true },
    type: 'Asynchronous',
    from: ['OK', 'Synchronizing', 'System_Paused', 'Paused', 'Failing_Over', 'Failed_Over'],
    role: 'Destination',
    via: ['Failing_Over_For_DR'],
    to: 'Failed_Over',
  },
  // Reversing is for planned failovers only.
  { action: 'replication_session_failover', body: { is_planned: false, reverse: true }, from: [] },
  { action: 'replication_session_failover', type: 'Metro_Active_Active', from: [] },
  // CSI's driver sends both failovers to synchronous groups too.
  {
    action: 'replication_session_failover',
    type: 'Synchronous',
    resourceType: 'volume',
    from: ['OK'],
    role: 'Source',
    via: ['Failing_Over'],
    to: 'Failed_Over',
  },
  {
    action: 'replication_session_failover',
    body: { is_planned: false },
    type: 'Synchronous',
    resourceType: 'volume',
    from: ['OK', 'System_Paused', 'Paused'],
    role: 'Destination',
    via: ['Failing_Over_For_DR'],
    to: 'Failed_Over',
  },
  {
    action: 'replication_session_reprotect',
    type: 'Asynchronous',
    from: ['Failed_Over'],
    role: 'Source',
    via: ['Reprotecting'],
    to: 'OK',
  },
  {
    action: 'replication_session_reprotect',
    body: { discard_changes_after_failover: true },
    resourceType: 'nas_server',
    from: ['Failed_Over'],
    role: 'Source',
    to: 'OK',
  },
  // Only NAS servers can drop the data written since.
  {
    action: 'replication_session_reprotect',
    body: { discard_changes_after_failover: true },
    resourceType: 'volume',
    from: [],
  },
  { action: 'replication_session_reprotect', type: 'Metro_Active_Active', from: [] },
  {
    action: 'replication_session_start_failover_test',
    from: ['OK', 'Synchronizing', 'Paused', 'System_Paused'],
    role: 'Destination',
  },
  { action: 'replication_session_start_failover_test', type: 'Metro_Active_Active', from: [] },
  {
    // A test can be stopped in any state.
    action: 'replication_session_stop_failover_test',
    from: ['any'],
    role: 'Destination',
  },
  { action: 'replication_session_promote', type: 'Metro_Active_Active', from: ['Fractured', 'Paused'] },
  { action: 'replication_session_promote', type: 'Asynchronous', from: [] },
  { action: 'replication_session_demote', type: 'Metro_Active_Active', from: ['Fractured', 'Paused'] },
  { action: 'replication_session_demote', type: 'Asynchronous', from: [] },
  {
    action: 'replication_session_modify',
    body: { role: 'Metro_Preferred' },
    from: ['OK'],
    role: 'Metro_Non_Preferred',
    via: ['Modify_Role_In_Progress'],
    to: 'OK',
  },
];

const named = cases.map((item) => ({
  ...item,
  name: [item.action, item.body && JSON.stringify(item.body), item.type, item.resourceType].filter(Boolean).join(' '),
}));

describe('state table', () => {
  it.for(named)('$name: from $from', (wanted) => {
    const rules = rulesOf(wanted);
    expect(
      [...new Set(rules.flatMap((rule): Case['from'] => [...(rule.from ?? (['any'] as const))]))].toSorted(),
    ).toEqual(wanted.from.toSorted());
    for (const rule of rules) {
      expect(rule.roles).toEqual(wanted.role && [wanted.role]);
      expect(rule.to).toBe(wanted.to);
      expect(rule.via).toEqual(wanted.via ?? rule.via);
    }
  });

  it('covers every action', () => {
    expect(new Set(cases.map(({ action }) => action))).toEqual(new Set(Object.keys(lifecycle)));
  });

  it('offers no action on pauses of the array, on the way, or in an error', () => {
    const from = new Set(Object.values(lifecycle).flatMap(({ rules }) => rules.flatMap((rule) => rule.from ?? [])));
    expect(replicationStateValues.filter((state) => !from.has(state))).toEqual([
      'Initializing',
      'Paused_For_Migration',
      'Paused_For_NDU',
      'Pausing',
      'Resuming',
      'Modify_Role_In_Progress',
      'Failing_Over_For_DR',
      'Reprotecting',
      'Switching_To_Metro_Sync',
      'Deleting',
      'Partial_OK',
      'Partial_Paused',
      'Partial_Failed_Over',
      'Partial_Reprotected',
      'Error',
      'Switching_To_Synchronous',
      'Partial_Failed_Back',
    ]);
  });

  it('goes on, after a pause, where the session was', () => {
    const rules = rulesOf({ action: 'replication_session_resume', type: 'Asynchronous' });
    const after = Object.fromEntries(rules.flatMap((rule) => (rule.paused_in ?? []).map((state) => [state, rule.via])));
    expect(after).toEqual({
      OK: ['Resuming'],
      Synchronizing: ['Resuming', 'Synchronizing'],
      System_Paused: ['Resuming', 'Synchronizing'],
    });
  });

  it('stops with System_Paused when a synchronization fails', () => {
    expect(rulesOf({ action: 'replication_session_sync' }).map((rule) => rule.fails_to)).toEqual(['System_Paused']);
    const planned = rulesOf({ action: 'replication_session_failover', type: 'Asynchronous' });
    expect(planned.map((rule) => rule.fails_to)).toEqual(['System_Paused']);
  });

  it('exchanges the roles in a failover, and again when its changes are dropped', () => {
    for (const body of [{}, { reverse: true }, { is_planned: false }, { is_planned: false, force: true }]) {
      const rules = rulesOf({ action: 'replication_session_failover', body });
      expect(rules).not.toEqual([]);
      expect(rules.every((rule) => rule.swap_roles === true)).toBe(true);
    }
    const action = 'replication_session_reprotect';
    const discard = { discard_changes_after_failover: true };
    expect(rulesOf({ action }).map((rule) => rule.swap_roles)).toEqual([undefined]);
    expect(rulesOf({ action, body: discard }).map((rule) => rule.swap_roles)).toEqual([true]);
  });

  it('needs the other array for what is planned, and does without for what is not', () => {
    expect(links('replication_session_sync')).toEqual(['up']);
    expect(links('replication_session_failover')).toEqual(['up']);
    expect(links('replication_session_failover', { is_planned: false })).toEqual([undefined]);
    expect(links('replication_session_pause')).toEqual([undefined]);
  });

  it('knows the failover test: only started once, only stopped when it runs, only left with its copy', () => {
    const started = { failover_test_in_progress: true };
    const stopped = { failover_test_in_progress: false };
    expect(testOf('replication_session_start_failover_test')).toEqual([[false, started]]);
    expect(testOf('replication_session_stop_failover_test')).toEqual([[true, stopped]]);
    expect(testOf('replication_session_failover')).toEqual([[false, undefined]]);
    expect(testOf('replication_session_failover', { is_planned: false })).toEqual([[false, undefined]]);
    expect(testOf('replication_session_failover', { is_planned: false, use_test_copy: true })).toEqual([
      [true, stopped],
    ]);
  });

  it('keeps the state of a metro session that is promoted or demoted', () => {
    expect(effects('replication_session_promote')).toEqual([{ set: { local_resource_state: 'Promoted' } }]);
    expect(effects('replication_session_demote')).toEqual([{ set: { local_resource_state: 'Demoted' } }]);
  });
});

describe('the verdict', () => {
  const asynchronous = { type: 'Asynchronous', resource_type: 'volume', link: 'up', failover_test: false } as const;
  const synchronous = { ...asynchronous, type: 'Synchronous' } as const;
  const source = { role: 'Source' } as const;
  it.for<[title: string, possible: boolean | undefined, expected: boolean | undefined]>([
    ['a planned failover of a source', failover({}, { ...asynchronous, ...source, state: 'OK' }), true],
    ['of a synchronous source', failover({}, { ...synchronous, ...source, state: 'OK' }), true],
    ['of a destination', failover({}, { ...synchronous, role: 'Destination', state: 'OK' }), false],
    ['once more', failover({}, { ...asynchronous, ...source, state: 'Failed_Over' }), false],
    ['of metro', failover({}, { ...asynchronous, type: 'Metro_Active_Active', state: 'OK' }), false],
    ['with a test running', failover({}, { ...asynchronous, ...source, state: 'OK', failover_test: true }), false],
    // No source says these.
    ['without the other array', failover({}, { ...asynchronous, ...source, state: 'OK', link: 'down' }), undefined],
    [
      'of a synchronous source, reversed',
      failover({ reverse: true }, { ...synchronous, ...source, state: 'OK' }),
      undefined,
    ],
    ['in a partial state', failover({}, { ...asynchronous, ...source, state: 'Partial_OK' }), undefined],
    ['in a state of a newer release', failover({}, { ...asynchronous, ...source, state: 'Unheard_Of' }), undefined],
  ])('on %s is %s', ([, possible, expected]) => {
    expect(possible).toBe(expected);
  });

  it('names the facts that may confirm a refusal', () => {
    const { possible, ...more } = judge(
      'replication_session_reprotect',
      { discard_changes_after_failover: false },
      { state: 'OK' },
    );
    expect(possible).toBeUndefined();
    expect(more).toMatchObject({ condition: 'from', unknown: ['types', 'roles'] });
  });
});

const failover = (body: object, situation: Situation) =>
  judge('replication_session_failover', withDefaults('replication_session_failover', { ...body }), situation).possible;

const links = (action: LifecycleOperation, body: Case['body'] = {}) => [
  ...new Set(rulesOf({ action, body, type: 'Asynchronous' }).map((rule) => rule.link)),
];

const testOf = (action: LifecycleOperation, body: Case['body'] = {}) =>
  rulesOf({ action, body, type: 'Asynchronous' }).map((rule) => [rule.failover_test, rule.set]);

const effects = (action: LifecycleOperation) => rulesOf({ action }).map(({ to, via, set }) => ({ to, via, set }));

/** The rows that fit a request, as far as they speak of what is given. */
function rulesOf({ action, body = {}, type, resourceType }: Partial<Case> & Pick<Case, 'action'>): LifecycleRule[] {
  const { defaults = {}, rules = [] } = lifecycle[action] ?? {};
  const sent: Record<string, unknown> = { ...defaults, ...body };
  return rules.filter(
    (rule) =>
      Object.entries(rule.when ?? {}).every(([field, value]) => sent[field] === value) &&
      (type === undefined || (rule.types?.includes(type) ?? true)) &&
      (resourceType === undefined || (rule.resource_types?.includes(resourceType) ?? true)),
  );
}
