// Two arrays on which time passes with every request, and never by itself: a slow machine sees what a fast one does.
import { createSimulator, type Simulator, type SimulatorOptions } from '@powerstore-api/mock-server';

/** Milliseconds that pass with a request. */
const step = 1000;

export async function createSteppedSimulator(
  options: Omit<SimulatorOptions, 'clock' | 'fast'> = {},
): Promise<Simulator> {
  const simulator: Simulator = await createSimulator({
    ...options,
    fast: true,
    clock: 'manual',
    onRequest(entry) {
      options.onRequest?.(entry);
      simulator.clock.advance(step);
    },
  });
  return simulator;
}
