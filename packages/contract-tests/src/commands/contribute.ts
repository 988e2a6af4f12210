import pc from 'picocolors';
import { contributionOf } from '../assumptions/contribution.js';
import { proposeSources } from '../assumptions/proposals.js';
import { observedDrift } from '../drift/observed.js';
import { renderProposals } from '../drift/proposals.js';
import { countStates, describeAssumption, ofState } from '../report/assumption-result.js';
import { checkWritable, writeOutput } from '../report/output-file.js';
import { readReport } from '../report/read-report.js';
import { many } from '../report/render/view.js';
import type { AddCommand } from './command.js';

interface ContributeOptions {
  out?: string;
  proposals?: string;
}

export const addContributeCommand: AddCommand = (program, { print, tell }, runCommand) => {
  program
    .command('contribute')
    .description('write what a run learned about the contract to a file for an issue, without any value of the array')
    .argument('<report>', 'report of a run, written with --json')
    .option('--out <file>', 'write the file there; without it, standard output')
    .option('--proposals <file>', 'write the confirmed assumptions as YAML to paste into the contract; - prints it')
    .addHelpText('after', '\nExit codes: 0 written, 2 could not write.')
    .action(
      runCommand(async (file: string, { out, proposals }: ContributeOptions) => {
        for (const target of [out, proposals]) if (target !== undefined && target !== '-') await checkWritable(target);
        const report = readReport(file);
        const { assumptions, arrays } = report;
        const contribution = `${JSON.stringify(contributionOf(report, observedDrift(report.findings)), null, 2)}\n`;
        if (out === undefined || out === '-') print(contribution.trimEnd());
        else await writeOutput(out, contribution);
        if (out !== undefined && out !== '-')
          tell(`Wrote ${out}. It has no value of your arrays; look at it before you attach it to an issue.`);
        tell(`Assumptions: ${countStates(assumptions)}.`);
        for (const { assumption, evidence = [] } of ofState(assumptions, 'contradicted'))
          tell(`  ${pc.bold(assumption)} (${describeAssumption(assumption)}): ${evidence.join('; ')}`);
        if (proposals === undefined) return 0;
        const sources = proposeSources(assumptions, arrays[0]?.release ?? 'unknown');
        const yaml = renderProposals(sources);
        if (proposals === '-') print(yaml.trimEnd());
        else await writeOutput(proposals, yaml);
        tell(
          `The array confirms ${many(sources.length, 'fact')}; the YAML has their sources. Correct a contradicted fact by hand.`,
        );
        return 0;
      }),
    );
};
