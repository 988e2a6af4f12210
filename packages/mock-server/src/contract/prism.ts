// Prism checks requests and answers against the contract, and gives examples of answers.
import { createRequire } from 'node:module';
import { errorCodes, type OperationId } from '@powerstore-api/types';
import { createLogger } from '@stoplight/prism-core';
import type * as PrismHttp from '@stoplight/prism-http';
import type { Answer } from '../http/answer.js';
import { errorAnswer } from '../http/errors.js';
import type { Request } from '../http/request.js';
import { documentOf } from './document-of-release.js';
import { contractDocument } from './document.js';
import type { Release } from './release.js';
import { describeViolations, type Schema, type Violation } from './violation.js';

type Components = Required<Parameters<typeof PrismHttp.createInstance>[1]>;
type PrismMock = Components['mock'];
type Operation = Parameters<PrismMock>[0]['resource'];
type Diagnostic = Parameters<PrismMock>[0]['input']['validations'][number];
type PrismRequest = Parameters<Components['validateInput']>[0]['element'];
type PrismAnswer = Parameters<Components['validateOutput']>[0]['element'];

/** The contract of a release. */
export interface Contract {
  /** The request in the form of the contract; or the error that answers it. */
  checkRequest(operationId: OperationId, request: Request): { request: Request } | { error: Answer };
  /** The answer, if it fits the contract; or an error that says why it does not. */
  checkAnswer(operationId: OperationId, answer: Answer): Answer;
  /** An example of the contract. Prism chooses one if status or name leave a choice. */
  example(operationId: OperationId, request: Request, choice: { status?: number; name?: string }): Answer;
}

// Only the parts of Prism that are used, because all of it takes twice as long to load. With `require`, because bundlers and
// test runners disagree on the default import of a CommonJS module.
const load = createRequire(import.meta.url);
const { validateInput, validateOutput } = load('@stoplight/prism-http/dist/validator/index.js') as Pick<
  Components,
  'validateInput' | 'validateOutput'
>;
const { getHttpOperationsFromSpec } = load('@stoplight/prism-http/dist/utils/operations.js') as Pick<
  typeof PrismHttp,
  'getHttpOperationsFromSpec'
>;

/** Prism's mocker. It brings a large generator of made-up data, so it is loaded only for examples. */
export const prismMocker = (): PrismMock =>
  (load('@stoplight/prism-http/dist/mocker/index.js') as { default: PrismMock }).default;

const logger = createLogger('powerstore-mock', { level: 'silent' });

// DiagnosticSeverity.Error of @stoplight/types, which Prism does not re-export.
const errorSeverity: Diagnostic['severity'] = 0;

const loaded = new Map<string, Promise<ReadonlyMap<string, Operation>>>();

/** Loads the operations of a release, once per process. Prism's loader writes into its input, so it gets a clone. */
function loadOperations(release: Release): Promise<ReadonlyMap<string, Operation>> {
  let operations = loaded.get(release.number);
  if (!operations) {
    operations = getHttpOperationsFromSpec(structuredClone(documentOf(contractDocument(), release))).then(
      (all) => new Map(all.map((operation) => [operation.iid ?? '', operation])),
    );
    loaded.set(release.number, operations);
  }
  return operations;
}

