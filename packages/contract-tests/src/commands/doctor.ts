import pc from 'picocolors';
import { toTargets } from '../array/target/target.js';
import { diagnose, type Result } from '../doctor/diagnose.js';
import { addArrayOptions, addPermitOptions, settingsFrom } from '../settings/options.js';
import { passwordFileWarnings } from '../settings/password-file.js';
import { requireArrays } from '../settings/run-options.js';
import type { AddCommand } from './command.js';

const markOf = (ok: Result['ok']): string =>
  ok === undefined ? pc.dim('–') : ok === 'warning' ? pc.yellow('!') : ok ? pc.green('✓') : pc.red('✗');

export const addDoctorCommand: AddCommand = (program, { print, tell }, runCommand) => {
  const doctor = program
    .command('doctor')
    .description('find out whether the arrays can be reached, trusted and logged in to, and what the user may do')
    .addHelpText(
      'after',
      '\nExit codes: 0 everything is in order, warnings aside, 1 something is not, 2 the settings name no array or cannot be used.',
    );
  addPermitOptions(addArrayOptions(doctor)).action(
    runCommand(async () => {
      const settings = settingsFrom(doctor);
      const options = await requireArrays(settings);
      for (const warning of passwordFileWarnings(settings)) tell(warning);
      const isInOrder = await diagnose(toTargets(options.arrays, options), ({ ok, text, remedy }) => {
        print(`${markOf(ok)} ${text}`);
        if (remedy !== undefined) print(`  ${remedy}`);
      });
      return isInOrder ? 0 : 1;
    }),
  );
};
