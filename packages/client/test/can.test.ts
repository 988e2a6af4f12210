import { describe, expect, test } from 'vitest';
import { can, type Possibility, type SessionToJudge } from '../src/index.js';

const states = [
  'Initializing',
  'OK',
  'Synchronizing',
  'System_Paused',
  'Paused',
  'Paused_For_Migration',
  'Paused_For_NDU',
  'Pausing',
  'Resuming',
  'Modify_Role_In_Progress',
  'Failing_Over',
  'Failing_Over_For_DR',
  'Failed_Over',
  'Reprotecting',
  'Switching_To_Metro_Sync',
  'Fractured',
  'Deleting',
  'Partial_OK',
  'Partial_Paused',
  'Partial_Failed_Over',
  'Partial_Reprotected',
  'Error',
  'Switching_To_Synchronous',
  'Partial_Failed_Back',
  'Unheard_Of',
] as const;

const asynchronous = {
  type: 'Asynchronous',
  resource_type: 'volume',
  data_connection_state: 'OK',
  failover_test_in_progress: false,
} as const;
const metro = { ...asynchronous, type: 'Metro_Active_Active' } as const;

type Judge = (session: SessionToJudge) => Possibility;

/** The states and sides in which each action is possible, from the documentation of the API. */
const documented: readonly [title: string, judge: Judge, kind: SessionToJudge, roles: string[], from: string[]][] = [
  ['sync', can.sync, asynchronous, ['Source'], ['OK', 'System_Paused']],
  ['pause', can.pause, asynchronous, ['Source', 'Destination'], ['OK', 'Synchronizing', 'System_Paused', 'Fractured']],
  [
    'pause',
    can.pause,
    metro,
    ['Metro_Preferred', 'Metro_Non_Preferred'],
    ['OK', 'Synchronizing', 'System_Paused', 'Fractured'],
  ],
  ['resume', can.resume, asynchronous, ['Source', 'Destination'], ['Paused']],
  ['resume', can.resume, metro, ['Metro_Preferred', 'Metro_Non_Preferred'], ['Paused']],
  ['planned failover', (it) => can.failover(it), asynchronous, ['Source'], ['OK', 'Synchronizing']],
  ['with reverse', (it) => can.failover(it, { reverse: true }), asynchronous, ['Source'], ['OK', 'Synchronizing']],
  [
    'unplanned failover',
    (it) => can.failover(it, { is_planned: false }),
    asynchronous,
    ['Destination'],
    ['OK', 'Synchronizing', 'System_Paused', 'Paused', 'Failing_Over'],
  ],
  [
    'forced failover',
    (it) => can.failover(it, { is_planned: false, force: true }),
    asynchronous,
    ['Destination'],
    ['OK', 'Synchronizing', 'System_Paused', 'Paused', 'Failing_Over', 'Failed_Over'],
  ],
  ['reprotect', (it) => can.reprotect(it), asynchronous, ['Source'], ['Failed_Over']],
  [
    'start of a test',
    (it) => can.startFailoverTest(it),
    asynchronous,
    ['Destination'],
    ['OK', 'Synchronizing', 'Paused', 'System_Paused'],
  ],
  [
    'stop of a test',
    (it) => can.stopFailoverTest(it),
    { ...asynchronous, failover_test_in_progress: true },
    ['Destination'],
    [...states],
  ],
  ['promote', can.promote, metro, ['Metro_Preferred', 'Metro_Non_Preferred'], ['Fractured', 'Paused']],
  ['demote', can.demote, metro, ['Metro_Preferred', 'Metro_Non_Preferred'], ['Fractured', 'Paused']],
  ['preference', (it) => can.modify(it, { role: 'Metro_Preferred' }), metro, ['Metro_Non_Preferred'], ['OK']],
  ['sync of metro', can.sync, metro, [], []],
  ['failover of metro', (it) => can.failover(it), metro, [], []],
  [
    'failover of blocks in sync',
    (it) => can.failover(it),
    { ...asynchronous, type: 'Synchronous' },
    ['Source'],
    ['OK'],
  ],
  ['promote of an asynchronous session', can.promote, asynchronous, [], []],
];

