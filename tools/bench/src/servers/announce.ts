// How a server in a process of its own talks to who started it. Imports nothing, so that it takes no time.

/** The resources of a process: bytes of memory by now, microseconds of processor time since its start. */
export interface Usage {
  memory: number;
  processor: number;
}

/** Says where the server is, and from then on what it has used whenever that is asked. */
export function announce(url: string): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ memory: process.memoryUsage.rss(), processor: user + system } satisfies Usage);
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ url });
}

/** The options of its start. */
export const given = <T>(): T => JSON.parse(process.argv[2] ?? '{}') as T;
