import { expect, test } from 'vitest';
import { ApiError, ContractError, NetworkError, OutcomeUnknownError } from '../../src/index.js';
// Not in the entry: a decision has many cases, and no state. failovers.test.ts has some of them through the entry.
import { type Decision, decide, type Expected, nothingSeen, type PairReading } from '../../src/pair/decision.js';
import { pairSession, type SessionSide, type Site } from '../../src/pair/pair-session.js';

type Shown = string | undefined;

/** `OK Source` as a side that could be read, `undefined` as one that could not. */
function sideOf(site: Site, shown: Shown): SessionSide {
  if (shown === undefined) return { site, name: undefined, session: undefined, error: new Error('out of reach') };
  const [state, role] = shown.split(' ');
  return { site, name: undefined, session: { id: 'x', state, role } as SessionSide['session'], error: undefined };
}

const both = (a: Shown, b: Shown) => pairSession('x', sideOf('a', a), sideOf('b', b));

const request = { method: 'POST', url: 'http://array' };
const apiError = (status: number) =>
  new ApiError('no', { operation: 'replication_session_failover', request, status, messages: [] });
const done: PairReading['result'] = { value: undefined };
const answers = {
  none: undefined,
  done,
  lost: {
    error: new OutcomeUnknownError('replication_session_failover', new NetworkError(request, new Error('reset'))),
  },
  unavailable: { error: apiError(503) },
  html: { error: new ContractError('not JSON', 'replication_session_failover') },
  refused: { error: apiError(422) },
  missing: { error: apiError(404) },
  mistake: { error: new TypeError('wrong') },
} as const satisfies Record<string, PairReading['result']>;

type Row = [answer: keyof typeof answers, a: Shown, b: Shown, decision: Decision];

/** The decision after each reading, in order. */
function decisions(expected: Expected, before: [Shown, Shown], rows: readonly Row[]): Decision[] {
  let seen = nothingSeen(both(...before));
  return rows.map(([answer, a, b]) => {
    const decided = decide(expected, seen, { session: both(a, b), result: answers[answer] });
    ({ seen } = decided);
    return decided.decision;
  });
}

/** A planned failover from a to b, which ends in `Failed_Over` on both sides. */
const planned: Expected = {
  sides: ['a', 'b'],
  via: ['Failing_Over'],
  failsTo: 'System_Paused',
  hasArrived: ({ state, role }, site) => state === 'Failed_Over' && role === (site === 'b' ? 'Source' : 'Destination'),
};

/** An unplanned failover on b, whose other side may be lost. */
const unplanned: Expected = {
  sides: ['b'],
  via: ['Failing_Over_For_DR'],
  failsTo: undefined,
  hasArrived: ({ state, role }) => state === 'Failed_Over' && role === 'Source',
};

/** A failover with reverse: it ends in the state it began in, with the roles exchanged. */
const reversed: Expected = {
  ...planned,
  hasArrived: ({ state, role }, site) => state === 'OK' && role === (site === 'b' ? 'Source' : 'Destination'),
};

const up: [Shown, Shown] = ['OK Source', 'OK Destination'];
const going = 'go on' as const;
/** So many readings alike. */
const times = (count: number, ...row: Row): Row[] => Array.from({ length: count }, () => row);

