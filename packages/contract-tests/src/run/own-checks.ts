// Checks of a team's own, in modules of theirs.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Check } from '../checks/check.js';
import { CannotRunError } from '../array/target.js';

/**
 * Addresses of modules by their paths, so that another thread can load them.
 *
 * @throws CannotRunError where there is no such file.
 */
export const modulesAt = (paths: readonly string[]): string[] =>
  paths.map((path) => {
    const file = resolve(path);
    if (!existsSync(file))
      throw new CannotRunError(`Checks are to be loaded from ${file}, and there is no such file. Correct the path.`);
    return pathToFileURL(file).href;
  });

/**
 * Every check that modules export, alone or in lists.
 *
 * @throws CannotRunError where a module cannot be loaded, or exports none.
 */
export async function loadChecks(modules: readonly string[]): Promise<Check[]> {
  const checks: Check[] = [];
  for (const module of modules) {
    const found = Object.values(await load(module))
      .flat()
      .filter(isCheck);
    if (found.length === 0) throw new CannotRunError(`${module} exports no check. Make one with defineCheck.`);
    checks.push(...found);
  }
  return checks;
}

async function load(module: string): Promise<Record<string, unknown>> {
  try {
    return (await import(module)) as Record<string, unknown>;
  } catch (error) {
    throw new CannotRunError(`Checks cannot be loaded from ${module}: ${(error as Error).message}`);
  }
}

const isCheck = (it: unknown): it is Check =>
  typeof it === 'object' && it !== null && 'id' in it && 'title' in it && 'run' in it && typeof it.run === 'function';
