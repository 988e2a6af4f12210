import { type Driver, shows, type Sides, watch } from '../../replication/driver.js';
import type { StateGraph, SessionKind, Standing } from '../../replication/routes.js';
import type { CheckContext } from '../check-context.js';

/** A session on its walk through the state table. */
export interface Walk {
  context: CheckContext;
  driver: Driver;
  id: string;
  kind: SessionKind;
  /** Whether each row of the table is tried only once. */
  isBrief: boolean;
  graph: StateGraph;
  /** Steps that the array refused although the table allows them. */
  refused: Set<string>;
  /** The standing in which the walk began, and in which it has to end. */
  start: Standing;
  current: Standing;
  /** What the arrays showed last. */
  sides: Sides;
  /** Rows of the table that have been tried. */
  triedRows: Set<string>;
  /** States, with and without a failover test, in which forbidden actions have been tried. */
  triedStates: Set<string>;
}

/** The session is in a standing from which the walk cannot go on. */
export class LostTrackError extends Error {}

/**
 * Waits until the session is in a standing that it gets to by itself.
 *
 * @throws LostTrackError when it does not get there.
 */
export async function waitFor(walk: Walk, standing: Standing): Promise<void> {
  const { driver, id, kind, current } = walk;
  const { seen, arrived } = await watch(
    driver,
    id,
    (sides) => shows(sides, standing, kind),
    (sides) => Object.values(sides).some(({ state }) => state === current.state),
  );
  if (!arrived) throw new LostTrackError();
  Object.assign(walk, { current: standing, sides: seen });
}
