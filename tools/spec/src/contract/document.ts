import { get } from '@sagold/json-pointer';
import { componentAt } from './component.ts';

/** The parts of an OpenAPI 3.1 document that this project reads, with the x- keys it adds. */
export interface Document {
  paths: Record<string, PathItem>;
  components: { schemas: Record<string, Schema>; [kind: string]: Record<string, unknown> };
  'x-sources': Record<string, { kind: SourceKind; title: string }>;
  /** Resource → release → the operations that it added, as `GET, PATCH {id}, POST {id}/snapshot`. */
  'x-operations': Record<string, Record<string, string>>;
  info: { version: string };
  'x-errors': Record<string, ErrorEntry>;
  /** Topic → behaviour of the simulator that no state table can express. A statement with an assumed part has a name. */
  'x-simulated': Record<string, { name?: string; what: string; 'x-source': string[] }[]>;
  /** The ways to decide an assumption, by the name behind `assumed/`. */
  'x-decisions': Record<string, Decision>;
  'x-conditions': Record<string, WriteCondition>;
  [key: string]: unknown;
}

type SourceKind = 'document' | 'sdk' | 'capture' | 'assumed';

const methods = ['get', 'post', 'patch', 'put', 'delete'] as const;

/** A parameter, or a reference to one. */
export interface Parameter {
  $ref?: string;
  name?: string;
  in?: string;
  description?: string;
  deprecated?: boolean;
  schema?: Schema;
  example?: unknown;
  examples?: Record<string, Example>;
  'x-added'?: string;
  'x-by_name'?: true;
  'x-source'?: string[];
}

/** An example, or a reference to one. */
interface Example {
  $ref?: string;
  summary?: string;
  value?: unknown;
}

/** A body. */
interface Media {
  schema: Schema;
  examples?: Record<string, Example>;
}

/** An answer, or a reference to one. */
interface Answer {
  $ref?: string;
  content?: Record<string, Media>;
}

type PathItem = { [method in (typeof methods)[number]]?: Operation } & { parameters?: Parameter[] };

export interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, Media> };
  responses: Record<string, Answer>;
  'x-added'?: string;
  'x-safety': 'read-only' | 'non-disruptive' | 'disruptive';
  'x-retry': 'safe' | 'never';
  'x-source': string[];
  'x-lifecycle'?: LifecycleRule[];
  'x-refused'?: LifecycleRefusal[];
  /** The names of its conditions. */
  'x-conditions'?: string[];
}

/** How a run decides an assumption: by checks of the contract suite, or by none, and why. */
export interface Decision {
  checks?: string[];
  how?: string;
  /** Without the control of a simulator, these checks decide nothing. */
  needs?: 'control';
  because?: string;
}

/** A kind of error, under a name of ours. */
export interface ErrorEntry {
  code: string;
  status: number[];
  meaning: string;
  arguments?: string;
  'x-source': string[];
}

/** A row of `x-refused`: conditions that a source says the action fails in; `CONTRIBUTING.md` explains each key. */
export interface LifecycleRefusal {
  when?: Record<string, unknown>;
  from?: string[];
  roles?: string[];
  types?: string[];
  resource_types?: string[];
  failover_test?: boolean;
  'x-source': string[];
}

/** One row of the state table; `CONTRIBUTING.md` explains each key. */
export interface LifecycleRule extends LifecycleRefusal {
  paused_in?: string[];
  link?: 'up';
  via?: string[];
  to?: string;
  fails_to?: string;
  swap_roles?: true;
  set?: Record<string, unknown>;
}

/** Facts about a write; `CONTRIBUTING.md` explains each key. */
export interface WriteFacts {
  given?: string[];
  changes?: string[];
  changes_only?: string[];
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  value?: Record<string, string>;
  refers?: Record<string, Record<string, unknown>>;
  member?: boolean;
  empty?: boolean;
  session?: SessionPattern;
  no_session?: SessionPattern;
  creates?: string[];
  supported?: boolean;
  link?: 'up';
}

export interface SessionPattern {
  types?: string[];
  roles?: string[];
  from?: string[];
  synchronized?: boolean;
  to_target?: boolean;
}

