// The clients that generators make of the published document, as the page about them has it, compiled and used.
import { expect, it } from 'vitest';
import { startArray } from './helpers/array.ts';
import { section } from './helpers/page.ts';
import { projectOf } from './helpers/project.ts';

interface Session {
  id: string;
  state: string;
  role: string;
  type: string;
  resource_type: string;
  last_sync_timestamp: string | null;
  remote_system: { name: string };
}

/** What the programs ask for. */
const isWanted = ({ role, state, type, resource_type: resource }: Session): boolean =>
  role === 'Source' &&
  (state === 'OK' || state === 'Synchronizing') &&
  type === 'Asynchronous' &&
  resource !== 'nas_server' &&
  resource !== 'file_system';

it.each([
  ['openapi-typescript and openapi-fetch', 'from openapi-fetch'],
  ['orval', 'from orval'],
  ['@hey-api/openapi-ts', 'from hey-api'],
])('%s', async (heading, description) => {
  const array = await startArray();
  const sessions = async (): Promise<Session[]> =>
    (await array.get('/replication_session?select=*,remote_system(name)')).json as Session[];
  const wanted = (await sessions())
    .filter(isWanted)
    .toSorted((a, b) => Date.parse(b.last_sync_timestamp ?? '') - Date.parse(a.last_sync_timestamp ?? ''));
  expect(wanted.length).toBeGreaterThan(1);

  const project = await projectOf(section(heading));
  expect(await project.compile()).toBe('');
  const { output } = await project.run('tsx program.ts', array.env);

  expect(output.split('\n')).toEqual([
    ...wanted.flatMap(({ id, state, remote_system: { name } }) => [
      `before ${id} ${state} ${name}`,
      'after 204 Paused',
    ]),
    `volume 204 database ${description}`,
    '',
  ]);
  expect((await sessions()).filter(({ id }) => wanted.some((one) => one.id === id)).map(({ state }) => state)).toEqual(
    wanted.map(() => 'Paused'),
  );
  expect((await array.get('/volume/name:database?select=description')).json).toEqual({ description });
});

it('openapi-typescript without its option wants every field that has a default', async () => {
  const { files, commands } = section('openapi-typescript and openapi-fetch');
  const failover = `import createClient from 'openapi-fetch';
import type { paths } from './powerstore.js';

const path = { id: '2754bad0-cfcd-4796-a06b-78368bad1cd7' };
await createClient<paths>().POST('/replication_session/{id}/failover', { params: { path }, body: { is_planned: true } });
`;
  const option = ' --default-non-nullable false';
  const project = await projectOf({ files: { 'program.ts': failover }, commands });
  expect(Object.keys(files)).toEqual(['program.ts']);
  expect(await project.compile()).toBe('');

  await project.run((commands[0] ?? '').replace(option, ''));
  expect(await project.compile()).toMatch(/program\.ts.*(reverse|force)/s);
});
