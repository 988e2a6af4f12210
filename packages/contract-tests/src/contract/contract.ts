// The contract as the suite reads it: what an operation may answer with, and what an answer has to look like.
import { createRequire } from 'node:module';
import { type OperationId, operations } from '@powerstore-api/types';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

interface HeaderObject {
  $ref?: string;
  required?: boolean;
  schema?: { pattern?: string };
}

interface ResponseObject {
  $ref?: string;
  headers?: Record<string, HeaderObject>;
  content?: Record<string, { schema: Schema }>;
}

/** A schema, as far as answers are looked at with it. */
export interface Schema {
  $ref?: string;
  anyOf?: readonly Schema[];
  properties?: Readonly<Record<string, Schema>>;
  items?: Schema;
  enum?: readonly string[];
  'x-added'?: string;
}

/** A schema, and where in the contract it stands: a path of keys, such as `components/schemas/volume_instance`. */
export interface Place {
  schema: Schema;
  place: string;
}

interface ContractDocument {
  info: { version: string };
  paths: Record<string, Record<string, OperationObject>>;
  components: {
    responses: Record<string, ResponseObject>;
    headers: Record<string, HeaderObject>;
    schemas: Record<string, Schema>;
  };
}

interface OperationObject {
  requestBody?: { content: { 'application/json': { schema: { $ref: string } } } };
  responses: Record<string, ResponseObject>;
}

/** What one documented answer has to look like. */
export interface DocumentedAnswer {
  headers: { name: string; required: boolean; pattern?: RegExp }[];
  /** Absent where no content is documented. */
  body?: Place & { validate: ValidateFunction };
}

const document = createRequire(import.meta.url)('@powerstore-api/types/openapi.json') as ContractDocument;

/** The release of the API the contract describes. */
export const contractVersion: string = document.info.version;

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(document, 'contract');

/** Documented answers by operation and status, as far as they have been asked for. */
const answers = new Map<string, DocumentedAnswer>();

/** What the contract says about an answer; `undefined` where it does not document the status. */
export function documentedAnswer(operationId: OperationId, status: number): DocumentedAnswer | undefined {
  const { method, path, statuses } = operations[operationId];
  if (!(statuses as readonly number[]).includes(status)) return undefined;
  const key = `${operationId} ${status}`;
  const answer = answers.get(key) ?? compile(path, method.toLowerCase(), String(status));
  answers.set(key, answer);
  return answer;
}

/**
 * Compiles the schemas of all documented answers, before anything is compared with them.
 *
 * @throws Error where one does not compile: in the middle of a run it would only break the checks that meet it.
 */
export function compileContract(): void {
  for (const [operationId, { statuses }] of Object.entries(operations))
    for (const status of statuses) documentedAnswer(operationId as OperationId, status);
}

/** What a schema stands for, where it refers to another. */
export function resolve({ schema, place }: Place): Place {
  if (schema.$ref === undefined) return { schema, place };
  const found = document.components.schemas[nameOf(schema.$ref)];
  if (!found) throw new Error(`The contract has no ${schema.$ref}.`);
  return { schema: found, place: schema.$ref.slice('#/'.length) };
}

/** Where in the contract an operation stands. */
export function placeOf(operationId: OperationId): string {
  const { method, path } = operations[operationId];
  return `paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method.toLowerCase()}`;
}

/** The first release that knows a field of the body of an operation. */
export function fieldAdded(operationId: OperationId, field: string): string {
  const { method, path, added } = operations[operationId];
  const ref = document.paths[path]?.[method.toLowerCase()]?.requestBody?.content['application/json'].schema.$ref;
  const schema = ref === undefined ? undefined : document.components.schemas[nameOf(ref)];
  return schema?.properties?.[field]?.['x-added'] ?? schema?.['x-added'] ?? added;
}

function compile(path: string, method: string, status: string): DocumentedAnswer {
  const inline = document.paths[path]?.[method]?.responses[status] ?? {};
  const response = inline.$ref === undefined ? inline : (document.components.responses[nameOf(inline.$ref)] ?? {});
  const headers = Object.entries(response.headers ?? {}).map(([name, header]) => {
    const { required = false, schema } =
      header.$ref === undefined ? header : (document.components.headers[nameOf(header.$ref)] ?? {});
    return { name, required, ...(schema?.pattern !== undefined && { pattern: new RegExp(schema.pattern) }) };
  });
  const content = response.content?.['application/json'];
  if (!content) return { headers };
  const pointer = inline.$ref ?? `#/paths/${escape(path)}/${method}/responses/${status}`;
  const validate = ajv.getSchema(`contract${pointer}/content/application~1json/schema`);
  if (!validate) throw new Error(`The contract has no schema for ${method} ${path} ${status}.`);
  const place = decodeURIComponent(`${pointer.slice('#/'.length)}/content/application~1json/schema`);
  return { headers, body: { validate, schema: content.schema, place } };
}

const nameOf = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

/** A path as part of a JSON pointer in a URI fragment. */
const escape = (path: string): string => encodeURIComponent(path.replaceAll('~', '~0').replaceAll('/', '~1'));
