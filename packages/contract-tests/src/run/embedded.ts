import type { Safety } from '@powerstore-api/types';
import { loadMockServer } from '../array/load-mock-server.js';
import { defaultLimits, type Site, type Target, type Targets } from '../array/target.js';

/** The target of a run that names no array. */
export type EmbeddedKind = 'simulator' | 'static';

export interface Embedded {
  targets: Targets;
  close: () => Promise<void>;
}

export interface EmbeddedOptions {
  kind?: EmbeddedKind | undefined;
  release?: string | undefined;
  mode?: Safety | undefined;
  /** Without Prism. */
  fast?: boolean | undefined;
}

/** Starts a pair of arrays, or a mock, in this process. The suite may do anything to them that the mode allows. */
export async function startEmbedded({
  kind = 'simulator',
  release,
  mode = 'disruptive',
  fast = false,
}: EmbeddedOptions): Promise<Embedded> {
  const { createMockServer, createSimulator } = await loadMockServer();
  if (kind === 'static') {
    const mock = await createMockServer();
    return { targets: { a: targetOf(mock, 'a', 'embedded mock (static)', mode) }, close: mock.close };
  }
  const { a, b, close } = await createSimulator({
    clock: 'manual',
    fast,
    ...(release !== undefined && { release }),
  });
  const simulated = { control: a.url, ...(fast && { withoutValidation: true as const }) };
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
  site: Site,
  label: string,
  mode: Safety,
): Target => ({
  url,
  username,
  password,
  site,
  label,
  timeoutMs: defaultLimits.timeoutMs,
  patienceMs: defaultLimits.timeoutMs,
  permit: { mode, sessions: 'all' },
  pace: { rows: defaultLimits.rows },
});
