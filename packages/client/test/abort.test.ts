import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { connect as coreConnect } from '../src/index.js';
import { connect as nodeConnect } from '../src/node/index.js';
import { password, username } from './helpers/fake-array.js';
import { rawServer } from './helpers/raw-server.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const connects = { core: coreConnect, node: nodeConnect };
const phases: Readonly<Record<string, (response: ServerResponse) => void>> = {
  'before the answer': () => undefined,
  'in the middle of the answer': (response) => {
    response.writeHead(200, { 'Content-Length': 100 }).write('{"id":');
  },
};
const cases = Object.entries(connects).flatMap(([entry, connect]) =>
  Object.entries(phases).map(([phase, answer]) => ({ entry, phase, connect, answer })),
);

// Node links the signal of a Request weakly: without care an abort is lost with the next garbage collection.
test.each(cases)('an abort arrives however long the request has been under way: $entry, $phase', async (one) => {
  const arrived = new AbortController();
  const waiting = once(arrived.signal, 'abort');
  await using server = await rawServer((_, response) => {
    one.answer(response);
    arrived.abort();
  });
  await using array = await one.connect({ url: server.url, username, password });
  const aborting = new AbortController();
  const { signal } = aborting;
  const outcomes = Promise.allSettled([
    array.jobs.get('a', { signal }),
    array.request('job_instance_query', { path: { id: 'a' }, signal }).then((response) => response.text()),
  ]);
  await waiting;
  for (let round = 0; round < 10; round += 1) {
    await setImmediate();
    collectGarbage();
  }
  const reason = new Error('changed my mind');
  aborting.abort(reason);
  expect(await outcomes).toEqual([
    { status: 'rejected', reason },
    { status: 'rejected', reason },
  ]);
});