test.each(documented)('%s is possible where it is documented to be', (_, judge, kind, roles, from) => {
  const possible = ['Source', 'Destination', 'Metro_Preferred', 'Metro_Non_Preferred'].flatMap((role) =>
    states.filter((state) => judge({ ...kind, role, state }).possible === true).map((state) => `${role} ${state}`),
  );
  const all = ['Source', 'Destination', 'Metro_Preferred', 'Metro_Non_Preferred'];
  // An action without roles is possible on every side.
  const any = judge === can.pause || judge === can.resume || judge === can.promote || judge === can.demote;
  const expected = (any && from.length > 0 ? all : all.filter((role) => roles.includes(role))).flatMap((role) =>
    states.filter((state) => from.includes(state)).map((state) => `${role} ${state}`),
  );
  expect(possible).toEqual(expected);
});

describe('the effect of an action', () => {
  test.each([
    [
      'sync',
      can.sync({ ...asynchronous, role: 'Source', state: 'OK' }),
      ['Synchronizing'],
      'OK',
      'System_Paused',
      false,
    ],
    [
      'failover',
      can.failover({ ...asynchronous, role: 'Source', state: 'OK' }),
      ['Failing_Over'],
      'Failed_Over',
      'System_Paused',
      true,
    ],
    [
      'failover with reverse',
      can.failover({ ...asynchronous, role: 'Source', state: 'OK' }, { reverse: true }),
      ['Failing_Over', 'Reprotecting'],
      'OK',
      'System_Paused',
      true,
    ],
    // The state it was paused in is unknown: it may go on with a synchronization.
    [
      'resume',
      can.resume({ ...asynchronous, role: 'Source', state: 'Paused' }),
      ['Resuming', 'Synchronizing'],
      'OK',
      'System_Paused',
      false,
    ],
    [
      'start of a test',
      can.startFailoverTest({ ...asynchronous, role: 'Destination', state: 'Paused' }),
      [],
      'Paused',
      undefined,
      false,
    ],
    [
      'promote',
      can.promote({ ...metro, role: 'Metro_Non_Preferred', state: 'Fractured' }),
      [],
      'Fractured',
      undefined,
      false,
    ],
  ] as const)('%s', (_, answer, via, to, failsTo, swapsRoles) => {
    expect(answer).toEqual({ possible: true, via, to, failsTo, swapsRoles });
  });
});

