import type { Target } from './target.js';

/** The default target: a mock in this process, which may be written. Loaded only here; real arrays need no Prism. */
export async function startEmbeddedMock(): Promise<{ target: Target; close: () => Promise<void> }> {
  const { createMockServer } = await import('@powerstore-api/mock-server');
  const mock = await createMockServer();
  const { url, username, password, close } = mock;
  return {
    target: { url, username, password, writable: true, name: 'embedded mock (static)', timeout: 30_000 },
    close,
  };
}
