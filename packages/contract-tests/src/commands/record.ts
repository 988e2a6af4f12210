import { readFile, writeFile } from 'node:fs/promises';
import type { Recording } from '@powerstore-api/mock-server';
import { compareWithRecording } from '../record/parity.js';
import { readArrays, recordingOf } from '../record/record.js';
import { addArrayFlags, type Flags, settingsFrom } from '../settings/flags.js';
import { runOptionsFrom } from '../settings/run-options.js';
import { CannotRunError, toTargets } from '../array/target.js';
import type { AddCommand } from './command.js';

export const addRecordCommand: AddCommand = (program, { env, print }, action) => {
  addArrayFlags(
    program
      .command('record')
      .description(
        'read all collections of the arrays and write them, without names, ids and addresses, for the simulator',
      )
      .argument('<file>', 'where to')
      .addHelpText('after', '\nExit codes: 0 written, 2 could not.'),
  ).action(
    action(async (file: string, flags: Flags) => {
      const { arrays, pace } = await runOptionsFrom(settingsFrom({ ...program.opts(), ...flags }, env), env);
      if (!arrays)
        throw new CannotRunError('No array is named. Set POWERSTORE_URL or --url, or write a configuration: init.');
      const recording = recordingOf(await readArrays(toTargets(arrays, { pace })));
      try {
        await writeFile(file, `${JSON.stringify(recording, null, 2)}\n`);
      } catch (error) {
        throw new CannotRunError(`${file} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
      }
      for (const [site, array] of Object.entries(recording.arrays)) {
        const counts = Object.entries(array.resources).map(([resource, rows]) => `${rows.length} ${resource}`);
        print(`array ${site}, release ${array.release}: ${counts.join(', ')}`);
      }
      print(`Wrote ${file}. powerstore-mock simulate --recording ${file} begins with it.`);
      return 0;
    }),
  );
};

export const addParityCommand: AddCommand = (program, { print }, action) => {
  program
    .command('parity')
    .description('compare the simulator with a recording: where does it answer otherwise than the arrays did')
    .argument('<recording>', 'what record wrote')
    .addHelpText('after', '\nExit codes: 0 no deviation, 1 deviations, 2 could not compare.')
    .action(
      action(async (file: string) => {
        const { deviations, compared } = await compareWithRecording(await readRecording(file)).catch((error: Error) => {
          // What the simulator says of a recording that it cannot load.
          if (error.name !== 'InputError' && error.name !== 'RangeError') throw error;
          throw new CannotRunError(`${file} cannot be loaded: ${error.message}`);
        });
        for (const { path, rows, recorded, simulated } of deviations)
          print(
            `${path}: ${rows} rows, such as ${JSON.stringify(recorded)} recorded, ${JSON.stringify(simulated)} simulated`,
          );
        print(`${deviations.length} deviations in ${compared} values.`);
        return deviations.length > 0 ? 1 : 0;
      }),
    );
};

async function readRecording(file: string): Promise<Recording> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Recording;
  } catch (error) {
    throw new CannotRunError(`${file} is no recording (${(error as Error).message}). Write one with record.`);
  }
}
