import type { Command } from 'commander';
import { printableLines } from '@powerstore-api/settings';
import { isInputError } from '@powerstore-api/types';
import pc from 'picocolors';
import { CannotRunError } from '../array/target/target.js';
import type { Conduct } from '../run/conduct.js';
import type { StatusLine } from '../run/status-line.js';

/** The output of a command, and its way to go through checks. */
export interface Terminal {
  /** Prints a line on standard output. */
  print: (line: string) => void;
  /** Prints a line on standard error. */
  tell: (line: string) => void;
  statusLine?: StatusLine | undefined;
  /** Aborted when nobody reads standard output any more. */
  readerGone?: AbortSignal | undefined;
  /** @default one after the other, without a test runner */
  conduct?: Conduct | undefined;
}

/** 0 good, 1 a negative verdict, 2 could not run. A second signal ends a process at once, with 130. */
export type ExitCode = 0 | 1 | 2;

/** Makes a handler for commander from a function that returns an exit code. */
export type RunCommand = <Arguments extends unknown[]>(
  run: (...given: Arguments) => Promise<ExitCode>,
) => (...given: Arguments) => Promise<void>;

/** Adds a command to the program. */
export type AddCommand = (program: Command, terminal: Terminal, runCommand: RunCommand) => void;

/** An error with a message that tells a person everything. */
const isExpected = (error: unknown): error is Error => isInputError(error) || error instanceof CannotRunError;

/** The handlers print one message where the command cannot run, and end with exit code 2. */
export const commandRunner =
  ({ tell }: Terminal, exit: (code: ExitCode) => void): RunCommand =>
  (run) =>
  async (...given) => {
    try {
      exit(await run(...given));
    } catch (error) {
      if (!isExpected(error)) throw error;
      tell(`${pc.red('Could not run:')} ${printableLines(error.message)}`);
      exit(2);
    }
  };
