// The contract as the suite reads it: the answers that an operation may give, and their form.
import { createRequire } from 'node:module';
import { get, join, split } from '@sagold/json-pointer';
import { type EnumName, type OperationId, operations, type Resource } from '@powerstore-api/types';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isTime } from '../array/rows/time.js';
import { placeAt } from './place.js';

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

/** The parts of a schema that answers are compared with, besides validating them. */
export interface Schema {
  $ref?: string;
  anyOf?: readonly Schema[];
  properties?: Readonly<Record<string, Schema>>;
  items?: Schema;
  enum?: readonly string[];
  type?: string | readonly string[];
  format?: string;
  'x-added'?: string;
  'x-undocumented_value'?: Readonly<Record<string, unknown>>;
}

/** A schema and its place in the contract. */
export interface Place {
  schema: Schema;
  place: string;
}

interface ContractDocument {
  components: { schemas: Record<string, Schema> };
  paths: Record<string, Record<string, OperationObject>>;
}

interface OperationObject {
  requestBody?: { content: { 'application/json': { schema: Schema } } };
  responses: Record<string, ResponseObject>;
}

/** One documented answer, as the contract has it. */
export interface DocumentedAnswer {
  headers: { name: string; required: boolean; pattern?: RegExp; place?: string }[];
  /** Absent where the contract documents no content. */
  body?: Place & { validate: ValidateFunction };
}

const document = createRequire(import.meta.url)('@powerstore-api/types/contract.json') as ContractDocument;

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
// The package takes more than RFC 3339: a blank for the T, and offsets without minutes or colon.
ajv.addFormat('date-time', isTime);
ajv.addSchema(document, 'contract');

/** Documented answers by operation and status. Each is compiled when it is first asked for. */
const answers = new Map<string, DocumentedAnswer>();

/** The answer as the contract documents it; `undefined` where it does not document the status. */
export function documentedAnswer(operationId: OperationId, status: number): DocumentedAnswer | undefined {
  const { method, path, statuses } = operations[operationId];
  if (!(statuses as readonly number[]).includes(status)) return undefined;
  const key = `${operationId} ${status}`;
  const answer = answers.get(key) ?? compile(path, method.toLowerCase(), String(status));
  answers.set(key, answer);
  return answer;
}

/**
 * Compiles the schemas of all documented answers before a run compares anything with them.
 *
 * @throws Error when a schema does not compile. In the middle of a run it would only break the checks that need it.
 */
export function compileContract(): void {
  for (const [operationId, { statuses }] of Object.entries(operations))
    for (const status of statuses) documentedAnswer(operationId as OperationId, status);
}

/** The object that a reference refers to. Any other object is returned as it is. */
function dereference<T extends { $ref?: string }>(object: T): T {
  if (object.$ref === undefined) return object;
  const found = get<T>(document, object.$ref);
  if (!found) throw new Error(`The contract has no ${object.$ref}.`);
  return found;
}

/** The schema that a reference refers to, with its own place. */
export const resolve = ({ schema, place }: Place): Place => ({
  schema: dereference(schema),
  place: schema.$ref?.slice('#/'.length) ?? place,
});

/** The schema of an instance of a resource. */
export const instanceOf = (resource: Resource): Place =>
  resolve({ schema: { $ref: `#/components/schemas/${resource}_instance` }, place: '' });

/** Whether an array has sent this text as a literal that no document lists. */
export const isUndocumented = (enumName: EnumName, text: string): boolean =>
  Object.hasOwn(document.components.schemas[`${enumName}Enum`]?.['x-undocumented_value'] ?? {}, text);

/** The place of an operation in the contract. */
export function placeOf(operationId: OperationId): string {
  const { method, path } = operations[operationId];
  return placeAt('paths', path, method.toLowerCase());
}

/** The first release that knows a field of the body of an operation. */
export function fieldAdded(operationId: OperationId, field: string): string {
  const { method, path, added } = operations[operationId];
  const body = document.paths[path]?.[method.toLowerCase()]?.requestBody?.content['application/json'].schema;
  const schema = body && dereference(body);
  return schema?.properties?.[field]?.['x-added'] ?? schema?.['x-added'] ?? added;
}

function compile(path: string, method: string, status: string): DocumentedAnswer {
  const inline = document.paths[path]?.[method]?.responses[status] ?? {};
  const response = dereference(inline);
  const headers = Object.entries(response.headers ?? {}).map(([name, header]) => {
    const { required = false, schema } = dereference(header);
    const place = header.$ref?.slice('#/'.length);
    const pattern = schema?.pattern === undefined ? undefined : new RegExp(schema.pattern);
    return { name, required, ...(pattern && { pattern }), ...(place !== undefined && { place }) };
  });
  const content = response.content?.['application/json'];
  if (!content) return { headers };
  const keys = [...split(inline.$ref ?? ['paths', path, method, 'responses', status]), 'content', 'application/json'];
  const validate = ajv.getSchema(`contract${join([...keys, 'schema'], true)}`);
  if (!validate) throw new Error(`The contract has no schema for ${method} ${path} ${status}.`);
  return { headers, body: { validate, schema: content.schema, place: placeAt(...keys, 'schema') } };
}
