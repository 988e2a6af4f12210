import type { Target } from './target.js';

/** What stands in for an array where none is named. */
export type EmbeddedKind = 'simulator' | 'static';

/** A target in this process, which may be written. Loaded only here; real arrays need no Prism. */
export async function startEmbedded(kind: EmbeddedKind): Promise<{ target: Target; close: () => Promise<void> }> {
  const { createMockServer, createSimulator } = await import('@powerstore-api/mock-server');
  if (kind === 'static') {
    const mock = await createMockServer();
    return { target: targetOf(mock, 'embedded mock (static)'), close: mock.close };
  }
  const simulator = await createSimulator({ transitions: 'immediate' });
  return { target: targetOf(simulator.a, 'embedded simulator'), close: simulator.close };
}

const targetOf = (
  { url, username, password }: { url: string; username: string; password: string },
  name: string,
): Target => ({ url, username, password, writable: true, name, timeout: 30_000 });
