// `npm run contract`: against the embedded mock, whose verdict turbo may replay from its cache; or, where POWERSTORE_URL
// names an array, against that array, which is asked every time.
import { spawnSync } from 'node:child_process';

const task = process.env.POWERSTORE_URL ? 'contract:array' : 'contract';
const turbo = ['run', task, '--filter=@powerstore-api/contract-tests', '--log-prefix=none'];
const { status, error } = spawnSync('turbo', turbo, { stdio: 'inherit', shell: process.platform === 'win32' });
if (error) console.error(`turbo could not be started: ${error.message}. Run this as \`npm run contract\`.`);
process.exitCode = status ?? 2;
