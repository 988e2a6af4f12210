import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InputError } from '@powerstore-api/types';
import type { Check } from '../checks/check.js';

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
  if (!existsSync(file)) throw new InputError(`There is no module of checks ${file}. Correct the path.`);
  try {
    return (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  } catch (error) {
    throw new InputError(`The module of checks ${file} cannot be loaded: ${(error as Error).message}`);
  }
}

const isCheck = (it: unknown): it is Check =>
  typeof it === 'object' && it !== null && 'id' in it && 'title' in it && 'run' in it && typeof it.run === 'function';
