// A sample of the tests beside two processes that keep both cores busy, so that a test which depends on a fast machine fails here and
// not on somebody's laptop. `.ci/run` calls it after `npm test`, which has built what the tests import.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Files with timeouts, pauses and answers that do not come, by package. */
const sample = {
  client: ['test/timeout.test.ts', 'test/wait-until.test.ts'],
  'mock-server': ['test/simulator/faults.test.ts'],
  'contract-tests': ['test/pace.test.ts'],
};

// Each ends when this process has, also where that could not stop it.
const busy = 'for (const parent = process.ppid; process.ppid === parent; );';
const children = [1, 2].map(() => spawn(process.execPath, ['-e', busy], { stdio: 'ignore' }));
process.on('exit', () => {
  for (const child of children) child.kill();
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

const began = Date.now();
for (const [name, files] of Object.entries(sample)) {
  const folder = fileURLToPath(new URL(`../packages/${name}/`, import.meta.url));
  console.log(`${name}: ${files.join(', ')}, beside two busy processes`);
  const vitest = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...files], {
    cwd: folder,
    stdio: 'inherit',
  });
  children.push(vitest);
  const [code] = await once(vitest, 'exit');
  if (code === 0) continue;
  console.error(
    `\nTests of ${name} fail when the machine is busy. If they pass without it, they depend on how fast it is:`,
  );
  console.error('let them wait for an event, or step the time. CONTRIBUTING.md says how, under "Tests".');
  process.exit(1);
}
console.log(`The sample passes on a busy machine. It took ${Math.round((Date.now() - began) / 1000)} s.`);
process.exit();
