// Meta-tests: whatever the contract has, the mock answers, and it answers nothing else.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { operations } from '@powerstore-api/types';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createMockServer, type MockServer } from '../src/index.js';
import { ask, post, type Reply } from './array.js';

const file = createRequire(import.meta.url).resolve('@powerstore-api/types/openapi.json');
const document = JSON.parse(readFileSync(file, 'utf8')) as { paths: Record<string, Record<string, OperationObject>> };

interface OperationObject {
  requestBody?: { content: Record<string, { examples: Record<string, { value: unknown }> }> };
  responses: Record<string, { $ref?: string; content?: object }>;
}

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(document, 'contract');

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
  expect(violations(responsePointer(path, method, status), reply)).toEqual([]);
});

/** What is wrong with an answer: where none is documented, any content. */
function violations(pointer: string | undefined, { text, json }: Reply): unknown[] {
  if (pointer === undefined) return text === '' ? [] : [text];
  const validate = ajv.getSchema(`contract${pointer}`);
  if (!validate) throw new Error(`no schema at ${pointer}`);
  return validate(json) ? [] : (validate.errors ?? []);
}

const operation = (path: string, method: string): OperationObject => {
  const found = document.paths[path]?.[method.toLowerCase()];
  if (!found) throw new Error(`${method} ${path} is not in the contract`);
  return found;
};

const schemaPath = '/content/application~1json/schema';

function responsePointer(path: string, method: string, status: number): string | undefined {
  const response = operation(path, method).responses[status];
  if (response?.$ref !== undefined)
    return response.$ref.endsWith('/done') ? undefined : `${response.$ref}${schemaPath}`;
  const escaped = path.replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D');
  return response?.content && `#/paths/${escaped}/${method.toLowerCase()}/responses/${status}${schemaPath}`;
}
