// Statements about an array's own API document, and proposals made from it.
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { DocumentComparison } from '../src/drift/compare.js';
import { change, compare, contract, writeTemporary } from './helpers/changed-document.js';
import { powerstoreContract } from './helpers/command-line.js';
import { pasteAndLint } from './helpers/paste.js';
import { asSwagger } from './helpers/swagger.js';

const require = createRequire(import.meta.url);

const attributes = 'definitions replication_session_instance properties';

const about = ({ differences }: DocumentComparison): string[] =>
  differences.flatMap(({ message }) => (message.includes(' came with ') ? [message] : []));

describe('the releases that added parts', () => {
  it('are found on what a reference leads to, and on what is around', async () => {
    const document = asSwagger(contract);
    // The mark of `type` is on its enum.
    change(document, `${attributes} type x-added`, undefined);
    change(document, 'definitions ReplicationSessionTypeEnum x-added', '3.0');
    // All that is inside of an object came with the attribute that leads to it, at the earliest.
    change(document, 'definitions replication_session_witness_details properties', (all: Record<string, object>) =>
      Object.fromEntries(
        Object.entries(all).map(([name, attribute]) => [name, { ...attribute, 'x-added': '3.6.0.0' }]),
      ),
    );
    expect(about(await compare(document))).toEqual([]);
  });

  it('are not compared for references in a document that has no mark beside any reference', async () => {
    const document = asSwagger(contract);
    const text = JSON.stringify(document, (_key, value: unknown) => {
      if (typeof value !== 'object' || value === null || !('$ref' in value)) return value;
      return { $ref: value.$ref, ...('x-nullable' in value && { 'x-nullable': value['x-nullable'] }) };
    });
    const lossy = JSON.parse(text) as object;
    const comparison = await compare(lossy);
    expect(about(comparison)).toEqual([]);
    expect(comparison.notCompared).toEqual(['the releases that added attributes which are references']);
    // Others still are.
    change(lossy, `${attributes} last_sync_duration x-added`, undefined);
    expect(about(await compare(lossy))).toHaveLength(1);
  });

  it('are not compared for the literals of an enum that has no marks', async () => {
    const document = asSwagger(contract);
    change(document, 'definitions RPOEnum x-added_value', undefined);
    const comparison = await compare(document);
    expect(comparison.differences).toEqual([]);
    expect(comparison.notCompared).toEqual(['the releases that added literals of some enums']);
  });

  it('are found on a body, for everything inside', async () => {
    const document = asSwagger(contract);
    change(document, 'definitions replication_session_reprotect_request x-added', undefined);
    change(document, 'definitions replication_session_reprotect_request properties', (all: Record<string, object>) =>
      Object.fromEntries(Object.entries(all).map(([name, field]) => [name, { ...field, 'x-added': '4.0.0.0' }])),
    );
    expect(about(await compare(document))).not.toContainEqual(
      expect.stringContaining('discard_changes_after_failover came with'),
    );
  });

  it('are only those that look like releases', async () => {
    const document = asSwagger(contract);
    change(document, `${attributes} id x-added`, 'banana');
    change(document, `${attributes} role x-added`, 7);
    expect(about(await compare(document))).toEqual([]);
  });

  it('differ for a reference that has no mark where others have one, and no proposal is made from silence', async () => {
    const document = asSwagger(contract);
    change(document, `${attributes} type x-added`, undefined);
    change(document, 'definitions ReplicationSessionTypeEnum x-added', undefined);
    const { differences } = await compare(document);
    expect(differences.map(({ message, proposals }) => [message, proposals])).toEqual([
      ['replication_session_instance.type came with 3.0.0.0; the document says nothing, which is 1.0', undefined],
    ]);
  });
});

describe('a document of an older release', () => {
  it('says nothing about what came later', async () => {
    const document = asSwagger(contract);
    change(document, 'info version', '4.0.0.0');
    change(document, `${attributes} auto_failover_state`, undefined);
    change(document, 'definitions AppTypeEnum enum', (all: string[]) =>
      all.filter((literal) => literal !== 'Virtualization_Nutanix'),
    );
    const { differences, notCompared } = await compare(document);
    expect(differences).toEqual([]);
    expect(notCompared).toEqual(['the parts that came after its own release, 4.0.0.0']);
  });

  it('differs in what it should have', async () => {
    const document = asSwagger(contract);
    change(document, 'info version', '4.3.0.0');
    change(document, `${attributes} auto_failover_state`, undefined);
    const { differences, notCompared } = await compare(document);
    expect(differences.map(({ message }) => message)).toEqual([
      'replication_session_instance.auto_failover_state is not in the document',
    ]);
    expect(notCompared).toEqual([]);
  });
});

it('a parameter of an operation takes the place of the same one of its path', async () => {
  const document = asSwagger(contract);
  const path = 'paths /cluster/{id}';
  change(document, `${path} parameters`, [{ name: 'id', in: 'path', required: true, type: 'string' }]);
  change(document, `${path} get parameters`, (all: object[] = []) => [
    { name: 'id', in: 'path', required: true, type: 'string' },
    ...all.filter((parameter) => !('in' in parameter && parameter.in === 'path')),
  ]);
  expect((await compare(document)).differences).toEqual([]);
});

