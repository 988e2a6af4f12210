import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readTextFile } from '@powerstore-api/settings';
import { InputError } from '@powerstore-api/types';
import type { Check } from '../checks/define-check.js';

/**
 * The checks that modules of a team's own export, one by one or in lists.
 *
 * @throws InputError where there is no such module, it cannot be loaded, or it exports no check.
 */
export async function loadChecks(paths: readonly string[]): Promise<Check[]> {
  const checks: Check[] = [];
  for (const path of paths) {
    const found = Object.values(await load(resolve(path)))
      .flat()
      .filter(isCheck);
    if (found.length === 0) throw new InputError(`${resolve(path)} exports no check. Make one with defineCheck.`);
    checks.push(...found);
  }
  return checks;
}

async function load(file: string): Promise<Record<string, unknown>> {
  // Node's own words for a file that it cannot import help nobody.
  readTextFile(file, { what: 'module of checks', remedy: 'Correct the path.' });
  try {
    return (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  } catch (error) {
    throw new InputError(`The module of checks ${file} cannot be loaded: ${(error as Error).message}`);
  }
}

const isCheck = (it: unknown): it is Check =>
  typeof it === 'object' && it !== null && 'id' in it && 'title' in it && 'run' in it && typeof it.run === 'function';
