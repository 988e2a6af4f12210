import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkOptions } from '@powerstore-api/input';
import { readTextFile } from '@powerstore-api/settings';
import { InputError } from '@powerstore-api/types';
import { messageOf } from '../array/secrecy/message-of.js';
import { CannotRunError } from '../array/target/target.js';
import { type Check, checkSchema } from '../checks/define-check.js';
import { reasonOf } from './check-end.js';

/**
 * The checks that modules of a team's own export, one by one or in lists.
 *
 * @throws InputError where there is no such module, it cannot be loaded, or it exports no check or a malformed one.
 * @throws CannotRunError where the signal stops it before a module has loaded.
 */
export async function loadChecks(paths: readonly string[], signal?: AbortSignal): Promise<Check[]> {
  const checks: Check[] = [];
  for (const path of paths) {
    const file = resolve(path);
    const found = Object.entries(await load(file, signal)).flatMap(([name, exported]) =>
      [exported].flat().filter((it) => isMeantAsCheck(it, name, file)),
    );
    if (found.length === 0) throw new InputError(`${file} exports no check. Make one with defineCheck.`);
    checks.push(...found);
  }
  return checks;
}

async function load(file: string, signal: AbortSignal | undefined): Promise<Record<string, unknown>> {
  // Node's own words for a file that it cannot import help nobody.
  readTextFile(file, { what: 'module of checks', remedy: 'Correct the path.' });
  const loading = import(pathToFileURL(file).href) as Promise<Record<string, unknown>>;
  try {
    return await (signal ? Promise.race([loading, stopped(file, signal)]) : loading);
  } catch (error) {
    if (error instanceof CannotRunError) throw error;
    throw new InputError(`The module of checks ${file} cannot be loaded: ${messageOf(error)}`);
  }
}

/** Rejects when the signal is aborted. */
const stopped = (file: string, signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const stop = (): void =>
      reject(
        new CannotRunError(
          `The module of checks ${file} had not loaded when the run was stopped: ${reasonOf(signal)}.`,
        ),
      );
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });

/** An export with an id is meant as a check. Others are helpers of the module. */
function isMeantAsCheck(it: unknown, name: string, file: string): it is Check {
  if (typeof it !== 'object' || it === null || !('id' in it)) return false;
  checkOptions(`The export ${name} of ${file} is no check`, checkSchema, it);
  return true;
}
