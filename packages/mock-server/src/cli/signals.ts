// How the user stops a command that stays up.
import { whenNpxEnds } from '@powerstore-api/settings';

const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Calls `stop` on the first SIGINT or SIGTERM, or when npx has ended, which started the command. A second signal ends the
 * process at once.
 */
export function onSignal(stop: () => void): void {
  const unwatch = whenNpxEnds(() => {
    console.error('npx, which started this command, has ended. So the command stops too.');
    onFirst();
  });
  const onFirst = (): void => {
    unwatch();
    for (const signal of signals) process.off(signal, onFirst);
    stop();
  };
  for (const signal of signals) process.once(signal, onFirst);
}
