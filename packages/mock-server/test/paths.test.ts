// Which paths there are: those that this package models, those that only arrays have, and those that nobody has.
import { expect, test } from 'vitest';
import { createMockServer, createSimulator } from '../src/index.js';
import { ask, askAs, basic, messageOf, type TestedArray } from './helpers/array.js';

const said = async (array: TestedArray, method: string, target: string) => {
  const reply = await ask(array, target, { method });
  return [reply.status, messageOf(reply).message_l10n];
};

test.each([
  ['GET', '/appliance?select=id', 'GET /appliance', '1.0.0.0'],
  ['GET', '/nas_server/name:nas-1', 'GET /nas_server/name:nas-1', '1.0.0.0'],
  ['POST', '/volume/1/snapshot', 'POST /volume/1/snapshot', '1.0.0.0'],
  ['POST', '/cluster/validate_create', 'POST /cluster/validate_create', '2.0.0.0'],
  ['POST', '/metrics/generate', 'POST /metrics/generate', '1.0.0.0'],
  ['GET', '/witness', 'GET /witness', '3.6.0.0'],
  ['GET', '/keystore_archive/some.tar', 'GET /keystore_archive/some.tar', '1.0.0.0'],
  ['POST', '/job/1/approve', 'POST /job/1/approve', '4.3.0.0'],
])('%s %s: 501, and since when arrays have it', async (method, target, operation, since) => {
  await using sim = await createSimulator({ fast: true });
  await using mock = await createMockServer();
  for (const array of [sim.a, mock])
    expect(await said(array, method, target)).toEqual([
      501,
      `powerstore-mock does not model ${operation}, which arrays have since ${since}. The README of @powerstore-api/mock-server lists what it models.`,
    ]);
});

test.each([
  ['GET', '/limit?select=id%2Climit'],
  ['GET', '/volumes'],
  ['POST', '/volume/1/snapshots'],
  ['GET', '/volume/1/2/3'],
  ['GET', '/constructor'],
  ['GET', '/metrics_query'],
])('%s %s: 404, as an array says it', async (method, target) => {
  await using sim = await createSimulator({ fast: true });
  await using mock = await createMockServer();
  for (const array of [sim.a, mock])
    expect(await said(array, method, target)).toEqual([
      404,
      `The REST endpoint [${method} /api/rest${target}] cannot be found.`,
    ]);
});

test.each([
  ['4.1', 'POST', '/job/1/approve', '4.3.0.0'],
  ['2.0', 'GET', '/witness', '3.6.0.0'],
  ['2.0', 'POST', '/volume/1/configure_metro', '3.0.0.0'],
  ['2.0', 'PATCH', '/replication_session/1', '3.0.0.0'],
  ['1.0', 'POST', '/replication_session/1/start_failover_test', '2.0.0.0'],
])('release %s, %s %s: 404, it came later', async (release, method, target, since) => {
  for (const fast of [true, false]) {
    await using sim = await createSimulator({ fast, release });
    expect(await said(sim.a, method, target)).toEqual([
      404,
      `The REST endpoint [${method} /api/rest${target}] cannot be found. It came with release ${since}.`,
    ]);
  }
});

test.each([
  ['PUT', '/volume'],
  ['DELETE', '/cluster/0'],
  ['PATCH', '/appliance'],
  ['GET', '/volume/1/snapshot'],
])('%s %s: 405', async (method, target) => {
  await using sim = await createSimulator({ fast: true });
  await using mock = await createMockServer();
  for (const array of [sim.a, mock])
    expect(await said(array, method, target)).toEqual([405, `${target} does not offer ${method}.`]);
});

test("Puppet's module logs in with GET /appliance", async () => {
  await using sim = await createSimulator({ fast: true });
  const { status, headers } = await askAs(sim.a, '/appliance', { headers: { authorization: basic(sim.a) } });
  expect([status, headers.getSetCookie().length]).toEqual([501, 1]);
  const [cookie = ''] = headers.getSetCookie()[0]?.split(';') ?? [];
  const own = { cookie, 'dell-emc-token': headers.get('dell-emc-token') ?? '' };
  expect((await askAs(sim.a, '/logout', { method: 'POST', headers: own })).status).toBe(204);
});

test('whoever is not logged in learns nothing of paths', async () => {
  await using sim = await createSimulator({ fast: true });
  for (const target of ['/appliance', '/nowhere', '/volume'])
    expect([target, (await askAs(sim.a, target)).status]).toEqual([target, 401]);
});
