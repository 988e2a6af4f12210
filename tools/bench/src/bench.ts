import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { Command } from 'commander';
import colors from 'picocolors';
import { measure, type Progress, quick, thorough } from './measure.js';
import { table } from './table.js';
import { judge } from './targets.js';

interface Options {
  quick?: true;
  json?: true;
}

const command = new Command('bench')
  .description('Measures the simulator, beside servers to compare it with. Exits with 1 when it misses a target.')
  .option('--quick', 'a short run, whose figures are rough')
  .option('--json', 'all figures as JSON instead of a table')
  .parse();
const { quick: short, json } = command.opts<Options>();

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
const report = await measure(short ? quick : thorough, progress);
if (stderr.isTTY) stderr.write('\r\u001B[K');
const machine = {
  date: new Date().toISOString().slice(0, 10),
  node: process.version,
  processors: cpus().length,
  model: cpus()[0]?.model ?? 'unknown',
  load: [loadBefore, loadavg()[0] ?? 0].map((it) => Number(it.toFixed(1))),
};
const targets = judge(report);
// By itself a run is a load of one to two.
const title = `${machine.date}, Node ${machine.node}, ${machine.processors} × ${machine.model}, load average ${machine.load.join(' → ')}`;
const text = json
  ? JSON.stringify({ machine, report, targets }, undefined, 2)
  : `${title}\n\n${table(report, targets, colors.isColorSupported && stdout.isTTY)}`;
writeFileSync(stdout.fd, `${text}\n`);
process.exitCode = targets.every(({ met }) => met) ? 0 : 1;
