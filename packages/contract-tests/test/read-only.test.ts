import { createMockServer } from '@powerstore-api/mock-server';
import { expect, it } from 'vitest';
import type { ArrayTarget } from '../src/index.js';
import { createProbe } from '../src/probe.js';
import { readOnly } from '../src/target.js';

// What somebody may try who does not look at the types.
const insistent = (url: string): ArrayTarget =>
  ({ url, username: 'admin', password: 'Password123!', name: 'array-a', timeout: 5000, writable: true }) as ArrayTarget;

it('reads an array and no more, even where its owner says it may be written', async () => {
  const methods: string[] = [];
  await using mock = await createMockServer({
    onExchange: ({ method, target }) => methods.push(`${method} ${target}`),
  });
  const probe = createProbe(readOnly(insistent(mock.url)), globalThis.fetch);
  await expect(probe.send('replication_session_failover', { id: 'x' })).rejects.toThrow('Nothing was sent');
  expect(methods).toEqual([]);
});
