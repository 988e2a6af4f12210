import type { Safety } from '@powerstore-api/types';
import type { Target, Targets } from '../array/target.js';

/** What stands in for an array where none is named. */
export type EmbeddedKind = 'simulator' | 'static';

export interface Embedded {
  targets: Targets;
  close: () => Promise<void>;
}

export interface EmbeddedOptions {
  kind?: EmbeddedKind | undefined;
  version?: string | undefined;
  mode?: Safety | undefined;
  /** Without Prism. */
  fast?: boolean | undefined;
}

/** Targets in this process, with which anything may be done. Loaded only here; real arrays need no Prism. */
export async function startEmbedded({
  kind = 'simulator',
  version,
  mode = 'disruptive',
  fast = false,
}: EmbeddedOptions): Promise<Embedded> {
  const { createMockServer, createSimulator } = await import('@powerstore-api/mock-server');
  if (kind === 'static') {
    const mock = await createMockServer();
    return { targets: { a: targetOf(mock, 'a', 'embedded mock (static)', mode) }, close: mock.close };
  }
  const simulator = await createSimulator({
    clock: 'manual',
    fast,
    ...(version !== undefined && { release: version }),
  });
  const { a, b, close } = simulator;
  const simulated = { control: a.url, ...(fast && { lenient: true as const }) };
  return {
    targets: {
      a: { ...targetOf(a, 'a', 'simulator, array a', mode), ...simulated },
      b: { ...targetOf(b, 'b', 'simulator, array b', mode), ...simulated },
    },
    close,
  };
}

const targetOf = (
  { url, username, password }: { url: string; username: string; password: string },
  site: 'a' | 'b',
  label: string,
  mode: Safety,
): Target => ({
  url,
  username,
  password,
  site,
  label,
  timeout: 30_000,
  patience: 30_000,
  permit: { mode, sessions: 'all' },
  pace: { rows: 2000 },
});
