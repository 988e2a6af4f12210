import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg } from 'node:os';
import { Argument, Command } from 'commander';
import colors from 'picocolors';
import { client } from './client/index.js';
import { verdictLines } from './format.js';
import type { Findings, Part, Progress } from './part.js';
import { simulator } from './simulator/index.js';

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };
const parts: Readonly<Record<string, Part>> = { simulator, client };

const command = new Command('bench')
  .description('Measures the simulator and the client against others.')
  .addArgument(new Argument('[part]', 'measure only this part').choices(Object.keys(parts)))
  .option('--quick', 'measure for a shorter time, less exactly')
  .option('--json', 'print all figures as JSON')
  .version(version, '-V, --version', 'print the version')
  .helpOption('-h, --help', 'print this help')
  .addHelpText('after', '\nExit codes: 0 all targets met, 1 a target missed, 2 could not run.')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .parse();
const { quick = false, json = false } = command.opts<{ quick?: true; json?: true }>();
const [only] = command.processedArgs as [string | undefined];

const { stdout, stderr } = process;
let step = '';

/** On a terminal one line that changes, else a line for each step. */
const progress: Progress = (text) => {
  const [now = ''] = text.split(':');
  if (stderr.isTTY) stderr.write(`\r\u001B[K${text}`);
  else if (now !== step) stderr.write(`${now}\n`);
  step = now;
};

const [loadBefore = 0] = loadavg();
const found: Record<string, Findings> = {};
for (const [name, part] of Object.entries(parts)) {
  if (only === undefined || only === name) found[name] = await part(quick, progress);
}
if (stderr.isTTY) stderr.write('\r\u001B[K');

const machine = {
  date: new Date().toISOString().slice(0, 10),
  node: process.version,
  processors: cpus().length,
  model: cpus()[0]?.model ?? 'unknown',
  load: [loadBefore, loadavg()[0] ?? 0].map((it) => Number(it.toFixed(1))),
};
// By itself a run is a load of one to two.
const title = `${machine.date}, Node ${machine.node}, ${machine.processors} × ${machine.model}, load average ${machine.load.join(' → ')}`;
const isColored = colors.isColorSupported && stdout.isTTY;
const text = json
  ? JSON.stringify({ machine, ...found }, undefined, 2)
  : [
      title,
      ...Object.values(found).flatMap(({ table, verdicts }) => [table(isColored), verdictLines(verdicts, isColored)]),
    ].join('\n\n');
writeFileSync(stdout.fd, `${text}\n`);
process.exitCode = Object.values(found).every(({ verdicts }) => verdicts.every(({ met }) => met)) ? 0 : 1;
