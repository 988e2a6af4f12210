// The configuration file, checked; whatever is wrong is named with its line and column.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, resolve } from 'node:path';
import type * as v from 'valibot';
import { fileSchema, known } from './schema.js';
import type { Settings } from './settings.js';
import { readYaml } from './yaml-file.js';

/** Where it is looked for when none is named: the working directory. */
export const defaultFile = 'powerstore-contract.yaml';

/**
 * Reads the configuration file; files that it names are found from where it is. Nothing where none is named and there is
 * none.
 *
 * @throws CannotRunError that names file, line and column of everything that is wrong, a line each.
 */
export function readConfigurationFile(named: string | undefined): Settings {
  const file = named ?? defaultFile;
  if (named === undefined && !existsSync(file)) return {};
  const remedy = 'powerstore-contract init writes one.';
  return fromHere(readYaml(file, { what: 'configuration', schema: fileSchema, known, remedy }), dirname(resolve(file)));
}

/** With files as they are found from the folder of the configuration. */
function fromHere(
  { arrays, reports, checks, baseline, ...others }: v.InferOutput<typeof fileSchema>,
  folder: string,
): Settings {
  const found = (file: string): string => resolve(folder, file.replace(/^~(?=\/)/, homedir()));
  const array = ({ ca, passwordFile, ...rest }: NonNullable<NonNullable<typeof arrays>['a']>) => ({
    ...rest,
    ...(ca !== undefined && { ca: found(ca) }),
    ...(passwordFile !== undefined && { passwordFile: found(passwordFile) }),
  });
  return {
    ...others,
    ...(arrays && { arrays: { ...(arrays.a && { a: array(arrays.a) }), ...(arrays.b && { b: array(arrays.b) }) } }),
    ...(reports && {
      reports: Object.fromEntries(
        Object.entries(reports).flatMap(([kind, it]) => (it === undefined ? [] : [[kind, found(it)]])),
      ),
    }),
    ...(checks && { checks: checks.map(found) }),
    ...(baseline !== undefined && { baseline: found(baseline) }),
  };
}
