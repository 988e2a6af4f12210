import { fileErrorReason, printableLines } from '@powerstore-api/settings';
import { CommanderError } from 'commander';
import { couldNotRun, createProgram } from './program.js';

/** Node would exit with 1, which means that a step of a scenario failed. */
function fail(error: unknown): void {
  console.error(
    printableLines(
      `powerstore-mock failed, and should not have: ${error instanceof Error ? error.stack : String(error)}`,
    ),
  );
  process.exitCode = couldNotRun;
}

process.on('uncaughtException', (error) => {
  fail(error);
  process.exit();
});

// A reader such as `head` closes the pipe when it has enough. That is not an error. A full disk is.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  console.error(`The output cannot be written: ${fileErrorReason(error)}.`);
  process.exit(couldNotRun);
});

try {
  await createProgram().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else fail(error);
}
