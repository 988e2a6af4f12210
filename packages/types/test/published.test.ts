// The published document: the contract in the form that generators and converters understand.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Parameter {
  $ref?: string;
  name?: string;
  in?: string;
  description?: string;
  schema?: { type?: string };
  example?: unknown;
  'x-added'?: string;
}

interface Operation {
  operationId?: string;
  description?: string;
  parameters?: Parameter[];
}

type Node = Readonly<Record<string, unknown>>;

interface Document {
  servers: { variables: Record<string, Node> }[];
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, unknown>>;
}

const text = readFileSync(new URL('../openapi.json', import.meta.url), 'utf8');
const document = JSON.parse(text) as Document;
const operations = Object.values(document.paths).flatMap((item) => Object.values(item));

/** The names of the query parameters that the reading of a collection has of its own: those that filter, `select`, and `order`. */
const ownQuery = (path: string): string[] =>
  (document.paths[path]?.['get']?.parameters ?? []).flatMap(({ name, in: where }) =>
    name !== undefined && where === 'query' ? [name] : [],
  );

const parameter = (path: string, name: string): Parameter | undefined =>
  document.paths[path]?.['get']?.parameters?.find((one) => one.name === name);

/** Every object of the document, with the one around it. */
function nodes(node: unknown, around: Node = {}): { node: Node; around: Node }[] {
  if (typeof node !== 'object' || node === null) return [];
  const here = node as Node;
  return [{ node: here, around }, ...Object.values(here).flatMap((child) => nodes(child, here))];
}

const hasExample = (node: Node): boolean => 'example' in node || 'examples' in node;

describe('each filter is a query parameter', () => {
  it.for([
    ['/host_volume_mapping', ['id', 'host_id', 'host_group_id', 'volume_id', 'logical_unit_number']],
    ['/policy', ['id', 'name', 'description', 'type', 'managed_by', 'managed_by_id', 'is_read_only', 'is_replica']],
  ] as const)('of %s', ([path, attributes]) => {
    const names = ownQuery(path);
    expect(names.slice(0, 2)).toEqual(['select', 'order']);
    expect(names.slice(-2)).toEqual(['and', 'or']);
    expect(names).toEqual(expect.arrayContaining([...attributes]));
  });

  it('as text with the operator in front, with the description of the attribute and its release', () => {
    expect(parameter('/replication_session', 'state')).toEqual({
      name: 'state',
      in: 'query',
      description: 'State of the session. Filters by it, such as `eq.OK`.',
      schema: { type: 'string' },
      example: 'eq.OK',
      'x-source': expect.arrayContaining(['guide']),
    });
    expect(parameter('/replication_session', 'type')?.['x-added']).toBe('3.0.0.0');
    expect(parameter('/volume', 'is_replication_destination')?.example).toMatch(/^is\.(true|false)$/);
    expect(parameter('/volume', 'creation_timestamp')?.example).toMatch(/^gte\.\d{4}-/);
    expect(parameter('/volume', 'and')?.example).toMatch(/^\(id\.eq\.[\da-f-]+,\w+\.eq\.[\w-]+\)$/);
  });

  it('unless no filter takes the attribute', () => {
    expect(ownQuery('/volume')).not.toContain('protection_data');
    expect(ownQuery('/volume')).not.toContain('location_history');
    expect(ownQuery('/replication_session')).not.toContain('storage_element_pairs');
    expect(ownQuery('/replication_session')).not.toContain('remote_system');
  });

  it('and the collection tells the operators', () => {
    expect(document.paths['/volume']?.['get']?.description).toContain('`in.(a,b)`');
    expect(text).not.toContain('"name": "filter"');
  });
});

describe('nothing is there that generators stumble over', () => {
  it('such as a schema with the name of an operation', () => {
    const schemas = Object.keys(document.components['schemas'] ?? {});
    expect(operations.length).toBeGreaterThan(30);
    expect(operations.flatMap(({ operationId = '' }) => (schemas.includes(operationId) ? [operationId] : []))).toEqual(
      [],
    );
  });

  it('such as a description of a server variable', () => {
    expect(document.servers.map(({ variables }) => variables)).toEqual([
      { array: { default: 'powerstore.example.com' } },
    ]);
  });

  it('such as a component that nothing refers to', () => {
    const { securitySchemes: _schemes, ...components } = document.components;
    const unused = Object.entries(components).flatMap(([kind, all]) =>
      Object.keys(all).filter((name) => !text.includes(`"#/components/${kind}/${name}"`)),
    );
    expect(unused).toEqual([]);
  });

  it('such as a pattern without an example', () => {
    const patterns = nodes(document).filter(({ node }) => typeof node['pattern'] === 'string');
    expect(patterns.length).toBeGreaterThan(0);
    expect(patterns.filter(({ node, around }) => !hasExample(node) && !hasExample(around))).toEqual([]);
  });
});
