import type { TlsOptions } from '@powerstore-api/client/node';
import { InputError } from '@powerstore-api/types';
import { nothingButReads, type Permit } from './permit.js';

/** An array to check, and how to get in. */
export interface ArrayTarget {
  /** Origin, such as `https://array-a.example.com`. */
  url: string;
  username: string;
  password: string;
  tls?: TlsOptions;
  /** What reports call it. It is shown to others, so it should not be what the array is called. */
  label?: string;
  /**
   * Milliseconds an answer may take.
   * @default 30000
   */
  timeout?: number;
  /**
   * Milliseconds within which an accepted action has to begin. An array on which nothing changes for longer ignores it.
   * @default as long as an answer may take
   */
  patience?: number;
}

/** `a` is the array that is checked; `b` the one it replicates to, where that is to be asked as well. */
export type Site = 'a' | 'b';

export const otherSite = (site: Site): Site => (site === 'a' ? 'b' : 'a');

/** How hard an array may be worked. */
export interface Pace {
  /** At most so many requests in a second, evenly; one at a time in any case. Without it, as fast as answers come. */
  requestsPerSecond?: number | undefined;
  /** At most so many rows are read of a collection. */
  rows: number;
}

/** An array as the suite works on it. */
export interface Target extends Required<Omit<ArrayTarget, 'tls'>> {
  site: Site;
  tls?: TlsOptions;
  permit: Permit;
  pace: Pace;
  /** Where a simulator is told what happens to it: the origin of its `/__sim`. No array has that. */
  control?: string;
  /** It does not compare requests with the contract, as a simulator without Prism. */
  lenient?: true;
}

export interface Targets {
  a: Target;
  b?: Target | undefined;
}

export const targetsOf = ({ a, b }: Targets): Target[] => (b ? [a, b] : [a]);

/** Arrays as the suite works on them: gently, and reading only where nothing else is permitted. */
export function toTargets(
  { a, b }: { a: ArrayTarget; b?: ArrayTarget | undefined },
  { permit = nothingButReads, pace }: { permit?: Permit | undefined; pace?: Partial<Pace> | undefined } = {},
): Targets {
  // Types can be got round. What is embedded does not come through here, and nobody's array is all open.
  if (!Array.isArray(permit.sessions))
    throw new InputError(
      'List the ids of the replication sessions that may be changed; there is no word for all of them.',
    );
  const target = (
    site: Site,
    { url, username, password, tls, label = `array ${site}`, timeout = 30_000, patience = timeout }: ArrayTarget,
  ): Target => ({
    url,
    username,
    password,
    ...(tls && { tls }),
    label,
    timeout,
    patience,
    site,
    permit: { mode: permit.mode, sessions: permit.sessions },
    pace: { requestsPerSecond: 2, rows: 2000, ...pace },
  });
  return { a: target('a', a), ...(b && { b: target('b', b) }) };
}

/** The run could not begin: an array does not answer, is not trusted, or refuses the login. The message says what to do. */
export class CannotRunError extends Error {
  override name = 'CannotRunError' as const;
}
