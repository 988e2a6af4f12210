// The scenarios that come along with the package.
import { existsSync, readdirSync } from 'node:fs';
import { InputError } from '@powerstore-api/types';

const folder = new URL('../../scenarios/', import.meta.url);

/**
 * The file that is meant: one that is there, or one that comes along, by its name.
 *
 * @throws InputError that lists what comes along.
 */
export function findScenario(name: string): string | URL {
  if (existsSync(name)) return name;
  const shipped = readdirSync(folder).map((file) => file.replace(/\.yaml$/, ''));
  if (shipped.includes(name)) return new URL(`${name}.yaml`, folder);
  throw new InputError(
    `There is no file ${name}. Give the path of a scenario, or the name of one that comes along: ${shipped.join(', ')}.`,
  );
}
