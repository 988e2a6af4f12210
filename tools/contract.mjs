// `npm run contract`: generates, builds, and runs the suite. With options, or with an array that POWERSTORE_URL or
// powerstore-contract.yaml names, it runs every time. Otherwise the suite checks the simulator, and Turborepo may replay the
// verdict from its cache.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Runs a command to its end. Where the command fails, this script ends with its exit code. */
function run(command, ...words) {
  const { status, error } = spawnSync(command, words, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) console.error(`${command} could not be started: ${error.message}. Run this as \`npm run contract\`.`);
  if (status !== 0) process.exit(status ?? 2);
}

const words = process.argv.slice(2);
const suite = '--filter=@powerstore-api/contract-tests';

// A run of its own: the cache keys of the next run have to include the files that this one writes.
run('turbo', 'run', 'generate');
if (words.length > 0 || process.env.POWERSTORE_URL || existsSync('powerstore-contract.yaml')) {
  run('turbo', 'run', 'build', suite, '--output-logs=errors-only');
  // Not through Turborepo: the user names files relative to this folder, and the exit code has to be the suite's own.
  run(process.execPath, 'packages/contract-tests/bin/powerstore-contract.js', ...words);
} else {
  run('turbo', 'run', 'contract', suite, '--log-prefix=none');
}