const cases: Readonly<Record<string, [expected: Expected, before: [Shown, Shown], rows: Row[]]>> = {
  'both sides pass through and arrive': [
    planned,
    up,
    [
      ['none', ...up, going],
      ['done', 'Failing_Over Source', 'OK Destination', going],
      ['done', 'Failed_Over Destination', 'Failing_Over Destination', going],
      ['done', 'Failed_Over Destination', 'Failed_Over Source', 'arrived'],
    ],
  ],
  'it arrives before it is answered': [
    planned,
    up,
    [['none', 'Failed_Over Destination', 'Failed_Over Source', 'arrived']],
  ],
  'it has arrived although it was answered with an error': [
    planned,
    up,
    [['refused', 'Failed_Over Destination', 'Failed_Over Source', 'arrived']],
  ],
  'an accepted step may take any time to begin': [planned, up, times(50, 'done', ...up, going)],
  'a step without an answer may take any time': [planned, up, times(50, 'none', ...up, going)],
  'a refusal ends it at once': [planned, up, [['refused', ...up, 'refused']]],
  'no session, no step': [planned, up, [['missing', ...up, 'refused']]],
  'a mistake of the caller ends it': [planned, up, [['mistake', ...up, 'refused']]],
  'a refusal ends it although something is under way': [
    planned,
    up,
    [
      ['none', 'Failing_Over Source', 'OK Destination', going],
      ['refused', 'Failing_Over Source', 'OK Destination', 'refused'],
    ],
  ],
  'a lost answer, and nothing shows: unknown in the sixth reading': [
    planned,
    up,
    [...times(5, 'lost', ...up, going), ['lost', ...up, 'unknown']],
  ],
  'readings before the answer was lost do not count': [
    planned,
    up,
    [...times(9, 'none', ...up, going), ...times(5, 'lost', ...up, going), ['lost', ...up, 'unknown']],
  ],
  'a 503 is a lost answer': [
    planned,
    up,
    [...times(5, 'unavailable', ...up, going), ['unavailable', ...up, 'unknown']],
  ],
  'an answer that is not of the array is a lost one': [
    planned,
    up,
    [...times(5, 'html', ...up, going), ['html', ...up, 'unknown']],
  ],
  'a lost answer, and it goes on for long': [
    planned,
    up,
    [
      ...times(4, 'lost', ...up, going),
      ...times(50, 'lost', 'Failing_Over Source', 'OK Destination', going),
      ['lost', 'Failed_Over Destination', 'Failed_Over Source', 'arrived'],
    ],
  ],
  'a lost answer, and it was seen under way before': [
    planned,
    up,
    [
      ['none', 'Failing_Over Source', 'OK Destination', going],
      ...times(20, 'lost', 'Failing_Over Source', 'OK Destination', going),
    ],
  ],
  'it comes back to where it was: failed in the second reading': [
    planned,
    up,
    [
      ['done', 'Failing_Over Source', 'OK Destination', going],
      ['done', ...up, going],
      ['done', ...up, 'failed'],
    ],
  ],
  'it ends where it ends when it fails': [
    planned,
    up,
    [
      ['done', 'System_Paused Source', 'System_Paused Destination', going],
      ['done', 'System_Paused Source', 'System_Paused Destination', 'failed'],
    ],
  ],
  'where it ends when it fails is no sign where it began there': [
    planned,
    ['System_Paused Source', 'System_Paused Destination'],
    times(20, 'done', 'System_Paused Source', 'System_Paused Destination', going),
  ],
  'two ends with something under way in between are not in a row': [
    planned,
    up,
    [
      ['done', 'Failing_Over Source', 'OK Destination', going],
      ['done', ...up, going],
      ['done', 'Failing_Over Source', 'OK Destination', going],
      ['done', ...up, going],
      ['done', ...up, 'failed'],
    ],
  ],
  'an end that is seen before the answer does not count': [
    planned,
    up,
    [
      ['none', 'Failing_Over Source', 'OK Destination', going],
      ...times(3, 'none', ...up, going),
      ['done', ...up, going],
      ['done', ...up, 'failed'],
    ],
  ],
  'a lost answer and an end: failed, not unknown': [
    planned,
    up,
    [
      ['lost', 'Failing_Over Source', 'OK Destination', going],
      ['lost', ...up, going],
      ['lost', ...up, 'failed'],
    ],
  ],
  'one side has arrived and the other one is out of reach': [
    planned,
    up,
    times(20, 'done', 'Failed_Over Destination', undefined, going),
  ],
  'neither side can be read': [planned, up, times(20, 'done', undefined, undefined, going)],
  'neither side can be read, and the answer was lost': [
    planned,
    up,
    [...times(5, 'lost', undefined, undefined, going), ['lost', undefined, undefined, 'unknown']],
  ],
  'only the sides that have to arrive count': [
    unplanned,
    [undefined, 'OK Destination'],
    [
      ['done', undefined, 'Failing_Over_For_DR Destination', going],
      ['done', undefined, 'Failed_Over Source', 'arrived'],
    ],
  ],
  'the state of the other side is no sign that it has begun': [
    unplanned,
    up,
    [...times(5, 'lost', 'Failing_Over_For_DR Source', 'OK Destination', going), ['lost', ...up, 'unknown']],
  ],
  'a side that could not be read before shows by its state that it has begun': [
    unplanned,
    [undefined, undefined],
    times(20, 'lost', undefined, 'Failing_Over_For_DR Destination', going),
  ],
  'a side that could not be read before shows nothing by its role': [
    unplanned,
    [undefined, undefined],
    [...times(5, 'lost', undefined, 'OK Destination', going), ['lost', undefined, 'OK Destination', 'unknown']],
  ],
  'another role is a sign, also in the state it began in': [
    reversed,
    up,
    [
      ['lost', 'OK Destination', undefined, going],
      ...times(20, 'lost', 'OK Destination', undefined, going),
      ['lost', 'OK Destination', 'OK Source', 'arrived'],
    ],
  ],
  'a side that goes on with something else is not at its end': [
    reversed,
    up,
    [
      ['done', 'Failing_Over Source', 'OK Destination', going],
      ...times(20, 'done', 'Synchronizing Destination', 'Synchronizing Source', going),
      ['done', 'OK Destination', 'OK Source', 'arrived'],
    ],
  ],
};

test.each(Object.entries(cases))('%s', (_, [expected, before, rows]) => {
  expect(decisions(expected, before, rows)).toEqual(rows.map(([, , , decision]) => decision));
});
