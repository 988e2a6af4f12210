import type { Command } from 'commander';
import pc from 'picocolors';
import { CannotRunError } from '../array/target.js';

/** What is around a command. */
export interface Terminal {
  env: NodeJS.ProcessEnv;
  /** Standard output. */
  print: (line: string) => void;
  /** Standard error. */
  tell: (line: string) => void;
}

/** Makes what commander calls of what a command does, which ends with an exit code. */
export type Action = <Given extends unknown[]>(
  run: (...given: Given) => Promise<0 | 1 | 2>,
) => (...given: Given) => Promise<void>;

/** Adds a command to the program. */
export type AddCommand = (program: Command, terminal: Terminal, action: Action) => void;

/** What keeps a command from what it does is one line and 2. */
export const actionOf =
  ({ tell }: Terminal, exit: (code: 0 | 1 | 2) => void): Action =>
  (run) =>
  async (...given) => {
    try {
      exit(await run(...given));
    } catch (error) {
      if (!(error instanceof CannotRunError)) throw error;
      tell(`${pc.red('Could not run:')} ${error.message}`);
      exit(2);
    }
  };
