import { existsSync } from 'node:fs';
import { InputError } from '@powerstore-api/types';
import * as v from 'valibot';
import { daySchema } from '../report/acceptance.js';
import { readBaseline, renderBaseline, today, withAccepted } from '../report/baseline.js';
import { readReport } from '../report/read-report.js';
import { many } from '../report/render/view.js';
import { addBaselineOption, addConfigOption, settingsFrom } from '../settings/options.js';
import type { AddCommand } from './command.js';
import { writeOutput } from '../report/output-file.js';

interface BaselineOptions {
  reason: string;
  expires: string;
  finding?: string[];
  everywhere?: true;
}

const defaultBaseline = 'powerstore-contract.baseline.yaml';

export const addBaselineCommand: AddCommand = (program, { print }, runCommand) => {
  const baseline = program
    .command('baseline')
    .description('accept the findings of a report until a day; until then, only other findings fail a run')
    .argument('<report>', 'report of a run, written with --json')
    .requiredOption('--reason <text>', 'reason why they are accepted (required)')
    .requiredOption('--expires <day>', 'last day on which they are accepted, such as 2027-03-01 (required)')
    .option('--finding <id...>', 'accept only findings of these kinds, such as attribute.unknown')
    .option('--everywhere', 'accept them at other places as well, where a later run finds them');
  addConfigOption(addBaselineOption(baseline))
    .addHelpText(
      'after',
      `\nIt adds to the baseline that --baseline names (default: ${defaultBaseline}).\n\nExit codes: 0 written, 2 could not write it.`,
    )
    .action(
      runCommand(async (from: string, { reason, expires, finding, everywhere }: BaselineOptions) => {
        if (!v.is(daySchema, expires))
          throw new InputError(`--expires ${expires} is not a day. Write it as 2027-03-01.`);
        if (expires < today()) throw new InputError(`--expires ${expires} is in the past. Name today or a later day.`);
        const { findings } = readReport(from);
        const chosen = findings.filter(({ id }) => finding === undefined || finding.includes(id));
        if (chosen.length === 0) {
          const kinds = [...new Set(findings.map(({ id }) => id))];
          throw new InputError(
            kinds.length === 0
              ? `${from} has no findings, so there is nothing to accept.`
              : `${from} has no finding ${finding?.join(', ')}. It has ${kinds.join(', ')}.`,
          );
        }
        const file = settingsFrom(baseline).baseline ?? defaultBaseline;
        const entries = withAccepted(existsSync(file) ? readBaseline(file) : [], chosen, {
          reason,
          expires,
          ...(everywhere && { everywhere }),
        });
        await writeOutput(file, renderBaseline(entries));
        print(
          `Accepted ${many(chosen.length, 'finding')} until ${expires} in ${file}, which now has ${many(entries.length, 'entry', 'entries')}. Pass it with --baseline ${file}.`,
        );
        return 0;
      }),
    );
};
