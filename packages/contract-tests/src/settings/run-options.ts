import type { RunOptions } from '../run/run-contract.js';
import { type ArrayTarget, CannotRunError } from '../array/target.js';
import { targetFrom } from './array-target.js';
import { withAskedPassword } from './ask-password.js';
import type { Settings } from './settings.js';

/**
 * The arrays that settings name, or `undefined` where they name none. Whoever sits at a terminal is asked for passwords
 * that are not set.
 *
 * @throws CannotRunError with one line that says what is missing or wrong.
 */
export async function arraysFrom(
  { arrays = {} }: Settings,
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ a: ArrayTarget; b?: ArrayTarget } | undefined> {
  const [a, b] = [
    targetFrom(await withAskedPassword(arrays.a ?? {}), 'a', env),
    targetFrom(await withAskedPassword(arrays.b ?? {}), 'b', env),
  ];
  if (a) return { a, ...(b && { b }) };
  if (b)
    throw new CannotRunError(
      'Only a second array is named. Set POWERSTORE_URL, --url or arrays.a.url to the one that is to be checked.',
    );
  return undefined;
}

/**
 * What a run is to be like.
 *
 * @throws CannotRunError where the settings do not go together.
 */
export async function runOptionsFrom(
  settings: Settings,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Pick<RunOptions, 'arrays' | 'permit' | 'pace' | 'budget' | 'reports' | 'checks' | 'baseline'>> {
  const { mode = 'read-only', sessions = [], requestsPerSecond, rows, budget, reports, checks, baseline } = settings;
  const arrays = await arraysFrom(settings, env);
  if (arrays && mode !== 'read-only' && sessions.length === 0)
    throw new CannotRunError(
      `Mode ${mode} changes replication sessions, and none is listed. List their ids in --sessions, POWERSTORE_SESSIONS or sessions of the configuration, or leave the mode out.`,
    );
  return {
    arrays,
    // Without a mode, what is embedded may be used in full.
    permit: settings.mode === undefined ? undefined : { mode, sessions },
    pace: { ...(requestsPerSecond !== undefined && { requestsPerSecond }), ...(rows !== undefined && { rows }) },
    budget,
    reports,
    checks,
    baseline,
  };
}
