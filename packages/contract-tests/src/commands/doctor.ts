import pc from 'picocolors';
import { examineArrays } from '../doctor/examine.js';
import { addArrayFlags, type Flags, settingsFrom } from '../settings/flags.js';
import { runOptionsFrom } from '../settings/run-options.js';
import { CannotRunError, toTargets } from '../array/target.js';
import type { AddCommand } from './command.js';

export const addDoctorCommand: AddCommand = (program, { env, print }, action) => {
  addArrayFlags(
    program
      .command('doctor')
      .description('look whether the arrays can be reached, trusted and logged in to, and what the user may do')
      .addHelpText(
        'after',
        '\nExit codes: 0 all is well, 1 something is not, 2 the settings do not say what to look at.',
      ),
  ).action(
    action(async (flags: Flags) => {
      const options = await runOptionsFrom(settingsFrom({ ...program.opts(), ...flags }, env), env);
      if (!options.arrays)
        throw new CannotRunError('No array is named. Set POWERSTORE_URL or --url, or write a configuration: init.');
      const isWell = await examineArrays(toTargets(options.arrays, options), ({ ok, text, remedy }) => {
        print(`${ok === undefined ? pc.dim('–') : ok ? pc.green('✓') : pc.red('✗')} ${text}`);
        if (remedy !== undefined) print(`  ${remedy}`);
      });
      return isWell ? 0 : 1;
    }),
  );
};