describe('the obstacle and the remedy', () => {
  const source = { ...asynchronous, role: 'Source' } as const;
  const destination = { ...asynchronous, role: 'Destination' } as const;
  const cut = { data_connection_state: 'Complete_Data_Connection_Loss' } as const;
  const preferred = { ...metro, role: 'Metro_Preferred' } as const;
  const mirror = { ...source, type: 'Synchronous', resource_type: 'nas_server' } as const;
  const unsaid = ', and no source says whether the array refuses this then';
  const forMetro = 'for Metro_Active_Active use modify, pause, resume, promote or demote';
  const unplanned = { is_planned: false };

  test.each<[title: string, answer: Possibility, expected: string]>([
    ['sync', can.sync({ ...source, state: 'Paused' }), 'the session is Paused: resume first'],
    [
      'sync',
      can.sync({ ...source, state: 'Synchronizing' }),
      'the session is Synchronizing: wait until it is no longer Synchronizing',
    ],
    [
      'sync',
      can.sync({ ...destination, state: 'OK' }),
      'this side is Destination: send it to the Source side, on the other array',
    ],
    [
      'sync',
      can.sync({ ...preferred, state: 'OK' }),
      `the session is Metro_Active_Active: it works only for Asynchronous; ${forMetro}`,
    ],
    [
      'pause',
      can.pause({ ...source, state: 'Paused' }),
      `the session is Paused${unsaid}: to be sure, it is Paused already; the array has the last word`,
    ],
    ['pause', can.pause({ ...source, state: 'Failed_Over' }), 'the session is Failed_Over: reprotect first'],
    ['resume', can.resume({ ...source, state: 'System_Paused' }), 'the session is System_Paused: pause first'],
    [
      'resume',
      can.resume({ ...destination, state: 'Failed_Over' }),
      'the session is Failed_Over: reprotect on the other array, then pause first',
    ],
    [
      'resume',
      can.resume({ ...source, ...cut, state: 'Paused' }),
      `the other array cannot be reached${unsaid}: to be sure, restore the connection between the arrays; the array has the last word`,
    ],
    [
      'resume',
      can.resume({ ...source, state: 'Paused_For_NDU' }),
      'the session is Paused_For_NDU: no action leads from Paused_For_NDU to Paused: wait, or check the alerts of the array',
    ],
    ['planned failover', can.failover({ ...source, state: 'Paused' }), 'the session is Paused: resume first'],
    [
      'planned failover',
      can.failover({ ...source, state: 'System_Paused' }),
      `the session is System_Paused${unsaid}: to be sure, sync first; the array has the last word`,
    ],
    [
      'planned failover',
      can.failover({ ...source, state: 'Failed_Over' }),
      'the session is Failed_Over: reprotect first',
    ],
    [
      'planned failover',
      can.failover({ ...source, ...cut, state: 'System_Paused' }),
      `the other array cannot be reached${unsaid}: to be sure, restore the connection between the arrays; without it only failover on the other array with is_planned: false; the array has the last word`,
    ],
    [
      'planned failover',
      can.failover({ ...source, state: 'OK', failover_test_in_progress: true }),
      'a failover test is running: stopFailoverTest on the other array first',
    ],
    [
      'unplanned failover',
      can.failover({ ...destination, state: 'OK', failover_test_in_progress: true }, unplanned),
      'a failover test is running: stopFailoverTest first',
    ],
    [
      'unplanned failover',
      can.failover({ ...source, state: 'OK' }, unplanned),
      'this side is Source: send it to the Destination side, on the other array',
    ],
    [
      'unplanned failover',
      can.failover({ ...destination, state: 'Failed_Over' }, unplanned),
      'the session is Failed_Over: reprotect on the other array first',
    ],
    [
      'unplanned failover',
      can.failover({ ...destination, ...cut, state: 'Failed_Over' }, unplanned),
      'the session is Failed_Over: failover with force: true',
    ],
    [
      'failover with reverse',
      can.failover({ ...mirror, state: 'OK' }, { reverse: true }),
      `the session is Synchronous${unsaid}: to be sure, failover with reverse: false; the array has the last word`,
    ],
    [
      'unplanned failover with reverse',
      can.failover({ ...destination, state: 'OK' }, { is_planned: false, reverse: true }),
      'no session allows failover with is_planned: false, reverse: true: failover on the other array with is_planned: true or failover with reverse: false',
    ],
    [
      'resume',
      can.resume({ ...source, state: 'OK' }),
      'the session is OK: resume follows a pause, and this session is not Paused',
    ],
    [
      'resume',
      can.resume({ ...source, state: 'Synchronizing' }),
      'the session is Synchronizing: resume follows a pause, and this session is not Paused',
    ],
    [
      'resume',
      can.resume({ ...source, state: 'Resuming' }),
      `the session is Resuming${unsaid}: to be sure, wait until it is no longer Resuming; the array has the last word`,
    ],
    ['pause', can.pause({ ...source, state: 'Pausing' }), 'the session is Pausing: wait until it is no longer Pausing'],
    [
      'reprotect',
      can.reprotect({ ...source, state: 'OK' }),
      'the session is OK: reprotect follows a failover, and this session is not Failed_Over',
    ],
    [
      'reprotect',
      can.reprotect({ ...source, resource_type: 'nas_server', state: 'OK' }, { discard_changes_after_failover: true }),
      'the session is OK: reprotect follows a failover, and this session is not Failed_Over',
    ],
    [
      'reprotect',
      can.reprotect({ ...source, state: 'Synchronizing' }),
      'the session is Synchronizing: reprotect follows a failover, and this session is not Failed_Over',
    ],
    [
      'reprotect',
      can.reprotect({ ...source, state: 'Failing_Over' }),
      'the session is Failing_Over: wait until it is no longer Failing_Over',
    ],
    [
      'reprotect',
      can.reprotect({ ...destination, state: 'Failed_Over' }),
      'this side is Destination: send it to the Source side, on the other array',
    ],
    [
      'reprotect',
      can.reprotect({ ...source, state: 'Paused' }),
      'the session is Paused: failover on the other array first, and then reprotect on the other array',
    ],
    [
      'start of a test',
      can.startFailoverTest({ ...destination, state: 'Failed_Over' }),
      'the session is Failed_Over: reprotect on the other array first',
    ],
    [
      'start of a test',
      can.startFailoverTest({ ...destination, state: 'OK', failover_test_in_progress: true }),
      'a failover test is running: stopFailoverTest first',
    ],
    [
      'start of a test',
      can.startFailoverTest({ ...destination, resource_type: 'nas_server', state: 'OK' }),
      `the session replicates a nas_server${unsaid}: to be sure, it works only for the session of a volume, volume_group or replication_group; the array has the last word`,
    ],
    [
      'stop of a test',
      can.stopFailoverTest({ ...destination, state: 'OK' }),
      'no failover test is running: startFailoverTest first',
    ],
    ['promote', can.promote({ ...preferred, state: 'OK' }), 'the session is OK: pause first'],
    [
      'promote',
      can.promote({ ...source, type: 'Synchronous' }),
      'the session is Synchronous: it works only for Metro_Active_Active; for Synchronous use modify, pause, resume, failover or reprotect',
    ],
    [
      'preference',
      can.modify({ ...preferred, state: 'OK' }, { role: 'Metro_Preferred' }),
      `this side is Metro_Preferred${unsaid}: to be sure, send it to the Metro_Non_Preferred side, on the other array; the array has the last word`,
    ],
    [
      'preference',
      can.modify({ ...preferred, state: 'OK' }, {}),
      `no session allows modify without fields${unsaid}: to be sure, modify on the other array with role: Metro_Preferred; the array has the last word`,
    ],
  ])('%s: %o', (_, answer, expected) => {
    expect(answer.possible === true ? answer : `${answer.reason}: ${answer.remedy}`).toBe(expected);
    // A refusal that no source confirms is not called one.
    expect(answer).toMatchObject(
      expected.includes('no source says') ? { possible: undefined, select: [] } : { possible: false },
    );
  });
});

