import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, resolve } from 'node:path';
import { readYaml } from '@powerstore-api/settings';
import type * as v from 'valibot';
import { fileSchema } from './schema.js';
import type { Settings } from './settings.js';

/** The configuration file in the working directory, which is read where no other is named. */
export const defaultFile = 'powerstore-contract.yaml';

/**
 * Reads the configuration file. Paths in it are relative to its folder. Without a name and without a file of the default
 * name, there are no settings.
 *
 * @throws InputError with a line for each problem: file, line, column, the mistake and its remedy.
 */
export function readConfigurationFile(named: string | undefined): Settings {
  const file = named ?? defaultFile;
  if (named === undefined && !existsSync(file)) return {};
  const { value } = readYaml(file, {
    what: 'configuration',
    schema: fileSchema,
    remedy: 'powerstore-contract init writes one.',
    explain: (key) =>
      /^pass(word|phrase)?$|secret|token/i.test(key)
        ? 'a password does not belong in this file. Name the file that holds it with passwordFile, or the environment variable with passwordEnv.'
        : undefined,
  });
  return resolvePaths(value, dirname(resolve(file)));
}

function resolvePaths(
  { arrays, reports, details, checkModules, baseline, ...others }: v.InferOutput<typeof fileSchema>,
  folder: string,
): Settings {
  const at = (file: string): string => resolve(folder, file.replace(/^~(?=\/)/, homedir()));
  const array = ({ ca, passwordFile, ...rest }: NonNullable<NonNullable<typeof arrays>['a']>) => ({
    ...rest,
    ...(ca !== undefined && { ca: at(ca) }),
    ...(passwordFile !== undefined && { passwordFile: at(passwordFile) }),
  });
  return {
    ...others,
    ...(arrays && { arrays: { ...(arrays.a && { a: array(arrays.a) }), ...(arrays.b && { b: array(arrays.b) }) } }),
    ...(reports && {
      reports: Object.fromEntries(
        Object.entries(reports).flatMap(([kind, file]) => (file === undefined ? [] : [[kind, at(file)]])),
      ),
    }),
    ...(details !== undefined && { details: at(details) }),
    ...(checkModules && { checkModules: checkModules.map(at) }),
    ...(baseline !== undefined && { baseline: at(baseline) }),
  };
}