describe('a document that lists few errors', () => {
  it('is one difference, with the number of each', async () => {
    const document = asSwagger(contract) as { paths: Record<string, Record<string, { responses?: object }>> };
    const missing: string[] = [];
    for (const item of Object.values(document.paths))
      for (const { responses } of Object.values(item))
        for (const status of Object.keys(responses ?? {}).filter((name) => /^[45]/.test(name))) {
          missing.push(status);
          delete (responses as Record<string, unknown>)[status];
        }
    const { differences } = await compare(document);
    expect(differences).toHaveLength(1);
    expect(differences[0]?.message).toMatch(`does not list ${missing.length} answers with an error: 400 of `);
    expect(differences[0]?.message).toContain(
      `, 503 of ${missing.filter((status) => status === '503').length} operations`,
    );
  });

  it('is named where it concerns one operation, and complete with a default answer', async () => {
    const document = asSwagger(contract);
    change(document, `paths /replication_session get responses 401`, undefined);
    expect((await compare(document)).differences.map(({ message }) => message)).toEqual([
      'GET /replication_session answers with 401; the document has no such answer',
    ]);
    change(document, `paths /replication_session get responses default`, { description: 'x' });
    expect((await compare(document)).differences).toEqual([]);
  });
});

it('unknown attributes and literals come first, releases last', async () => {
  const document = asSwagger(contract);
  change(document, 'paths /cluster', undefined);
  change(document, `paths /replication_session get responses 206`, undefined);
  change(document, `${attributes} last_sync_duration x-added`, undefined);
  change(document, 'definitions volume_instance properties size type', 'string');
  change(document, 'definitions volume_instance properties shiny', { type: 'string' });
  change(document, 'definitions VolumeStateEnum enum', (list: string[]) => [...list, 'Dreaming']);
  const messages = (await compare(document)).differences.map(({ message }) => message);
  expect(messages.slice(0, 2).toSorted()).toEqual([
    'VolumeStateEnum does not have Dreaming',
    'volume_instance does not have shiny',
  ]);
  expect(messages.slice(2)).toEqual([
    expect.stringMatching(/^volume_instance\.size is integer/),
    'GET /cluster is not in the document',
    expect.stringMatching(/answers with 206/),
    expect.stringMatching(/ came with /),
  ]);
});

const malformedAnswer = (answer: string): string =>
  `openapi: 3.1.0\npaths: { /volume: { get: { responses: { 200: ${answer} } } } }`;
const malformedSchema = (schema: string): string =>
  malformedAnswer(`{ content: { application/json: { schema: ${schema} } } }`);

const published = (): object => structuredClone(require('@powerstore-api/types/openapi.json') as object);

describe('the published document', () => {
  it('is the contract, with a parameter for each part of the filter', async () => {
    expect((await compare(published())).differences).toEqual([]);
  });

  it('differs by a parameter that filters nothing', async () => {
    const document = published();
    change(document, 'paths /volume get parameters', (list: object[]) => [
      ...list,
      { name: 'state_or_so', in: 'query', schema: { type: 'string' } },
    ]);
    const { differences } = await compare(document);
    expect(differences.map(({ message }) => message)).toEqual([
      'GET /volume does not have parameter query state_or_so',
    ]);
  });
});