describe('attributes that were not read', () => {
  test('is named, all of it at once', () => {
    expect(can.failover({ state: 'OK', role: 'Source' })).toEqual({
      possible: undefined,
      reason: 'type, failover_test_in_progress and data_connection_state were not read',
      remedy: 'select type, failover_test_in_progress and data_connection_state',
      select: ['type', 'failover_test_in_progress', 'data_connection_state'],
    });
    expect(can.pause({ role: 'Source' })).toMatchObject({ select: ['state'], reason: 'state was not read' });
  });

  test('does not matter where the answer is the same anyway', () => {
    expect(can.pause({ state: 'OK' }).possible).toBe(true);
    expect(can.sync({ type: 'Asynchronous', role: 'Destination' })).toMatchObject({
      reason: 'this side is Destination',
    });
    expect(can.promote({ type: 'Asynchronous' }).possible).toBe(false);
    expect(can.reprotect({ state: 'OK', role: 'Destination' })).toMatchObject({
      possible: false,
      reason: 'this side is Destination',
    });
    // The sources speak of asynchronous sessions only.
    expect(can.reprotect({ state: 'OK' })).toMatchObject({ possible: undefined, select: ['type', 'role'] });
  });

  test('counts as not read where it is null, but for the test that NAS servers have none of', () => {
    expect(can.pause({ state: null as unknown as string }).possible).toBeUndefined();
    expect(
      can.failover({ ...asynchronous, role: 'Source', state: 'OK', failover_test_in_progress: null }).possible,
    ).toBe(true);
  });

  test.each([
    'OK',
    'Partial_Data_Connection_Loss',
    'Data_Connection_Unstable',
    'Partial_Node_Connection_Loss',
    'Of_A_Newer_Release',
  ])('a connection that is %s is one', (state) => {
    expect(can.sync({ ...asynchronous, role: 'Source', state: 'OK', data_connection_state: state }).possible).toBe(
      true,
    );
  });

  test.each(['Complete_Data_Connection_Loss', 'No_Targets_Discovered'])('a connection that is %s is none', (state) => {
    // No source says that an array refuses then.
    expect(can.sync({ ...asynchronous, role: 'Source', state: 'OK', data_connection_state: state })).toMatchObject({
      possible: undefined,
      select: [],
    });
  });
});
