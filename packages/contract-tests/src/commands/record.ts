import { plainHttpWarning } from '../array/target/plain-http.js';
import { targetsOf, toTargets } from '../array/target/target.js';
import { readArrays, recordingOf } from '../record/record.js';
import { addArrayOptions, settingsFrom } from '../settings/options.js';
import { passwordFileWarnings } from '../settings/password-file.js';
import { requireArrays } from '../settings/run-options.js';
import type { AddCommand } from './command.js';
import { checkWritable, writeOutput } from '../report/output-file.js';

export const addRecordCommand: AddCommand = (program, { print, tell }, runCommand) => {
  const record = program
    .command('record')
    .description(
      'read all collections of the arrays and write them, without names, ids and addresses, for the simulator',
    )
    .argument('<file>', 'recording to write')
    .addHelpText(
      'after',
      '\nIt goes on without a collection that an array does not show, and says so.\n\nExit codes: 0 written, 2 could not record.',
    );
  addArrayOptions(record).action(
    runCommand(async (file: string) => {
      const settings = settingsFrom(record);
      const { arrays, pace } = await requireArrays(settings);
      await checkWritable(file);
      for (const warning of passwordFileWarnings(settings)) tell(warning);
      const targets = toTargets(arrays, { pace });
      for (const target of targetsOf(targets)) {
        const warning = plainHttpWarning(target);
        if (warning !== undefined) tell(warning);
      }
      const read = await readArrays(targets);
      const recording = recordingOf(read);
      await writeOutput(file, `${JSON.stringify(recording, null, 2)}\n`);
      for (const [site, array] of Object.entries(recording.arrays)) {
        const counts = Object.entries(array.resources).map(([resource, rows]) => `${rows.length} ${resource}`);
        print(`array ${site}, release ${array.release}: ${counts.join(', ')}`);
      }
      for (const [site, { missing }] of Object.entries(read))
        for (const [resource, predicate] of Object.entries(missing))
          tell(`The recording lacks ${resource}: array ${site} ${predicate}`);
      print(`Wrote ${file}. powerstore-mock simulate --recording ${file} starts a simulator with it.`);
      return 0;
    }),
  );
};
