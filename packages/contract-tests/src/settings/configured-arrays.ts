import { InputError } from '@powerstore-api/types';
import { Command } from 'commander';
import type { ArrayTarget } from '../array/target/target.js';
import { addArrayOptions, settingsFrom } from './options.js';
import { arraysFrom } from './run-options.js';

/**
 * The arrays that the environment variables and `powerstore-contract.yaml` name, as for the command line; `undefined` where
 * they name none.
 *
 * @throws InputError where a setting is missing or cannot be used.
 * @example
 * ```ts
 * import { configuredArrays } from '@powerstore-api/contract-tests';
 * import { contractSuite } from '@powerstore-api/contract-tests/vitest';
 *
 * const arrays = configuredArrays();
 * if (arrays) contractSuite({ arrays, releases: { a: '4.0.0.0' } });
 * ```
 */
export function configuredArrays(): { a: ArrayTarget; b?: ArrayTarget } | undefined {
  const command = addArrayOptions(new Command())
    .exitOverride(({ message }) => {
      throw new InputError(message.replace(/^error: /, ''));
    })
    .configureOutput({ writeErr: () => undefined });
  return arraysFrom(settingsFrom(command.parse([], { from: 'user' })));
}
