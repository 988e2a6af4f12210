import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { certificate } from './helpers/certificate.js';
import { fakeArray, password, username } from './helpers/fake-array.js';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('list-sessions', async () => {
  const tls = await certificate();
  const rows = {
    replication_session: [
      {
        id: 'a',
        state: 'Paused',
        role: 'Source',
        last_sync_timestamp: null,
        volumes: [{ name: 'erp-data' }],
        volume_groups: [],
      },
      { id: 'b', state: 'Fractured', role: 'Metro_Preferred', last_sync_timestamp: '2026-01-01T00:00:00+00:00' },
    ],
  };
  await using fake = await fakeArray({ tls, rows });
  const folder = await mkdtemp(join(tmpdir(), 'client-'));
  const ca = join(folder, 'array.pem');
  await writeFile(ca, tls.cert);
  vi.stubEnv('POWERSTORE_HOST', `127.0.0.1:${fake.port}`);
  vi.stubEnv('POWERSTORE_USERNAME', username);
  vi.stubEnv('POWERSTORE_PASSWORD', password);
  vi.stubEnv('POWERSTORE_CA', ca);
  const log = vi.spyOn(console, 'log').mockReturnValue();

  await import('../examples/list-sessions.js');
  await rm(folder, { recursive: true });

  expect(log.mock.calls).toEqual([
    ['erp-data', 'Paused', 'Source', 'never'],
    ['b', 'Fractured', 'Metro_Preferred', '2026-01-01T00:00:00+00:00'],
  ]);
  expect(fake.seen[1]?.query).toMatchObject({
    select: 'id,state,role,last_sync_timestamp,volumes(name),volume_groups(name)',
    state: 'neq.OK',
    order: 'state,last_sync_timestamp.desc,id',
  });
  expect(fake.sessions.size).toBe(0);
});
