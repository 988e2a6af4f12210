import { InputError } from '@powerstore-api/types';
import type { ArrayTarget } from '../array/target/target.js';
import type { RunOptions } from '../run/run-contract.js';
import { targetFrom } from './array-target.js';
import { withAskedPassword } from './ask-password.js';
import type { Settings } from './settings.js';

/**
 * The arrays of settings; `undefined` where they name none.
 *
 * @throws InputError where a setting is missing or cannot be used.
 */
export function arraysFrom({ arrays = {} }: Settings): { a: ArrayTarget; b?: ArrayTarget } | undefined {
  const a = targetFrom(arrays.a ?? {}, 'a');
  const b = targetFrom({ timeout: arrays.a?.timeout, ...arrays.b }, 'b');
  if (a) return { a, ...(b && { b }) };
  if (b)
    throw new InputError('Only array b is named. Name the array to check with --url, POWERSTORE_URL or arrays.a.url.');
  return undefined;
}

/**
 * The options of a run from its settings. A person at the terminal is asked for passwords that are not set.
 *
 * @throws InputError where a setting is missing or cannot be used.
 * @throws CannotRunError where the person gives no password.
 */
export async function runOptionsFrom(
  settings: Settings,
): Promise<
  Pick<
    RunOptions,
    | 'arrays'
    | 'permit'
    | 'pace'
    | 'seed'
    | 'tryWrongPassword'
    | 'budget'
    | 'reports'
    | 'details'
    | 'checkModules'
    | 'baseline'
  >
> {
  const {
    mode = 'read-only',
    sessions = [],
    requestsPerSecond,
    rows,
    seed,
    tryWrongPassword,
    budget,
    reports,
    details,
    checkModules,
    baseline,
  } = settings;
  const { a = {}, b = {} } = settings.arrays ?? {};
  const arrays = arraysFrom({ arrays: { a: await withAskedPassword(a), b: await withAskedPassword(b) } });
  if (arrays && mode !== 'read-only' && sessions.length === 0)
    throw new InputError(
      `Mode ${mode} changes replication sessions, and none is listed. List their ids with --sessions, POWERSTORE_SESSIONS or sessions in powerstore-contract.yaml, or leave the mode out.`,
    );
  return {
    arrays,
    // Without a mode, the run may do everything to embedded arrays.
    permit: settings.mode === undefined ? undefined : { mode, sessions },
    pace: { ...(requestsPerSecond !== undefined && { requestsPerSecond }), ...(rows !== undefined && { rows }) },
    seed,
    tryWrongPassword,
    budget,
    reports,
    details,
    checkModules,
    baseline,
  };
}

/**
 * The same for commands that need an array.
 *
 * @throws InputError also where no array is named.
 */
export async function requireArrays(
  settings: Settings,
): Promise<Awaited<ReturnType<typeof runOptionsFrom>> & { arrays: NonNullable<RunOptions['arrays']> }> {
  const { arrays, ...options } = await runOptionsFrom(settings);
  if (arrays) return { arrays, ...options };
  throw new InputError(
    'No array is named. Name one with --url, POWERSTORE_URL or arrays.a.url in powerstore-contract.yaml, which powerstore-contract init writes.',
  );
}
