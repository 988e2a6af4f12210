import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import * as v from 'valibot';
import { readBaseline, renderBaseline, today, withAccepted } from '../report/baseline.js';
import { daySchema } from '../report/acceptance.js';
import { readReport } from '../report/read-report.js';
import { settingsFrom } from '../settings/flags.js';
import { CannotRunError } from '../array/target.js';
import type { AddCommand } from './command.js';

interface BaselineFlags {
  reason: string;
  expires: string;
  finding?: string[];
  baseline?: string;
  config?: string;
}

export const addBaselineCommand: AddCommand = (program, { env, print }, action) => {
  program
    .command('baseline')
    .description('accept findings of a report until a day; only others fail a run from then on')
    .argument('<report>', 'report of a run, written with --json')
    .requiredOption('--reason <text>', 'why they are accepted')
    .requiredOption('--expires <day>', 'the last day on which they are, as 2027-03-01')
    .option('--finding <id...>', 'only findings of this kind, such as attribute.unknown')
    .option('--baseline <file>', 'file to write or add to, powerstore-contract.baseline.yaml by default')
    .option('--config <file>', 'configuration that may name the file')
    .addHelpText('after', '\nExit codes: 0 written, 2 could not.')
    .action(
      action(async (from: string, { reason, expires, finding, ...flags }: BaselineFlags) => {
        if (!v.is(daySchema, expires) || expires < today())
          throw new CannotRunError(`--expires ${expires} is no day to come. Write it as 2027-03-01.`);
        const { findings } = await readReport(from);
        const chosen = findings.filter(({ id }) => finding === undefined || finding.includes(id));
        if (chosen.length === 0)
          throw new CannotRunError(
            `${from} has no finding${finding === undefined ? '' : ` ${finding.join(', ')}`}, so there is nothing to accept.`,
          );
        const file = settingsFrom({ ...program.opts(), ...flags }, env).baseline ?? 'powerstore-contract.baseline.yaml';
        const before = existsSync(file) ? readBaseline(file) : [];
        const entries = withAccepted(before, chosen, { reason, expires });
        try {
          await writeFile(file, renderBaseline(entries));
        } catch (error) {
          throw new CannotRunError(`${file} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
        }
        print(
          `Accepted ${chosen.length} findings until ${expires} in ${file}, which has ${entries.length}. Name it with --baseline.`,
        );
        return 0;
      }),
    );
};