/** Prepares the contract of a release. */
export async function createContract(release: Release): Promise<Contract> {
  const operations = await loadOperations(release);
  const operationOf = (operationId: OperationId): Operation => {
    const operation = operations.get(operationId);
    if (operation) return operation;
    throw new Error(`release ${release.number} has no ${operationId}`);
  };
  return {
    checkRequest(operationId, request) {
      const resource = operationOf(operationId);
      const documented = asDocumented(request, resource);
      const problems = problemsOf(validateInput({ resource, element: toPrismRequest(documented) }));
      if (problems.length === 0) return { request: documented };
      // Prism would answer with the first documented 422. PowerStore answers a request that breaks its schema with 400.
      const { query, headers: header, body } = documented;
      const checked = { bodyName: 'body', values: { query, header, body }, schema: requestSchema(resource) } as const;
      return { error: errorAnswer(400, describeViolations(problems, checked), errorCodes.unknown_property.code) };
    },
    checkAnswer(operationId, answer) {
      const { status: statusCode, headers, body } = answer;
      const resource = operationOf(operationId);
      const element: PrismAnswer = { statusCode, headers: { ...headers }, body };
      const problems = problemsOf(validateOutput({ resource, element }));
      if (problems.length === 0) return answer;
      const schema = answerSchema(resource, statusCode);
      const checked = { bodyName: 'answer', values: { header: headers, body }, schema } as const;
      const text = describeViolations(problems, checked);
      return errorAnswer(500, `powerstore-mock has a bug: its answer breaks the contract. ${text}`);
    },
    example(operationId, request, { status, name }) {
      const resource = operationOf(operationId);
      const missing = missingExample(resource, status, name);
      if (missing !== undefined) return errorAnswer(400, missing);
      // A new object for each call, because Prism stores the first Accept header in it.
      const config = {
        dynamic: false,
        ...(status !== undefined && { code: status }),
        ...(name !== undefined && { exampleKey: name }),
      };
      const input = { data: toPrismRequest(request), validations: [] };
      const result = prismMocker()({ resource, input, config })(logger);
      if ('right' in result) return toAnswer(result.right);
      throw new Error(`there is no example for ${operationId} (${result.left.name})`);
    },
  };
}

type Validated = ReturnType<Components['validateInput']> | ReturnType<Components['validateOutput']>;

const problemsOf = (result: Validated): Violation[] =>
  'left' in result ? result.left.filter(({ severity }) => severity === errorSeverity) : [];

/** The schemas of a request. */
function requestSchema({ request: { body, query, headers } = {} }: Operation): Schema {
  const [content] = body?.contents ?? [];
  return { properties: { body: content?.schema, query: parametersSchema(query), header: parametersSchema(headers) } };
}

/** Prism names parameters in lower case. */
const parametersSchema = (parameters: readonly { name: string; schema?: unknown }[] = []): Schema => ({
  properties: Object.fromEntries(parameters.map(({ name, schema }) => [name.toLowerCase(), schema])),
});

function answerSchema({ responses }: Operation, status: number): Schema {
  const [content] = responses.find(({ code }) => code === String(status))?.contents ?? [];
  return { properties: { body: content?.schema } };
}

/** Why the contract does not have an example; `undefined` if it has it. */
function missingExample(
  operation: Operation,
  status: number | undefined,
  name: string | undefined,
): string | undefined {
  const { method, path, responses } = operation;
  const asked = `${method.toUpperCase()} ${path}`;
  // Without a status Prism takes the first success.
  const response = responses.find(({ code }) =>
    status === undefined ? code.startsWith('2') : code === String(status),
  );
  if (!response)
    return `${asked} has no answer with status ${status}. It has ${responses.map(({ code }) => code).join(', ')}.`;
  if (name === undefined) return undefined;
  const names = (response.contents ?? []).flatMap(({ examples = [] }) => examples.map(({ key }) => key));
  if (names.includes(name)) return undefined;
  const remedy = names.length === 0 ? 'That answer has no body.' : `Examples: ${names.join(', ')}.`;
  return `${asked} has no example ${name} for ${response.code}. ${remedy}`;
}

/**
 * The request in the form of the contract. Arrays accept two things beyond it, and OpenStack's driver sends both: an empty
 * object as the body of an action that has none, and booleans as Python writes them.
 */
function asDocumented({ body, query, ...request }: Request, operation: Operation): Request {
  const isEmpty = body !== undefined && !operation.request?.body && Object.keys(body as object).length === 0;
  const isAsync = query['is_async'];
  return {
    ...request,
    query: typeof isAsync === 'string' ? { ...query, is_async: isAsync.toLowerCase() } : query,
    ...(!isEmpty && { body }),
  };
}

function toPrismRequest({ method, path, query, headers, body }: Request): PrismRequest {
  // Prism takes a length for a body, even if it is that of the empty object which counts as none.
  const { 'content-length': _length, 'transfer-encoding': _encoding, ...others } = headers;
  return {
    method: method.toLowerCase() as PrismRequest['method'],
    url: { path, query: { ...query } },
    ...(body === undefined ? { headers: others } : { headers: { ...headers }, body }),
  };
}

const toAnswer = ({ statusCode, headers = {}, body }: PrismAnswer): Answer => ({
  status: statusCode,
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
  body,
});
