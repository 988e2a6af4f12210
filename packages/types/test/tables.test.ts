import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as types from '../src/index.ts';
import { document, operations, schema, type Schema } from './document.ts';
import { attributes, relatedAttributes } from './wide-tables.ts';

const schemas = Object.entries(document.components.schemas);
const enums = schemas.filter(([, { enum: literals }]) => literals);
const exported: Record<string, unknown> = types;

/** Their bodies have no fields, so there is nothing to send. */
const withoutFields: ReadonlySet<string> = new Set(['replication_session_promote', 'replication_session_demote']);

/** The resources whose documents offer `name:` and a name in place of the id. */
const byName: ReadonlySet<string> = new Set(['volume', 'volume_group', 'policy', 'remote_system', 'replication_rule']);

describe('operations', () => {
  it('are those of the document', () => {
    const found = Object.entries(types.operations).map(([operationId, item]) => ({ operationId, ...item }));
    expect(found).toEqual(
      operations.map(({ method, path, operation }) => ({
        operationId: operation.operationId,
        method,
        path,
        resource: operation.tags[0],
        added: operation['x-added'] ?? '1.0.0.0',
        safety: expect.toBeOneOf(['read-only', 'non-disruptive', 'disruptive']),
        retry: expect.toBeOneOf(['safe', 'never']),
        ...(operation.requestBody &&
          !withoutFields.has(operation.operationId) && {
            body: operation.requestBody.required ? 'required' : 'optional',
          }),
        ...(byName.has(path.split('/')[1] ?? '') && path.includes('{id}') && { byName: true }),
        statuses: Object.keys(operation.responses).map(Number),
      })),
    );
  });

  it('have every placeholder of their path in braces', () => {
    for (const { path } of Object.values(types.operations)) expect(path).toMatch(/^(\/([a-z_]+|\{id\}))+$/);
  });
});

describe('attributes', () => {
  it.for([
    'replication_session',
    'remote_system',
    'replication_rule',
    'policy',
    'volume',
    'volume_group',
    'host_volume_mapping',
    'login_session',
    'job',
    'software_installed',
    'cluster',
  ])('of %s are the properties of its schema', (resource) => {
    expect(Object.keys(attributes[resource] ?? {})).toEqual(
      Object.keys(schema(`${resource}_instance`).properties ?? {}),
    );
  });

  it('are there for every resource that has operations, and for no other', () => {
    const resources = new Set(Object.values(types.operations).map(({ resource }) => resource));
    expect(Object.keys(types.attributes).toSorted()).toEqual([...resources].toSorted());
  });

  const all = [attributes, relatedAttributes].flatMap((table) =>
    Object.entries(table).flatMap(([resource, its]) =>
      Object.entries(its).map(([name, info]) => ({ name: `${resource}.${name}`, ...info })),
    ),
  );

  it('have a type that exists, and a release', () => {
    expect(all.length).toBeGreaterThan(150);
    for (const { name, type, added } of all) {
      expect({ name, type, added }).toEqual({
        name,
        type: expect.toBeOneOf(['string', 'integer', 'boolean', 'date-time', 'enum', 'object']),
        added: expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/),
      });
    }
  });

  it('that are enums have their literals in the table', () => {
    const named = all.filter((item) => item.type === 'enum').map((item) => item.enum ?? 'no enum');
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !(name in types.literals))).toEqual([]);
    expect(all.filter((item) => item.type !== 'enum' && item.enum !== undefined)).toEqual([]);
  });

  it('that embed a resource have its attributes in the table', () => {
    const related = all.flatMap((item) => item.related ?? []);
    expect(new Set(related)).toEqual(
      new Set([
        'replication_session',
        'remote_system',
        'migration_session',
        'replication_rule',
        'snapshot_rule',
        'policy',
        'volume',
        'volume_group',
        'job',
        'appliance',
      ]),
    );
    expect(related.filter((name) => !(name in types.relatedAttributes))).toEqual([]);
  });
});

describe('attributes of a resource that is selected through another', () => {
  const both = Object.keys(types.relatedAttributes).filter((resource) => resource in types.attributes);

  it.for(both)('of %s are the same as those of its own section', (resource) => {
    const own = attributes[resource] ?? {};
    const related = relatedAttributes[resource] ?? {};
    expect(related).toEqual(Object.fromEntries(Object.keys(related).map((name) => [name, own[name]])));
  });

  it.for(both.filter((resource) => resource !== 'job'))('of %s are all that are no objects', (resource) => {
    const scalars = Object.entries(attributes[resource] ?? {}).filter(([, { type }]) => type !== 'object');
    expect(Object.keys(relatedAttributes[resource] ?? {})).toEqual(scalars.map(([name]) => name));
  });
});

describe('literals', () => {
  it('are those of every enum of the document', () => {
    expect(enums.length).toBeGreaterThan(25);
    const found = Object.entries(types.literals).map(([name, literals]) => [name, Object.keys(literals)]);
    expect(sorted(found)).toEqual(sorted(enums.map(([name, item]) => [name.replace(/Enum$/, ''), item.enum])));
  });

  it.for(enums.map(([name, { enum: literals = [] }]) => ({ name, literals })))(
    'of $name are an array to loop over',
    ({ name, literals }) => {
      const wanted = `${name.replace(/Enum$/, '')}values`.toLowerCase();
      const names = Object.keys(exported).filter((item) => item.toLowerCase() === wanted);
      expect(names).toHaveLength(1);
      expect(exported[names[0] ?? '']).toEqual(literals);
    },
  );

  it('have names in camelCase, abbreviations included', () => {
    const values = Object.keys(exported).filter((name) => name.endsWith('Values'));
    expect(values.filter((name) => !/^[a-z][A-Za-z]+$/.test(name))).toEqual([]);
    expect(exported).toHaveProperty('rpoValues');
    expect(exported).toHaveProperty('httpStatusValues');
  });
});

