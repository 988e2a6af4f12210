import type { Conduct } from './conduct.js';

/** Adds Ctrl-C: the first one stops the run and puts everything back, the second one leaves at once. */
export const untilInterrupted =
  (conduct: Conduct): Conduct =>
  async (assignment, options) => {
    const { mode, sessions } = assignment.targets.a.permit;
    const { tell } = options;
    const controller = new AbortController();
    const onInterrupt = (): void => {
      if (!controller.signal.aborted) {
        tell('Stopping: what was changed is put back first. Ctrl-C again leaves it as it is.');
        controller.abort('stopped by Ctrl-C');
        return;
      }
      if (mode !== 'read-only' && sessions !== 'all')
        tell(`Left at once. These sessions may not be as they were before: ${sessions.join(', ')}.`);
      process.exit(130);
    };
    process.on('SIGINT', onInterrupt);
    try {
      return await conduct(assignment, { ...options, signal: controller.signal });
    } finally {
      process.off('SIGINT', onInterrupt);
    }
  };
