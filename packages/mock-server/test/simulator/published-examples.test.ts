// A simulator that starts with the examples of the contract knows every id in the published document.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { get } from '@sagold/json-pointer';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSimulator, exampleRecording, type Simulator } from '../../src/index.js';
import { ask } from '../helpers/array.js';

interface Example {
  $ref?: string;
  value?: unknown;
}

interface Parameter {
  $ref?: string;
  name: string;
  in: string;
  example?: unknown;
  examples?: Record<string, Example>;
}

interface Operation {
  operationId?: string;
  parameters?: Parameter[];
  requestBody?: { content: { 'application/json': { examples: Record<string, Example> } } };
}

const file = createRequire(import.meta.url).resolve('@powerstore-api/types/openapi.json');
const document = JSON.parse(readFileSync(file, 'utf8')) as {
  paths: Record<string, Record<string, Operation> & { parameters?: Parameter[] }>;
};

function resolve<T extends { $ref?: string }>(part: T): T {
  if (part.$ref === undefined) return part;
  const found: unknown = get(document, part.$ref);
  if (found === undefined) throw new Error(`${part.$ref} leads nowhere`);
  return found as T;
}

const valuesOf = ({ example, examples = {} }: Parameter): string[] =>
  (example === undefined ? Object.values(examples).map(({ value }) => value) : [example]).map(String);

const operations = Object.entries(document.paths).flatMap(([path, { parameters: shared = [], ...item }]) =>
  Object.entries(item).map(([method, operation]) => {
    const parameters = [...shared, ...(operation.parameters ?? [])].map(resolve);
    const inPath = parameters.find((one) => one.in === 'path');
    const targets = inPath ? valuesOf(inPath).map((id) => path.replace('{id}', encodeURIComponent(id))) : [path];
    const queries = parameters
      .filter((one) => one.in === 'query')
      .flatMap((one) => valuesOf(one).map((value) => ({ name: one.name, value })));
    const bodies = Object.entries(operation.requestBody?.content['application/json'].examples ?? {});
    return { method: method.toUpperCase(), path, targets, queries, bodies };
  }),
);

const reads = operations.filter(({ method, path }) => method === 'GET' && path !== '/login_session');
const writes = operations.filter(({ method, path }) => method !== 'GET' && path !== '/logout');
const notFilters = new Set(['select', 'order', 'limit', 'offset']);
const filters = reads.flatMap(({ path, queries }) =>
  queries.flatMap(({ name, value }) => (notFilters.has(name) ? [] : [{ path, name, value }])),
);

describe('a simulator with the examples of the contract', () => {
  let sim: Simulator;

  beforeAll(async () => {
    sim = await createSimulator({ recording: exampleRecording(), clock: 'manual' });
    return () => sim.close();
  });

  it('has filters to try', () => expect(filters.length).toBeGreaterThan(150));

  it.each(reads)('answers each example of GET $path', async ({ targets, queries }) => {
    for (const target of targets)
      for (const query of ['', ...queries.map(({ name, value }) => `?${name}=${encodeURIComponent(value)}`)]) {
        const { status } = await ask(sim.a, target + query);
        expect({ target, query, status }).toEqual({ target, query, status: 200 });
      }
  });

  it.each(filters)('has an instance of $path that passes $name=$value', async ({ path, name, value }) => {
    const { json } = await ask(sim.a, `${path}?${name}=${encodeURIComponent(value)}`);
    expect(json).not.toEqual([]);
  });

  it.each(writes)('knows every id of $method $path', async ({ method, targets, bodies }) => {
    for (const target of targets)
      for (const [name, example] of bodies.length === 0 ? [['no body', {}] satisfies [string, Example]] : bodies) {
        const { value } = resolve(example);
        const body = value === undefined ? {} : { body: JSON.stringify(value) };
        const reply = await ask(sim.a, target, { method, headers: { 'content-type': 'application/json' }, ...body });
        sim.reset();
        // A session cannot be idle and paused, or a source and a destination, so a state may forbid the action.
        expect({ target, name, status: reply.status }).not.toEqual({ target, name, status: 404 });
        // The code of a body that breaks its schema.
        expect(reply.text, `${target} ${name}`).not.toContain('0xE04040030001');
      }
  });
});
