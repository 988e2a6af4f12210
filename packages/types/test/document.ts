import { readFileSync } from 'node:fs';

/** As much of OpenAPI 3.1 as the tests look at. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: string[];
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  default?: unknown;
  deprecated?: boolean;
  additionalProperties?: unknown;
  'x-added'?: string;
  'x-no_filter'?: boolean;
  'x-ref'?: string;
  'x-source'?: string[];
}

interface Media {
  schema: Schema;
  examples?: Record<string, Reference | { value: unknown }>;
}

interface Reference {
  $ref: string;
}

interface Message {
  required?: boolean;
  content?: Record<string, Media>;
}

interface Operation {
  operationId: string;
  tags: string[];
  requestBody?: Message;
  responses: Record<string, Message | Reference>;
  'x-added'?: string;
  'x-source': string[];
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> } & Record<string, Record<string, unknown>>;
  'x-sources': Record<string, unknown>;
  'x-decisions': Record<string, unknown>;
}

/** The contract as the packages of this repository read it. */
export const document = JSON.parse(readFileSync(new URL('../contract.json', import.meta.url), 'utf8')) as Document;

export const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([key]) => key !== 'parameters')
    .map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
);

export interface Body {
  operationId: string;
  /** `request`, or the status of the answer. */
  kind: string;
  schema: Schema;
  examples: { name: string; value: unknown }[];
}

/** Every JSON body there is: of each operation the request and the answer of each status. */
export const bodies: Body[] = operations.flatMap(({ operation }) =>
  Object.entries({ request: operation.requestBody ?? {}, ...operation.responses }).flatMap(([kind, message]) => {
    const media = resolve(message).content?.['application/json'];
    if (!media) return [];
    const examples = Object.entries(media.examples ?? {}).map(([name, it]) => ({ name, value: resolve(it).value }));
    return [{ operationId: operation.operationId, kind, schema: media.schema, examples }];
  }),
);

/** A schema component, by name. */
export function schema(name: string): Schema {
  const found = document.components.schemas[name];
  if (!found) throw new Error(`no schema ${name} in the document`);
  return found;
}

function resolve<T extends object>(node: T | Reference): T {
  if (!('$ref' in node)) return node;
  const [, kind = '', name = ''] = /^#\/components\/(\w+)\/(.+)$/.exec(node.$ref) ?? [];
  const target = document.components[kind]?.[name];
  if (target === undefined) throw new Error(`${node.$ref} leads nowhere`);
  return target as T;
}
