// A scenario from a file, or from a program, checked; and where each of its steps is written.
import { fileURLToPath } from 'node:url';
import { readYaml } from '@powerstore-api/settings';
import { readInput } from '../simulator/world/read-input.js';
import type { Scenario } from './scenario.js';
import { scenarioSchema } from './schema.js';

/** A scenario that can be played. */
export interface LoadedScenario {
  scenario: Scenario;
  /** Where a step is, by its index: the file and the line, or the name of the scenario. */
  placeOf: (index: number) => string;
}

/**
 * Reads a scenario.
 *
 * @throws InputError that names file, line and path of everything that is wrong.
 */
export function loadScenario(from: Scenario | string | URL): LoadedScenario {
  if (typeof from === 'object' && !(from instanceof URL)) {
    const scenario = readInput(scenarioSchema, from, 'scenario') as Scenario;
    return { scenario, placeOf: () => scenario.name };
  }
  const file = from instanceof URL || from.startsWith('file:') ? fileURLToPath(from) : from;
  const { value, name, lineOf } = readYaml(file, { what: 'scenario', schema: scenarioSchema });
  return { scenario: value as Scenario, placeOf: (index) => `${name}:${lineOf(['steps', index])}` };
}
