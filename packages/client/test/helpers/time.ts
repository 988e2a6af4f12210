// The time of a client in tests, which no machine is too slow for.
import { setImmediate } from 'node:timers/promises';
import { createSimulator, type Simulator, type SimulatorOptions } from '@powerstore-api/mock-server';
import { onTestFinished, vi } from 'vitest';

/**
 * Timers and the clock of this process, until the test has finished. They stand still while a `fetch` is under way, and
 * go on to the next timer when there is nothing else to wait for. Sockets go on by themselves, and so does the client for
 * Node, which sends without `fetch`.
 */
export interface SteppedTime {
  /** Two arrays that tell when they hold an answer back: then there is nothing to wait for but time. */
  simulator(options: SimulatorOptions): Promise<Simulator>;
  /** From now on no time passes. */
  stop(): void;
}

export function steppedTime(): SteppedTime {
  const underWay = new Set<{ readonly request: string; isHeldBack: boolean }>();
  const over = new AbortController();
  let passes = true;

  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const one = { request: `${init?.method ?? 'GET'} ${String(input)}`, isHeldBack: false };
    underWay.add(one);
    const end = (): boolean => underWay.delete(one);
    try {
      const response = await fetch(input, init);
      const reader = response.body?.getReader();
      if (reader === undefined) end();
      const body = new ReadableStream({
        async pull(controller) {
          try {
            const { value } = (await reader?.read()) ?? {};
            if (value !== undefined) return controller.enqueue(value);
            end();
            controller.close();
          } catch (error) {
            end();
            controller.error(error);
          }
        },
        cancel() {
          end();
          return reader?.cancel();
        },
      });
      return Object.defineProperty(response, 'body', { value: body, configurable: true });
    } catch (error) {
      end();
      throw error;
    }
  };
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  onTestFinished(() => {
    over.abort();
    vi.useRealTimers();
    globalThis.fetch = fetch;
  });
  void (async () => {
    while (!over.signal.aborted) {
      if (passes && [...underWay].every(({ isHeldBack }) => isHeldBack)) vi.advanceTimersToNextTimer();
      await setImmediate();
    }
  })();

  return {
    async simulator(options) {
      const sim = await createSimulator({
        ...options,
        onRequest(entry) {
          options.onRequest?.(entry);
          const { array, method, target, trouble } = entry;
          if (trouble !== 'stall' && trouble !== 'slow') return;
          const request = `${method} ${sim[array].url}${target}`;
          // None where the client has given it up before it arrived.
          const held = [...underWay].find((one) => one.request === request && !one.isHeldBack);
          if (held) held.isHeldBack = true;
        },
      });
      return sim;
    },
    stop() {
      passes = false;
    },
  };
}

/** Waits until something is so, for as long as it takes. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await setImmediate();
}