/** A condition on a write. */
export interface WriteCondition {
  when?: WriteFacts;
  needs: WriteFacts;
  status: number;
  /** A name of `x-errors`; `unspecified` without one. */
  error?: string;
  text: string;
  arguments?: string[];
  'x-source': string[];
}

export interface Schema {
  $ref?: string;
  description?: string;
  type?: string | string[];
  format?: string;
  enum?: string[];
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  default?: unknown;
  deprecated?: boolean;
  'x-added'?: string;
  'x-added_value'?: Record<string, string[]>;
  'x-deprecated'?: string;
  'x-deprecated_value'?: Record<string, string[]>;
  'x-undocumented_value'?: Record<string, string[]>;
  'x-display_enum_text'?: Record<string, string>;
  'x-internal_attributes'?: string[];
  'x-internal_since'?: string;
  'x-no_filter'?: true;
  'x-case-insensitive'?: true;
  'x-ref'?: string;
  'x-related'?: string;
  'x-source'?: string[];
}

/** The defaults of the fields of the body that an operation takes. */
export function bodyDefaults(document: Document, { requestBody }: Operation): Record<string, unknown> {
  const schema = requestBody?.content['application/json']?.schema;
  const properties = schema ? resolveSchema(document, schema).properties : {};
  return Object.fromEntries(
    Object.entries(properties ?? {}).flatMap(([name, property]) =>
      'default' in property ? [[name, property.default]] : [],
    ),
  );
}

export interface LocatedOperation {
  path: string;
  method: (typeof methods)[number];
  operation: Operation;
}

export function operationsOf(document: Document): LocatedOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ path, method, operation }] : [];
    }),
  );
}

/** Follows a `$ref`; returns anything else as it is. */
function resolve<T extends { $ref?: string }>(document: Document, part: T): T {
  if (part.$ref === undefined) return part;
  const target: unknown = get(document, part.$ref);
  if (typeof target !== 'object' || target === null) throw new Error(`${part.$ref} is not in the bundled document`);
  return target as T;
}

/** Follows a `$ref`; returns any other schema as it is. */
export const resolveSchema = (document: Document, schema: Schema): Schema => resolve(document, schema);

/** Whether a path takes `name:` and a name in place of the id. */
export const takesName = (document: Document, path: string): boolean =>
  (document.paths[path]?.parameters ?? []).some((parameter) => resolve(document, parameter)['x-by_name'] === true);

/** The names of the schema components that a part of the document leads to, or into, however deep. */
export function schemasBehind(document: Document, part: unknown): Set<string> {
  const references = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('$ref' in node && typeof node.$ref === 'string' && !references.has(node.$ref)) {
      references.add(node.$ref);
      visit(get(document, node.$ref));
    }
    for (const child of Object.values(node)) visit(child);
  };
  visit(part);
  return new Set(
    [...references].flatMap((reference) => {
      const component = componentAt(reference);
      return component?.kind === 'schemas' ? [component.name] : [];
    }),
  );
}

/** The schema itself, or the members of its `anyOf`, each with its reference followed. */
export const alternatives = (document: Document, schema: Schema): Schema[] =>
  (schema.anyOf ?? [schema]).map((member) => resolveSchema(document, member));

/** The schema with the attributes of a resource: `<resource>_instance`. */
export const instanceSchema = (document: Document, resource: string): Schema | undefined =>
  document.components.schemas[`${resource}_instance`];

/** The instances of a resource that the contract has as examples of an answer, in its order. */
export function instanceExamples(document: Document, resource: string): Record<string, unknown>[] {
  const { content } = resolve(document, document.paths[`/${resource}/{id}`]?.get?.responses['200'] ?? {});
  return Object.values(content?.['application/json']?.examples ?? {}).map(
    (example) => resolve(document, example).value as Record<string, unknown>,
  );
}

/** Name and literals of the enum of an attribute. */
export function enumOf(document: Document, schema: Schema): { name: string; literals: string[] } | undefined {
  for (const member of schema.anyOf ?? [schema]) {
    const literals = resolveSchema(document, member).enum;
    const component = member.$ref === undefined ? undefined : componentAt(member.$ref);
    if (component && literals) return { name: component.name, literals };
  }
  return undefined;
}
