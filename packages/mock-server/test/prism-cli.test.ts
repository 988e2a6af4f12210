// The bundled contract also runs on Prism's own command line.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { exit, seen, start } from './helpers/processes.js';

const require = createRequire(import.meta.url);
const prism = join(dirname(require.resolve('@stoplight/prism-cli/package.json')), 'dist/index.js');
const contract = require.resolve('@powerstore-api/types/openapi.json');

it('serves the bundled contract with stock Prism', async () => {
  const child = start(prism, ['mock', '--host', '127.0.0.1', '--port', '0', contract]);
  const announced = await seen(child, /Prism is listening on (\S+)/);
  const url = /Prism is listening on (\S+)/.exec(announced)?.[1] ?? '';
  const response = await fetch(`${url}/replication_session`, { headers: { authorization: `Basic ${btoa('a:b')}` } });
  expect(response.status).toBe(200);
  expect(await response.json()).toContainEqual({ id: '2754bad0-cfcd-4796-a06b-78368bad1cd7' });
  child.kill('SIGTERM');
  await exit(child);
});