describe('the command line', () => {
  it.each([
    ['a path without operations', 'openapi: 3.1.0\npaths: { /volume: }', 'the part at #/paths/~1volume is no object'],
    ['a key that is a list', '? [a, b]\n: 1\nopenapi: 3.1.0', 'it has no paths'],
    ['no paths', 'openapi: 3.1.0\npaths: null', 'it has no paths'],
    ['a part that contains itself', 'openapi: 3.1.0\npaths: &a { b: *a }', 'contains itself'],
    [
      'lists in lists',
      `{"openapi":"3.1.0","paths":{},"x":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
      'is nested too deeply',
    ],
    ['lists in lists, in YAML', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'lists and maps are nested too deeply'],
    ['no paths in Swagger 2.0', 'swagger: "2.0"\npaths: null', 'it has no paths'],
    ['an answer that is a number', malformedAnswer('7'), 'the part at #/paths/~1volume/get/responses/200 is no object'],
    ['a reference to a number', malformedSchema('{ $ref: 7 }'), 'the \\$ref at #/.* is no text'],
    ['a reference to a number in a list', malformedSchema('{ items: { $ref: 7 } }'), 'the \\$ref at #/.* is no text'],
    ['a schema of nothing', malformedSchema('{ items: { allOf: [null] } }'), 'the part at #/.* is no object'],
    ['attributes that are a list', malformedSchema('{ items: { properties: [1] } }'), 'the part at #/.* is no object'],
    ['parts that are no list', malformedSchema('{ items: { allOf: 7 } }'), 'the part at #/.*/allOf is no list'],
    [
      'an attribute of nothing',
      malformedSchema('{ items: { properties: { id: } } }'),
      'the part at #/.*/id is no object',
    ],
    [
      'releases of literals that are no lists',
      malformedSchema('{ items: { properties: { type: { enum: [A], x-added_value: { "4.0": 7 } } } } }'),
      'a part of it has another form than OpenAPI has. Check it',
    ],
    [
      'a reference with a broken escape',
      malformedSchema('{ $ref: "#/components/%E0%A4%A" }'),
      'a part of it has another form than OpenAPI has. Check it',
    ],
    [
      'an answer of nothing in Swagger 2.0',
      'swagger: "2.0"\npaths: { /volume: { get: { responses: { 200: } } } }',
      'cannot be upgraded to OpenAPI 3.1: a part of it has another form than its version has. Check it',
    ],
    [
      'literals that are a text',
      malformedSchema('{ items: { properties: { type: { enum: x } } } }'),
      'the part at #/.*/enum is no list',
    ],
  ])('a malformed document ends with 2 and one line: %s', async (_title, text, reason) => {
    const { code, out, err } = await powerstoreContract(['drift', '--document', await writeTemporary(text)]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(new RegExp(`^Could not run: [^\\n]*${reason}[^\\n]*\\n$`));
  });

  it('schemas that each lead to the next in ten ways come to an end', async () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `s${index}`,
        { allOf: Array.from({ length: 10 }, () => ({ $ref: `#/components/schemas/s${index + 1}` })) },
      ]),
    );
    const document = {
      openapi: '3.1.0',
      info: { version: '4.1.0.0' },
      paths: {
        '/volume': {
          get: {
            responses: {
              200: {
                content: {
                  'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/s0' } } },
                },
              },
            },
          },
        },
      },
      components: { schemas: { ...schemas, s30: { properties: { shiny: { type: 'string' } } } } },
    };
    const { code, out } = await powerstoreContract([
      'drift',
      '--document',
      await writeTemporary(JSON.stringify(document)),
    ]);
    expect(code).toBe(1);
    expect(out).toMatch(/^volume_instance does not have shiny$/m);
  });

  it('proposals can be pasted: the contract still lints', async () => {
    const document = asSwagger(contract);
    change(document, 'definitions ReplicationRoleEnum enum', (list: string[]) => [...list, 'Silent_Observer']);
    change(document, 'definitions ColourEnum', { type: 'string', enum: ['Red', 'Deep_Blue'], 'x-added': '4.1' });
    change(document, 'definitions shelf_instance', {
      properties: { id: { type: 'string' }, size: { type: 'integer' } },
    });
    change(document, 'definitions volume_instance properties', (before: object) => ({
      ...before,
      '*': { type: 'string' },
      colour: { $ref: '#/definitions/ColourEnum' },
      role: { $ref: '#/definitions/ReplicationRoleEnum', 'x-added': '1.0.2' },
      shelves: { type: 'array', items: { $ref: '#/definitions/shelf_instance' } },
      parent_group: { type: 'object', $ref: '#/definitions/related_volume_group' },
      inline: { type: 'string', enum: ['Some'] },
      blank: { type: 'integer', 'x-nullable': true },
    }));
    change(document, 'definitions volume_modify_request properties colour', { $ref: '#/definitions/ColourEnum' });
    change(document, `paths /replication_session get responses 429`, { description: 'x' });
    const { out } = await powerstoreContract([
      'drift',
      '--document',
      await writeTemporary(JSON.stringify(document)),
      '--proposals',
      '-',
    ]);
    const text = out.slice(out.indexOf('# spec/'));
    const [entry, section] = parseAllDocuments(text).map((yaml) => yaml.toJS() as unknown);
    const common = { description: 'To be described.', 'x-source': ['document-4.1'] };
    expect(entry).toMatchObject({
      components: {
        schemas: {
          ColourEnum: {
            ...common,
            type: 'string',
            enum: ['Red', 'Deep_Blue'],
            'x-display_enum_text': { Red: 'Red', Deep_Blue: 'Deep Blue' },
          },
          related_shelf: { ...common, type: 'object', properties: { id: { type: 'string' } } },
        },
      },
    });
    const [colour, role] = ['ColourEnum', 'ReplicationRoleEnum'].map((name) => ({
      $ref: `../powerstore.yaml#/components/schemas/${name}`,
    }));
    const unknown = { $ref: '../powerstore.yaml#/components/schemas/UnknownLiteral' };
    expect(section).toEqual({
      components: {
        schemas: {
          volume_instance: {
            properties: {
              colour: { ...common, anyOf: [colour, unknown] },
              role: { ...common, 'x-added': '1.0.2.0', anyOf: [role, unknown] },
              shelves: {
                ...common,
                type: 'array',
                items: { $ref: '../powerstore.yaml#/components/schemas/related_shelf' },
              },
              parent_group: { ...common, $ref: 'volume_group.yaml#/components/schemas/related_volume_group' },
              inline: { ...common, type: 'string' },
              blank: { ...common, type: ['integer', 'null'] },
            },
          },
          volume_modify_request: { properties: { colour: { ...common, ...colour } } },
        },
      },
    });
    expect(await pasteAndLint(text)).toMatchObject({ code: 0, output: expect.stringContaining('no problem found') });
  });
});
