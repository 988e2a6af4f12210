import { writeFile } from 'node:fs/promises';
import { diffReports } from '../report/diff.js';
import { readReport } from '../report/read-report.js';
import type { AddCommand } from './command.js';
import { describeDifference, renderDifference } from '../report/render/diff.js';
import { checkWritable } from '../report/report-files.js';

interface Flags {
  markdown?: string;
  json?: string;
}

export const addDiffCommand: AddCommand = (program, { print }, action) => {
  program
    .command('diff')
    .description('Says what changed from one run to another, such as before and after an upgrade.')
    .argument('<before>', 'report of the first run, written with --json')
    .argument('<after>', 'report of the second run')
    .option('--markdown <file>', 'write what changed as Markdown, for a pull request')
    .option('--json <file>', 'write what changed as JSON')
    .addHelpText('after', '\nExit codes: 0 nothing got worse, 1 something did, 2 could not compare.')
    .action(
      action(async (before: string, after: string, { markdown, json }: Flags) => {
        for (const file of [markdown, json]) if (file !== undefined) await checkWritable(file);
        const difference = diffReports(await readReport(before), await readReport(after));
        for (const line of describeDifference(difference)) print(line);
        if (markdown !== undefined) await writeFile(markdown, renderDifference(difference));
        if (json !== undefined) await writeFile(json, `${JSON.stringify(difference, null, 2)}\n`);
        return difference.worse ? 1 : 0;
      }),
    );
};
