#!/usr/bin/env node
// A module that is missing is no verdict, and Node would end with 1.
import('../dist/cli.js').catch((error) => {
  const [line] = String(error?.message ?? error).split('\n');
  console.error(`powerstore-contract cannot start: ${line}. Install it again.`);
  process.exitCode = 2;
});
