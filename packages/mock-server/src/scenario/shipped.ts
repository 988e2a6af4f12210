// The scenarios that this package includes.
import { existsSync, readdirSync } from 'node:fs';

const folder = new URL('../../scenarios/', import.meta.url);

const builtIn = (): string[] => readdirSync(folder).map((file) => file.replace(/\.yaml$/, ''));

/** The file of a scenario: the one at this path or, if there is none, the built-in one of this name. */
export const findScenario = (name: string): string | URL =>
  !existsSync(name) && builtIn().includes(name) ? new URL(`${name}.yaml`, folder) : name;

/** The next step of a user whose scenario cannot be read. */
export const remedy = (): string =>
  `Give the path of a scenario, or the name of a built-in one: ${builtIn().join(', ')}.`;
