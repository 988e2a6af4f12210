import { type Driver, shows, type Sides, watch } from '../../replication/driver.js';
import type { Action, StateGraph, SessionKind, PairState } from '../../replication/routes.js';
import type { OperationId } from '@powerstore-api/types';
import type { Exchange } from '../../array/http/exchange.js';
import type { Site } from '../../array/target/target.js';
import type { Attempt } from '../../replication/describe.js';
import type { CheckContext, LoginSession } from '../context/check-context.js';
import { Lacking } from '../context/not-applicable.js';
import type { Bystanders } from './bystanders.js';

/** The progress of one session through the state table. */
export interface Traversal {
  context: CheckContext;
  driver: Driver;
  id: string;
  kind: SessionKind;
  /** Whether the traversal tries each row of the table once, and no forbidden action. */
  eachRowOnce: boolean;
  graph: StateGraph;
  /** Steps that the array refused although the table allows them. */
  refused: Set<string>;
  /** Operations that an array does not have, with the array. */
  absent: Set<string>;
  /** How often in a row each state that passes was over before it was looked at. */
  missed: Map<string, number>;
  /** The pair state in which the traversal began, and in which it has to end. */
  start: PairState;
  current: PairState;
  /** The sides as the arrays showed them last. */
  sides: Sides;
  /** The sessions beside it, as they were when the traversal began. */
  bystanders: Bystanders;
  /** Where a session goes that an action has changed although it was sent to this one. */
  strays: LoginSession['strays'];
  /** Forbidden actions that the array accepted, and that changed nothing. */
  withoutEffect: WithoutEffect[];
  /** Actions that the array accepted where the table allows them, and that changed nothing. */
  ignored: Set<OperationId>;
  /** Rows of the table that have been tried. */
  triedRows: Set<string>;
  /** States, with and without a failover test, in which forbidden actions have been tried. */
  triedStates: Set<string>;
}

/** A forbidden action that the array accepted, and that changed nothing. */
export interface WithoutEffect {
  exchange: Exchange;
  attempt: Attempt;
}

/** The traversal cannot go on from the pair state that the session is in. */
export class LostTrackError extends Error {}

/**
 * Waits until the session is in a pair state that it gets to by itself.
 *
 * @throws LostTrackError when it does not get there.
 */
export async function waitFor(traversal: Traversal, pairState: PairState): Promise<void> {
  const { driver, id, kind, current } = traversal;
  const { seen, arrived } = await watch(
    driver,
    id,
    (sides) => shows(sides, pairState, kind),
    (sides) => Object.values(sides).some(({ state }) => state === current.state),
  );
  if (!arrived) throw new LostTrackError();
  Object.assign(traversal, { current: pairState, sides: seen });
}

export const absenceOf = ({ operationId }: Action, on: Site): string => `${on} ${operationId}`;

/** What comes of an action; nothing where the array does not have the action, which is a finding already. */
export async function unlessAbsent<T>(
  { absent }: Traversal,
  action: Action,
  on: Site,
  send: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof Lacking) || error.lack.exchange.operationId !== action.operationId) throw error;
    absent.add(absenceOf(action, on));
    return undefined;
  }
}