describe('sources', () => {
  const used = Object.values(types.lifecycleSources).flatMap(({ rules, refusals }) => [...rules, ...refusals].flat());
  const documented: string[] = JSON.parse(
    `[${[...JSON.stringify(document).matchAll(/"x-source":\[([^\]]*)\]/g)].map(([, list]) => list).join()}]`,
  );

  it('are those of the document', () => {
    expect(types.sources).toEqual(document['x-sources']);
    expect(types.sources['assumed']?.kind).toBe('assumed');
  });

  it('have every key that the state table and the document use', () => {
    expect(used.length).toBeGreaterThan(20);
    expect(documented.length).toBeGreaterThan(100);
    expect([...used, ...documented].filter((source) => !(keyOf(source) in types.sources))).toEqual([]);
  });

  it('stand beside every row of the state table, and none of ours beside a refusal', () => {
    for (const [action, { rules, refusals }] of Object.entries<types.Lifecycle>(types.lifecycle)) {
      const sources = types.lifecycleSources[action as types.LifecycleOperation];
      expect([sources.rules.length, sources.refusals.length]).toEqual([rules.length, refusals.length]);
      expect(sources.refusals.flat().filter((source) => keyOf(source) === 'assumed')).toEqual([]);
    }
  });

  it('are all used', () => {
    const keys = new Set(documented.map(keyOf));
    expect(Object.keys(types.sources).filter((key) => !keys.has(key))).toEqual([]);
  });
});

describe('assumptions', () => {
  const all = Object.entries(types.assumptions);

  it('are all those of the document, each with the sources of its place', () => {
    const written = JSON.stringify(document).match(/(?<=")assumed\/\w/g) ?? [];
    expect(written.length).toBeGreaterThan(100);
    expect(all).toHaveLength(written.length);
    for (const [, { place, sources }] of all) expect(at(place)).toMatchObject({ 'x-source': sources });
  });

  it('name a decision of the document', () => {
    expect(types.decisions).toEqual(document['x-decisions']);
    expect(all.filter(([, { decision }]) => !Object.hasOwn(types.decisions, decision))).toEqual([]);
  });

  it('name the row of the state table', () => {
    expect(types.assumptions['replication_session_sync@Source/Asynchronous#link']).toMatchObject({
      operation: 'replication_session_sync',
      row: 0,
      part: 'the link',
      decision: 'link',
    });
  });
});

/** The part of the document at a JSON pointer without its first slash. */
const at = (place: string): unknown =>
  place
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document);

describe('lifecycle', () => {
  it('is there for every operation that changes a session, and for no other', () => {
    const writes = Object.entries(types.operations)
      .filter(([, { resource, method }]) => resource === 'replication_session' && method !== 'GET')
      .map(([name]) => name);
    expect(writes).toHaveLength(10);
    expect(Object.keys(types.lifecycle)).toEqual(writes);
  });

  const vocabulary = {
    from: types.replicationStateValues,
    paused_in: types.replicationStateValues,
    via: types.replicationStateValues,
    to: types.replicationStateValues,
    fails_to: types.replicationStateValues,
    roles: types.replicationRoleValues,
    types: types.replicationSessionTypeValues,
    resource_types: types.replicatedResourceTypeValues,
  } satisfies Partial<Record<keyof types.LifecycleRule, readonly string[]>>;

  it.for(Object.entries(vocabulary))('speaks of %s that exist', ([key, literals]) => {
    const rules = Object.values<types.Lifecycle>(types.lifecycle).flatMap((item) => item.rules);
    const spoken = rules.flatMap((rule) => rule[key as keyof typeof vocabulary] ?? []);
    expect(spoken).not.toEqual([]);
    expect(spoken.filter((literal) => !(literals as readonly string[]).includes(literal))).toEqual([]);
  });
});

describe('schemas', () => {
  it('do not lead back to themselves', () => {
    const cycles: string[][] = [];
    const walk = (name: string, trail: string[]): void => {
      if (trail.includes(name)) cycles.push([...trail, name]);
      else for (const next of referencesOf(schema(name))) walk(next, [...trail, name]);
    };
    for (const [name] of schemas) walk(name, []);

    expect(referencesOf(schema('replication_session_instance'))).toContain('related_volume');
    expect(cycles).toEqual([]);
  });

  it('have a type of ours each, except enums and the literal nobody knows', () => {
    const index = readFileSync(new URL('../src/index.ts', import.meta.url), 'utf8');
    const ours = [...index.matchAll(/^export type [A-Z]\w+ = Schemas\['(\w+)'\];$/gm)].map(([, name]) => name);
    const wanted = schemas.filter(([name, item]) => !item.enum && name !== 'UnknownLiteral').map(([name]) => name);
    expect(ours.toSorted()).toEqual(wanted.toSorted());
  });
});

// Keys such as '200' come first in an object whatever their order was.
const sorted = (entries: unknown[][]) => entries.map(([name, literals]) => [name, [literals].flat().toSorted()]);

const keyOf = (source: string) => source.split(/[ ]|(?<=^assumed)\//)[0] ?? '';

const referencesOf = (part: Schema): string[] =>
  [...JSON.stringify(part).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? '');
