import pc from 'picocolors';
import { CannotRunError } from '../target.js';

/** What a command does, and the exit code that comes of it; what keeps it from it is one line and 2. */
export const command =
  <Given extends unknown[]>(run: (...given: Given) => Promise<0 | 1 | 2>) =>
  async (...given: Given): Promise<void> => {
    try {
      process.exitCode = await run(...given);
    } catch (error) {
      if (!(error instanceof CannotRunError)) throw error;
      console.error(`${pc.red('Could not run:')} ${error.message}`);
      process.exitCode = 2;
    }
  };
