import { diffReports } from '../report/diff-reports.js';
import { readReport } from '../report/read-report.js';
import { describeDifference, renderDifference } from '../report/render/diff.js';
import type { AddCommand } from './command.js';
import { checkWritable, requireDistinct, writeOutput } from '../report/output-file.js';

interface DiffOptions {
  markdown?: string;
  json?: string;
}

export const addDiffCommand: AddCommand = (program, { print }, runCommand) => {
  program
    .command('diff')
    .description('compare two reports, such as those of before and after an upgrade')
    .argument('<before>', 'report of the first run, written with --json')
    .argument('<after>', 'report of the second run')
    .option('--markdown <file>', 'write the differences as Markdown, for a pull request')
    .option('--json <file>', 'write the differences as JSON')
    .addHelpText('after', '\nExit codes: 0 nothing got worse, 1 something got worse, 2 could not compare.')
    .action(
      runCommand(async (before: string, after: string, { markdown, json }: DiffOptions) => {
        for (const read of [before, after]) requireDistinct([read, markdown, json]);
        for (const file of [markdown, json]) if (file !== undefined) await checkWritable(file);
        const difference = diffReports(readReport(before), readReport(after));
        for (const line of describeDifference(difference)) print(line);
        if (markdown !== undefined) await writeOutput(markdown, renderDifference(difference));
        if (json !== undefined) await writeOutput(json, `${JSON.stringify(difference, null, 2)}\n`);
        return difference.worse ? 1 : 0;
      }),
    );
};
