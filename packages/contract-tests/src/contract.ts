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
  content?: Record<string, unknown>;
}

interface ContractDocument {
  info: { version: string };
  paths: Record<string, Record<string, OperationObject>>;
  components: {
    responses: Record<string, ResponseObject>;
    headers: Record<string, HeaderObject>;
    schemas: Record<string, BodySchema>;
  };
}

interface OperationObject {
  requestBody?: { content: { 'application/json': { schema: { $ref: string } } } };
  responses: Record<string, ResponseObject>;
}

interface BodySchema {
  'x-added'?: string;
  properties?: Record<string, { 'x-added'?: string }>;
}

/** What one documented answer has to look like. */
export interface DocumentedAnswer {
  headers: { name: string; required: boolean; pattern?: RegExp }[];
  /** Absent where no content is documented. */
  validate?: ValidateFunction;
}

const document = createRequire(import.meta.url)('@powerstore-api/types/openapi.json') as ContractDocument;

/** The release of the API the contract describes. */
export const contractVersion: string = document.info.version;

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(document, 'contract');

/**
 * Every documented answer, by operation and status. Compiled when the module is loaded: a schema that does not compile
 * would let everything pass, so it has to stop the run.
 */
const answers = new Map<string, DocumentedAnswer>();
for (const [operationId, { method, path, statuses }] of Object.entries(operations)) {
  for (const status of statuses) {
    answers.set(`${operationId} ${status}`, compile(path, method.toLowerCase(), String(status)));
  }
}

/** What the contract says about an answer; `undefined` where it does not document the status. */
export const documentedAnswer = (operationId: OperationId, status: number): DocumentedAnswer | undefined =>
  answers.get(`${operationId} ${status}`);

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
  if (!response.content) return { headers };
  const pointer = inline.$ref ?? `#/paths/${escape(path)}/${method}/responses/${status}`;
  const validate = ajv.getSchema(`contract${pointer}/content/application~1json/schema`);
  if (!validate) throw new Error(`The contract has no schema for ${method} ${path} ${status}.`);
  return { headers, validate };
}

// Hoisted: the answers above are compiled before this line is reached.
function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}

/** A path as part of a JSON pointer in a URI fragment. */
function escape(path: string): string {
  return encodeURIComponent(path.replaceAll('~', '~0').replaceAll('/', '~1'));
}
