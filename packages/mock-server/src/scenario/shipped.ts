// The scenarios that this package includes.
import { existsSync, readdirSync } from 'node:fs';
import { InputError } from '@powerstore-api/types';

const folder = new URL('../../scenarios/', import.meta.url);

/**
 * The file of a scenario: the one at this path, or the built-in one of this name.
 *
 * @throws InputError that lists the built-in scenarios.
 */
export function findScenario(name: string): string | URL {
  if (existsSync(name)) return name;
  const shipped = readdirSync(folder).map((file) => file.replace(/\.yaml$/, ''));
  if (shipped.includes(name)) return new URL(`${name}.yaml`, folder);
  throw new InputError(
    `There is no file ${name}. Give the path of a scenario, or the name of a built-in one: ${shipped.join(', ')}.`,
  );
}
