import { expectTypeOf, test } from 'vitest';
import { can, type JudgedAttribute, type Possibility, type PowerStore } from '../src/index.js';

declare const array: PowerStore;
declare const answer: Possibility;

test('an answer that is no yes has a reason', () => {
  expectTypeOf(can.failover).returns.toEqualTypeOf<Possibility>();
  expectTypeOf(array.replicationSessions.can).toEqualTypeOf<typeof can>();
  if (answer.possible) {
    expectTypeOf(answer.to).toEqualTypeOf<string | undefined>();
    // @ts-expect-error a possible action has no remedy
    void answer.remedy;
  } else {
    expectTypeOf(answer.reason).toEqualTypeOf<string>();
    expectTypeOf(answer.remedy).toEqualTypeOf<string>();
  }
  if (answer.possible === undefined) expectTypeOf(answer.select).toEqualTypeOf<readonly JudgedAttribute[]>();
});

test('a session that was read with nothing to go by is refused', async () => {
  const session = await array.replicationSessions.get('7');
  // @ts-expect-error an id tells nothing
  can.pause(session);
  expectTypeOf(can.pause).toBeCallableWith(await array.replicationSessions.get('7', { select: ['state'] }));
  expectTypeOf(can.pause).toBeCallableWith(await array.replicationSessions.get('7', { select: '*' }));
});

test('bodies are those of the actions', () => {
  expectTypeOf(can.failover).toBeCallableWith({ state: 'OK' }, { is_planned: false, force: true });
  // @ts-expect-error no field of a failover
  can.failover({ state: 'OK' }, { planned: false });
  // @ts-expect-error a change needs a body
  can.modify({ state: 'OK' });
});
