// Reads and checks a scenario, from a file or an object.
import { fileURLToPath } from 'node:url';
import { readYaml } from '@powerstore-api/settings';
import { readInput } from '@powerstore-api/input';
import type { Scenario } from './scenario.js';
import { scenarioSchema } from './schema.js';

/** A scenario that can be played. */
export interface LoadedScenario {
  scenario: Scenario;
  /** The place of the step with this index: its file and line, or the name of the scenario. */
  placeOf: (index: number) => string;
}

/**
 * Reads a scenario.
 *
 * @throws InputError that names file, line and path of each problem.
 */
export function loadScenario(
  from: Scenario | string | URL,
  { remedy = 'Correct the path.' }: { remedy?: string } = {},
): LoadedScenario {
  if (typeof from !== 'string' && !(from instanceof URL)) {
    const scenario = readInput(scenarioSchema, from, 'scenario') as Scenario;
    return { scenario, placeOf: () => scenario.name };
  }
  const file = from instanceof URL || from.startsWith('file:') ? fileURLToPath(from) : from;
  const { value, name, lineOf } = readYaml(file, { what: 'scenario', schema: scenarioSchema, remedy });
  return { scenario: value as Scenario, placeOf: (index) => `${name}:${lineOf(['steps', index])}` };
}
