import { createInterface } from 'node:readline';
import { CannotRunError } from '../array/target/target.js';

/**
 * Asks the person at the terminal whether a disruptive run may begin. The plan above names the arrays and the sessions.
 *
 * @throws CannotRunError where the answer is anything but yes.
 */
export async function confirmDisruption(signal: AbortSignal): Promise<void> {
  // Standard output may go into a file.
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const close = (): void => terminal.close();
  signal.addEventListener('abort', close);
  const answer = await new Promise<string>((resolve) => {
    // Ctrl-C and Ctrl-D at the question close it.
    terminal.once('close', () => resolve(''));
    terminal.question('This may interrupt the hosts of these sessions. Type yes to begin: ', resolve);
  });
  signal.removeEventListener('abort', close);
  close();
  if (answer.trim().toLowerCase() === 'yes') return;
  throw new CannotRunError(
    'The disruptive run was not confirmed, so nothing was changed. Type yes, or add --yes to begin without the question.',
  );
}
