// Whether an answer is one the contract knows: its status, and what is in it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Answer } from './pair.js';

interface OperationObject {
  responses: Record<string, { $ref?: string; content?: object }>;
}

const file = createRequire(import.meta.url).resolve('@powerstore-api/types/openapi.json');
const document = JSON.parse(readFileSync(file, 'utf8')) as { paths: Record<string, Record<string, OperationObject>> };

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(document, 'contract');

const escape = (path: string): string => path.replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D');

/** What is wrong with an answer to a request for a path of the contract, such as `/job/{id}`. */
export function violations(method: string, path: string, { status, text, json }: Answer): unknown[] {
  const response = document.paths[path]?.[method.toLowerCase()]?.responses[status];
  if (!response) return [`${method} ${path} has no answer ${status}`];
  const content = '/content/application~1json/schema';
  const pointer =
    response.$ref === undefined
      ? response.content && `#/paths/${escape(path)}/${method.toLowerCase()}/responses/${status}${content}`
      : response.$ref.endsWith('/done')
        ? undefined
        : `${response.$ref}${content}`;
  if (pointer === undefined) return text === '' ? [] : [text];
  const validate = ajv.getSchema(`contract${pointer}`);
  if (!validate) throw new Error(`no schema at ${pointer}`);
  return validate(json) ? [] : (validate.errors ?? []);
}
