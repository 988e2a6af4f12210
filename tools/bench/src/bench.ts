import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { Argument, Command } from 'commander';
import colors from 'picocolors';
import { client } from './client/index.js';
import { verdictLines } from './format.js';
import type { Findings, Part, Progress } from './part.js';
import { simulator } from './simulator/index.js';

const parts: Readonly<Record<string, Part>> = { simulator, client };

const command = new Command('bench')
  .description('Measures the simulator and the client, beside others. Exits with 1 when one misses a target.')
  .addArgument(new Argument('[part]', 'only this one').choices(Object.keys(parts)))
  .option('--quick', 'a short run, whose figures are rough')
  .option('--json', 'all figures as JSON instead of tables')
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
