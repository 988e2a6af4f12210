import { printable } from '@powerstore-api/settings';
import { InputError, isInputError } from '@powerstore-api/types';
import type { Recording } from '@powerstore-api/mock-server';
import { compareWithRecording } from '../record/parity.js';
import { readJsonFile } from '../report/json-file.js';
import type { AddCommand } from './command.js';

export const addParityCommand: AddCommand = (program, { print }, runCommand) => {
  program
    .command('parity')
    .description('list where the simulator answers differently from the arrays of a recording')
    .argument('<recording>', 'file that record wrote')
    .addHelpText('after', '\nExit codes: 0 no deviations, 1 deviations, 2 could not compare.')
    .action(
      runCommand(async (file: string) => {
        // The simulator checks the parts of it.
        const recording = readJsonFile(file, 'recording') as Recording;
        const { deviations, compared, missing } = await compareWithRecording(recording).catch((error: unknown) => {
          // The simulator's words on a recording that it cannot load.
          if (!isInputError(error)) throw error;
          throw new InputError(`${file} cannot be loaded: ${error.message}`);
        });
        for (const { path, rows, recorded, simulated } of deviations)
          print(
            printable(
              `${path}: ${rows} ${rows === 1 ? 'row' : 'rows'}, such as ${JSON.stringify(recorded)} recorded, ${JSON.stringify(simulated)} simulated`,
            ),
          );
        for (const it of missing) print(`${it}: not in the recording, so neither it nor what leads to it is compared`);
        print(`${deviations.length} ${deviations.length === 1 ? 'deviation' : 'deviations'} in ${compared} values.`);
        return deviations.length > 0 ? 1 : 0;
      }),
    );
};
