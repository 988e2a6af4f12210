import { oppositeRole, type ReplicationRole } from '@powerstore-api/types';
import { isNotFoundError } from '../errors/guards.js';
import { isUnderWay } from '../session/next-states.js';
import type { WatchedSession } from '../session/session-change.js';

/**
 * The two arrays of a pair, in the order in which they were given.
 *
 * @example
 * ```ts
 * const primary: Site = 'a';
 * ```
 */
export type Site = 'a' | 'b';

/**
 * A session as one of the two arrays has it.
 *
 * @example
 * ```ts
 * const report = ({ site, session, error }: SessionSide): void => console.log(site, session?.state ?? error);
 * ```
 */
export interface SessionSide {
  readonly site: Site;
  /** All that the array knows of it; `undefined` where it could not be read. */
  readonly session: WatchedSession | undefined;
  /** What kept it from being read: a `NetworkError` where the array is out of reach, a `NotFoundError` where it has none. */
  readonly error: unknown;
}

/**
 * A session as both arrays have it.
 *
 * @example
 * ```ts
 * const session: PairSession = await pair.session(id);
 * console.log(session.source, session.a.session?.state, session.b.session?.state, session.problems);
 * ```
 */
export interface PairSession {
  /** The same on both arrays. */
  readonly id: string;
  readonly a: SessionSide;
  readonly b: SessionSide;
  /** The side that is replicated from; `undefined` for metro, and where the two do not agree. */
  readonly source: Site | undefined;
  /** The side that is replicated to. */
  readonly destination: Site | undefined;
  /** For metro: the side that goes on serving when the two lose each other. `undefined` where they do not agree. */
  readonly preferred: Site | undefined;
  readonly nonPreferred: Site | undefined;
  /** What is wrong between the two, for people: one is out of reach, both are the source. Empty where they agree. */
  readonly problems: readonly string[];
}

export const sites: readonly Site[] = ['a', 'b'];

export const otherSite = (site: Site): Site => (site === 'a' ? 'b' : 'a');

/** Two sides put together. */
export function pairSession(id: string, a: SessionSide, b: SessionSide): PairSession {
  return {
    id,
    a,
    b,
    source: siteOf('Source', a, b),
    destination: siteOf('Destination', a, b),
    preferred: siteOf('Metro_Preferred', a, b),
    nonPreferred: siteOf('Metro_Non_Preferred', a, b),
    problems: [...problemsOf(a), ...problemsOf(b), ...disagreements(a.session, b.session)],
  };
}

/** The side with a role. Of a side that could not be read the other one tells; two that contradict each other do not. */
function siteOf(role: ReplicationRole, a: SessionSide, b: SessionSide): Site | undefined {
  const opposite = oppositeRole(role);
  const matches = ({ session }: SessionSide, wanted: string): boolean => !session || session.role === wanted;
  if (!a.session && !b.session) return undefined;
  if (matches(a, role) && matches(b, opposite)) return 'a';
  return matches(a, opposite) && matches(b, role) ? 'b' : undefined;
}

function problemsOf({ site, session, error }: SessionSide): readonly string[] {
  if (session) return [];
  if (isNotFoundError(error)) return [`${site} has no such session`];
  return [`${site} could not be read: ${error instanceof Error ? error.message : String(error)}`];
}

function disagreements(a: WatchedSession | undefined, b: WatchedSession | undefined): readonly string[] {
  if (!a || !b) return [];
  const roles = a.role === b.role ? [`both sides are ${a.role}`] : [];
  // While something is under way, one of them may be ahead of the other.
  const differ = a.state !== b.state && !isUnderWay(a) && !isUnderWay(b);
  return differ ? [...roles, `a is ${a.state} and b is ${b.state}`] : roles;
}

/** Where a side is, for people. */
export function describeSide({ site, session, error }: SessionSide): string {
  if (session) return `${site} is ${session.state} as ${session.role}`;
  return isNotFoundError(error) ? `${site} has no such session` : `${site} is out of reach`;
}
