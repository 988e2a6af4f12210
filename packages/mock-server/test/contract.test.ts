// Meta-tests: whatever the contract has, the mock answers, and it answers nothing else.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { operations } from '@powerstore-api/types';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createMockServer, type MockServer } from '../src/index.js';
import { ask, post } from './helpers/array.js';
import { violations } from './helpers/contract.js';

const file = createRequire(import.meta.url).resolve('@powerstore-api/types/contract.json');
const document = JSON.parse(readFileSync(file, 'utf8')) as { paths: Record<string, Record<string, OperationObject>> };

interface OperationObject {
  requestBody?: { content: Record<string, { examples: Record<string, { value: unknown }> }> };
}

const cases = Object.entries(operations).flatMap(([operationId, { method, path, statuses }]) =>
  statuses.map((status) => ({ operationId, method, path, status })),
);
let mock: MockServer;

beforeAll(async () => {
  mock = await createMockServer();
});
afterAll(() => mock.close());

it.each(cases)('$operationId answers $status as documented', async ({ method, path, status }) => {
  const [body] = Object.values(operation(path, method).requestBody?.content['application/json']?.examples ?? {});
  const reply = await ask(mock, path.replace('{id}', '2754bad0-cfcd-4796-a06b-78368bad1cd7'), {
    ...(body ? post(JSON.stringify(body.value)) : {}),
    method,
    headers: { prefer: `code=${status}`, ...(body && { 'content-type': 'application/json' }) },
  });
  expect(reply.status).toBe(status);
  expect(violations(method, path, reply)).toEqual([]);
});

const operation = (path: string, method: string): OperationObject => {
  const found = document.paths[path]?.[method.toLowerCase()];
  if (!found) throw new Error(`${method} ${path} is not in the contract`);
  return found;
};
