import type { Safety } from '@powerstore-api/types';
import { loadMockServer } from '../array/target/load-mock-server.js';
import { defaultLimits, type Pace, type Site, type Target, type Targets } from '../array/target/target.js';

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
  pace?: Partial<Pace> | undefined;
}

/** Starts a pair of arrays, or a mock, in this process. The suite may do anything to them that the mode allows. */
export async function startEmbedded({
  kind = 'simulator',
  release,
  mode = 'disruptive',
  fast = false,
  pace,
}: EmbeddedOptions): Promise<Embedded> {
  const { createMockServer, createSimulator } = await loadMockServer();
  if (kind === 'static') {
    const mock = await createMockServer();
    return { targets: { a: targetOf(mock, 'a', 'embedded mock (static)', mode, pace) }, close: mock.close };
  }
  const { a, b, close } = await createSimulator({
    clock: 'manual',
    fast,
    ...(release !== undefined && { release }),
  });
  const simulated = { control: a.url, ...(fast && { withoutValidation: true as const }) };
  return {
    targets: {
      a: { ...targetOf(a, 'a', 'simulator, array a', mode, pace), ...simulated },
      b: { ...targetOf(b, 'b', 'simulator, array b', mode, pace), ...simulated },
    },
    close,
  };
}

const targetOf = (
  { url, username, password }: { url: string; username: string; password: string },
  site: Site,
  label: string,
  mode: Safety,
  pace?: Partial<Pace>,
): Target => ({
  url,
  username,
  password,
  site,
  label,
  timeoutMs: defaultLimits.timeoutMs,
  patienceMs: defaultLimits.timeoutMs,
  permit: { mode, sessions: 'all' },
  // Nobody can be locked out.
  triesWrongPassword: true,
  pace: { rows: defaultLimits.rows, ...pace },
});
