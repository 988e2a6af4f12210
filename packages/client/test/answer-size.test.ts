import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { expect, test } from 'vitest';
import { connect } from '../src/index.js';
import { connect as nodeConnect } from '../src/node/index.js';
import { password, username } from './helpers/fake-array.js';
import { rawServer } from './helpers/raw-server.js';
import { rejection } from './helpers/rejection.js';

const piece = Buffer.alloc(1024 * 1024, ' ');

function* endless(): Generator<Buffer> {
  for (;;) yield piece;
}

/** Sends blanks until the client closes the connection. */
const flood = (response: ServerResponse, status: number, compressed: boolean): void => {
  response.writeHead(status, { 'Content-Type': 'application/json', ...(compressed && { 'Content-Encoding': 'gzip' }) });
  const source = Readable.from(endless());
  void (compressed ? pipeline(source, createGzip({ level: 1 }), response) : pipeline(source, response)).catch(() => {});
};

test.each([
  ['the core', connect, false],
  ['the core, compressed', connect, true],
  ['the entry for Node', nodeConnect, false],
])('an answer has a limit of size: %s', async (_, via, compressed) => {
  await using server = await rawServer((request, response) =>
    flood(response, request.url?.includes('/job/refused') === true ? 404 : 200, compressed),
  );
  await using array = await via({ url: server.url, username, password });
  expect(await rejection(array.jobs.get('a'))).toMatchObject({
    name: 'ContractError',
    message: 'job_instance_query: the answer is larger than 64 MiB',
  });
  if (compressed) return;
  // The status of a refusal says enough.
  expect(await rejection(array.jobs.get('refused'))).toMatchObject({ name: 'NotFoundError' });
  expect(await rejection(array.replicationSessions.pause('a'))).toMatchObject({
    name: 'OutcomeUnknownError',
    cause: { name: 'ContractError' },
  });
});

test.each([connect, nodeConnect])('and an answer of 60 MiB is read', async (via) => {
  await using server = await rawServer((_, response) => {
    void pipeline(Readable.from([...Array.from({ length: 60 }, () => piece), '{"id":"ü"}']), response);
  });
  await using array = await via({ url: server.url, username, password });
  expect(await array.jobs.get('a')).toEqual({ id: 'ü' });
});
