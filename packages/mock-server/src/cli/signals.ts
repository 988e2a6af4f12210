// How the user stops a command that stays up.
const signals = ['SIGINT', 'SIGTERM'] as const;

/** Calls `stop` on the first SIGINT or SIGTERM. A second signal ends the process at once. */
export function onSignal(stop: () => void): void {
  const onFirst = (): void => {
    for (const signal of signals) process.off(signal, onFirst);
    stop();
  };
  for (const signal of signals) process.once(signal, onFirst);
}
