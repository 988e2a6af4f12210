import type { TlsOptions } from '@powerstore-api/client/node';
import { printable } from '@powerstore-api/settings';
import { type Frozen, frozenCopy } from '../secrecy/frozen-copy.js';
import { nothingButReads, type Permit } from './permit.js';

/** The limits of a run that names no others. */
export const defaultLimits = { timeoutMs: 30_000, requestsPerSecond: 2, rows: 2000 } as const;

/** An array to check, and the user to log in as. */
export interface ArrayTarget {
  /** Origin, such as `https://array-a.example.com`. */
  url: string;
  username: string;
  password: string;
  tls?: TlsOptions;
  /** The name of the array in reports. Reports are shown to others, so it should not be the real name. */
  label?: string;
  /**
   * Milliseconds an answer may take.
   * @default 30000
   */
  timeout?: number;
  /**
   * Milliseconds within which an accepted action has to begin. An array that changes nothing for longer ignores the action.
   * @default the value of `timeout`
   */
  patience?: number;
}

/** `a` is the array that is checked, `b` the one that it replicates to. */
export type Site = 'a' | 'b';

export const otherSite = (site: Site): Site => (site === 'a' ? 'b' : 'a');

/** The load that a run may put on an array. */
export interface Pace {
  /** The highest request rate, evenly spread. Without it, each request follows the answer to the one before. */
  requestsPerSecond?: number | undefined;
  /** The largest number of rows to read of a collection. */
  rows: number;
}

/** An array as the suite works on it. */
export interface Target extends Required<Omit<ArrayTarget, 'tls' | 'timeout' | 'patience'>> {
  site: Site;
  /** Milliseconds an answer may take. */
  timeoutMs: number;
  /** Milliseconds within which an accepted action has to begin. */
  patienceMs: number;
  tls?: TlsOptions;
  permit: Permit;
  pace: Pace;
  /** The origin of the `/__sim` of a simulator, which controls its time and its faults. An array has none. */
  control?: string;
  /** Set where the run may try a wrong password of the user. */
  triesWrongPassword?: true;
  /** Set for a simulator without Prism: it does not compare requests with the contract. */
  withoutValidation?: true;
}

/** An array as a check sees it: a copy that nobody can change, without the user, the password and the options for TLS. */
export type TargetView = Frozen<
  Pick<
    Target,
    'site' | 'label' | 'url' | 'timeoutMs' | 'patienceMs' | 'permit' | 'pace' | 'control' | 'withoutValidation'
  >
>;

export function viewOf(target: Target): TargetView {
  const { site, label, url, timeoutMs, patienceMs, permit, pace, control, withoutValidation } = target;
  return frozenCopy({
    site,
    label,
    url,
    timeoutMs,
    patienceMs,
    permit,
    pace,
    ...(control !== undefined && { control }),
    ...(withoutValidation && { withoutValidation }),
  });
}

export interface Targets {
  a: Target;
  b?: Target | undefined;
}

export const targetsOf = ({ a, b }: Targets): Target[] => (b ? [a, b] : [a]);

interface TargetOptions {
  permit?: Permit | undefined;
  pace?: Partial<Pace> | undefined;
  tryWrongPassword?: boolean | undefined;
}

/** Arrays as the suite works on them: slowly by default, and without changing anything unless a permit allows it. */
export function toTargets(
  { a, b }: { a: ArrayTarget; b?: ArrayTarget | undefined },
  { permit = nothingButReads, pace, tryWrongPassword }: TargetOptions = {},
): Targets {
  const target = (
    site: Site,
    {
      url,
      username,
      password,
      tls,
      label = `array ${site}`,
      timeout = defaultLimits.timeoutMs,
      patience = timeout,
    }: ArrayTarget,
  ): Target => ({
    url: new URL(url).origin,
    username,
    password,
    ...(tls && { tls }),
    label: printable(label),
    timeoutMs: timeout,
    patienceMs: patience,
    site,
    permit: { mode: permit.mode, sessions: [...permit.sessions] },
    pace: { requestsPerSecond: defaultLimits.requestsPerSecond, rows: defaultLimits.rows, ...pace },
    ...(tryWrongPassword && { triesWrongPassword: true }),
  });
  return { a: target('a', a), ...(b && { b: target('b', b) }) };
}

/** The run could not begin: an array does not answer, is not trusted, or refuses the login. The message says what to do. */
export class CannotRunError extends Error {
  override name = 'CannotRunError' as const;
}
