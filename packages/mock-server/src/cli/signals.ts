// How a command that stays up is stopped.
const signals = ['SIGINT', 'SIGTERM'] as const;

/** Calls `stop` when the process is told to end. A second signal ends it at once, as if nobody listened. */
export function onSignal(stop: () => void): void {
  const told = (): void => {
    for (const signal of signals) process.off(signal, told);
    stop();
  };
  for (const signal of signals) process.once(signal, told);
}
