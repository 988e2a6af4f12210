// `npm run contract`: contract → generated files → build → the suite. Without an address against the embedded mock, whose
// verdict turbo may replay from its cache; where POWERSTORE_URL names an array, against that array, every time.
import { spawnSync } from 'node:child_process';

/** Runs a command to its end; one that fails ends this one too, with the same exit code. */
function run(command, ...words) {
  const { status, error } = spawnSync(command, words, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) console.error(`${command} could not be started: ${error.message}. Run this as \`npm run contract\`.`);
  if (status !== 0) process.exit(status ?? 2);
}

const suite = '--filter=@powerstore-api/contract-tests';

// On its own, so that what follows is keyed by the files it has written.
run('turbo', 'run', 'generate');
if (process.env.POWERSTORE_URL) {
  run('turbo', 'run', 'build', suite, '--output-logs=errors-only');
  // Not through turbo: files are named from here, and the exit code is the verdict.
  run(process.execPath, 'packages/contract-tests/bin/powerstore-contract.js', ...process.argv.slice(2));
} else {
  run('turbo', 'run', 'contract', suite, '--log-prefix=none');
}
