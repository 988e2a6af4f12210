import { oppositeRole, type ReplicationRole } from '@powerstore-api/types';
import { isNotFoundError, isPairError } from '../errors/guards.js';
import { isUnderWay } from '../session/next-states.js';
import type { WatchedSession } from '../session/session-change.js';

/**
 * An array of a pair: `a` is the first argument of `connectPair`, `b` the second.
 *
 * @example
 * ```ts
 * const primary: Site = 'a';
 * ```
 */
export type Site = 'a' | 'b';

/**
 * A session on one of the two arrays.
 *
 * @example
 * ```ts
 * const report = ({ site, session, error }: SessionSide): void => console.log(site, session?.state ?? error);
 * ```
 */
export interface SessionSide {
  readonly site: Site;
  /** The name of the volume or group on this array; `undefined` if it is another resource, or could not be read. */
  readonly name: string | undefined;
  /** The session with all of its attributes; `undefined` if it could not be read. */
  readonly session: WatchedSession | undefined;
  /** Why it could not be read: a `NetworkError` if the array is out of reach, a `NotFoundError` if it has no such session. */
  readonly error: unknown;
}

/**
 * A session on both arrays.
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
  /** The name of the volume or group, on the source if the two differ; `undefined` if neither side has it. */
  readonly name: string | undefined;
  readonly a: SessionSide;
  readonly b: SessionSide;
  /** The side with the role `Source`; `undefined` for metro, and if the two do not agree. */
  readonly source: Site | undefined;
  /** The side with the role `Destination`. */
  readonly destination: Site | undefined;
  /** For metro: the side that goes on serving when the arrays lose each other. `undefined` if they do not agree. */
  readonly preferred: Site | undefined;
  readonly nonPreferred: Site | undefined;
  /** Problems between the two, for people: one is out of reach, both are the source. Empty if they agree. */
  readonly problems: readonly string[];
}

export const sites: readonly Site[] = ['a', 'b'];

export const otherSite = (site: Site): Site => (site === 'a' ? 'b' : 'a');

/** Puts two sides together. */
export function pairSession(id: string, a: SessionSide, b: SessionSide): PairSession {
  const source = siteOf('Source', a, b);
  return {
    id,
    name: (source === 'b' ? b.name : undefined) ?? a.name ?? b.name,
    a,
    b,
    source,
    destination: siteOf('Destination', a, b),
    preferred: siteOf('Metro_Preferred', a, b),
    nonPreferred: siteOf('Metro_Non_Preferred', a, b),
    problems: [...problemsOf(a), ...problemsOf(b), ...disagreements(a.session, b.session)],
  };
}

/** The side with a role. If one side could not be read, the other one tells. If they contradict each other, none has it. */
function siteOf(role: ReplicationRole, a: SessionSide, b: SessionSide): Site | undefined {
  const opposite = oppositeRole(role);
  const matches = ({ session }: SessionSide, wanted: string): boolean => !session || session.role === wanted;
  if (!a.session && !b.session) return undefined;
  if (matches(a, role) && matches(b, opposite)) return 'a';
  return matches(a, opposite) && matches(b, role) ? 'b' : undefined;
}

/** An error for people; anything can be thrown. */
export const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function problemsOf({ site, session, error }: SessionSide): readonly string[] {
  if (session) return [];
  if (isNotFoundError(error)) return [`${site} has no such session`];
  return [`${site} could not be read: ${textOf(error)}`];
}

function disagreements(a: WatchedSession | undefined, b: WatchedSession | undefined): readonly string[] {
  if (!a || !b) return [];
  const roles = a.role === b.role ? [`both sides are ${a.role}`] : [];
  // While the arrays are working, one side may show a later state than the other.
  const differ = a.state !== b.state && !isUnderWay(a) && !isUnderWay(b);
  return differ ? [...roles, `a is ${a.state} and b is ${b.state}`] : roles;
}

/** A session, for people: `erp-data (session 4d7…)`. */
export const describeName = ({ id, name }: PairSession): string =>
  name === undefined ? `session ${id}` : `${name} (session ${id})`;

/** The state and role of a side, for people. */
export function describeSide({ site, session, error }: SessionSide): string {
  if (session) return `${site} is ${session.state} as ${session.role}`;
  if (isPairError(error)) return error.message;
  return isNotFoundError(error) ? `${site} has no such session` : `${site} is out of reach`;
}
