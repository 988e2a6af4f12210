import type { Mode } from './mode.js';
import type { Target, Targets } from './target.js';

/** What stands in for an array where none is named. */
export type EmbeddedKind = 'simulator' | 'static';

export interface Embedded {
  targets: Targets;
  close: () => Promise<void>;
}

/** Targets in this process, with which anything may be done. Loaded only here; real arrays need no Prism. */
export async function startEmbedded(
  kind: EmbeddedKind,
  version?: string,
  mode: Mode = 'disruptive',
): Promise<Embedded> {
  const { createMockServer, createSimulator } = await import('@powerstore-api/mock-server');
  if (kind === 'static') {
    const mock = await createMockServer();
    return { targets: { a: targetOf(mock, 'a', 'embedded mock (static)', mode) }, close: mock.close };
  }
  const simulator = await createSimulator({ clock: 'manual', ...(version !== undefined && { release: version }) });
  const { a, b, close } = simulator;
  return {
    targets: {
      a: { ...targetOf(a, 'a', 'simulator, array a', mode), control: a.url },
      b: { ...targetOf(b, 'b', 'simulator, array b', mode), control: a.url },
    },
    close,
  };
}

const targetOf = (
  { url, username, password }: { url: string; username: string; password: string },
  site: 'a' | 'b',
  label: string,
  mode: Mode,
): Target => ({
  url,
  username,
  password,
  site,
  label,
  timeout: 30_000,
  permit: { mode, sessions: 'all' },
  pace: { rows: 2000 },
});
