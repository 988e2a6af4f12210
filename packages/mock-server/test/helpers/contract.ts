// Checks the status and the body of an answer against the contract.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, split } from '@sagold/json-pointer';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Answer } from './pair.js';

interface OperationObject {
  responses: Record<string, { $ref?: string; content?: object }>;
}

const file = createRequire(import.meta.url).resolve('@powerstore-api/types/contract.json');
const document = JSON.parse(readFileSync(file, 'utf8')) as { paths: Record<string, Record<string, OperationObject>> };

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(document, 'contract');

/** The violations of the contract in an answer to a request for one of its paths, such as `/job/{id}`. */
export function violations(method: string, path: string, { status, text, json }: Answer): unknown[] {
  const response = document.paths[path]?.[method.toLowerCase()]?.responses[status];
  if (!response) return [`${method} ${path} has no answer ${status}`];
  const content = ['content', 'application/json', 'schema'];
  const { $ref: ref } = response;
  const inline = ['paths', path, method.toLowerCase(), 'responses', String(status), ...content];
  const hasBody = ref === undefined ? response.content !== undefined : !ref.endsWith('/done');
  if (!hasBody) return text === '' ? [] : [text];
  const pointer = join(ref === undefined ? inline : [...split(ref), ...content], true);
  const validate = ajv.getSchema(`contract${pointer}`);
  if (!validate) throw new Error(`no schema at ${pointer}`);
  return validate(json) ? [] : (validate.errors ?? []);
}
