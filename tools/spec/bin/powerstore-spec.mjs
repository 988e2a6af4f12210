#!/usr/bin/env node
import { register } from 'tsx/esm/api';

// A reader such as `head` closes the pipe when it has enough. That is not an error. A full disk is.
process.stdout.on('error', ({ code, message }) => {
  if (code !== 'EPIPE') console.error(`The output cannot be written: ${message}.`);
  process.exit(code === 'EPIPE' ? 0 : 2);
});

register();
const { run } = await import('../src/cli.ts');
process.exitCode = await run(process.argv.slice(2));
