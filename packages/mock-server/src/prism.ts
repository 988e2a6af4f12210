// The contract layer: Prism routes a request by the contract, checks it, lets a responder answer, and checks the answer.
import { createRequire } from 'node:module';
import { createLogger } from '@stoplight/prism-core';
import { createInstance, getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { isLeft, type Either } from 'fp-ts/lib/Either.js';
import { contractDocument } from './contract-document.js';
import { errorAnswer } from './errors.js';
import type { Answer, MockRequest } from './http.js';

type Components = Parameters<typeof createInstance>[1];
type PrismMock = NonNullable<Components['mock']>;
type Operation = Parameters<PrismMock>[0]['resource'];
type Diagnostic = Parameters<PrismMock>[0]['input']['validations'][number];

/** Answers a request that fits the contract. */
export type Responder = (call: {
  operationId: string;
  request: MockRequest;
  /** What Prism's own mocker answers: an example of the contract, of the status and by the name asked for. */
  example: (choice: { status?: number; name?: string | undefined }) => Answer;
}) => Answer;

export type Contract = (request: MockRequest) => Promise<Answer>;

// Prism does not export its mocker. Required, because bundlers and test runners disagree on what the default import of
// a CommonJS module is.
const { default: prismMocker } = createRequire(import.meta.url)('@stoplight/prism-http/dist/mocker/index.js') as {
  default: PrismMock;
};

// DiagnosticSeverity.Error of @stoplight/types, which Prism does not re-export.
const errorSeverity: Diagnostic['severity'] = 0;

let operations: Promise<Operation[]> | undefined;

/** Loaded once per process, however many servers there are. Prism's loader writes into its input, hence the copy. */
const loadOperations = (): Promise<Operation[]> =>
  (operations ??= getHttpOperationsFromSpec(structuredClone(contractDocument)));

export async function createContract(respond: Responder): Promise<Contract> {
  const resources = await loadOperations();
  const logger = createLogger('powerstore-mock', { level: 'silent' });

  const mock: PrismMock =
    ({ resource, input, config }) =>
    (log) => {
      const broken = input.validations.filter(({ severity }) => severity === errorSeverity);
      if (broken.length > 0) return right(toPrismResponse(refusal(broken)));
      const answer = respond({
        operationId: resource.iid ?? '',
        request: toMockRequest(input.data),
        example: ({ status, name }) => {
          // A new object each time: Prism keeps the first Accept header it sees in the one it is given.
          const choice = {
            ...config,
            ...(status !== undefined && { code: status }),
            ...(name !== undefined && { exampleKey: name }),
          };
          const result = prismMocker({ resource, input, config: choice })(log);
          if (isLeft(result)) return errorAnswer(400, `The contract has no such answer: ${result.left.message}`);
          return toAnswer(result.right);
        },
      });
      return right(toPrismResponse(answer));
    };

  const prism = createInstance(
    {
      isProxy: false,
      // Prism's check refuses passwords with a colon and takes any cookie whose name ends alike; login-sessions.ts is exact.
      checkSecurity: false,
      validateRequest: true,
      validateResponse: true,
      errors: false,
      upstreamProxy: undefined,
      mock: { dynamic: false },
    },
    { logger, mock },
  );

  return async (request) => {
    const result = await prism.request(toPrismRequest(request), resources)();
    if (isLeft(result)) return routingError(result.left, request);
    const { output, validations } = result.right;
    const broken = validations.output.filter(({ severity }) => severity === errorSeverity);
    if (broken.length > 0)
      return errorAnswer(500, `The mock is wrong, its answer breaks the contract: ${describe(broken)}`);
    return toAnswer(output);
  };
}

const right = <T>(value: T): Either<never, T> => ({ _tag: 'Right', right: value });

type PrismRequest = Parameters<ReturnType<typeof createInstance>['request']>[0];

const toPrismRequest = ({ method, path, query, headers, body }: MockRequest): PrismRequest => ({
  method: method.toLowerCase() as PrismRequest['method'],
  url: { path, query },
  headers,
  ...(body !== undefined && { body }),
});

const toMockRequest = ({ method, url, headers, body }: PrismRequest): MockRequest => ({
  method: method.toUpperCase(),
  path: url.path,
  query: url.query ?? {},
  headers: headers ?? {},
  body,
});

interface PrismResponse {
  statusCode: number;
  headers?: Record<string, string>;
  body?: unknown;
}

const toAnswer = ({ statusCode, headers = {}, body }: PrismResponse): Answer => ({
  status: statusCode,
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
  body,
});

const toPrismResponse = ({ status, headers, body }: Answer): PrismResponse => ({ statusCode: status, headers, body });

/** Prism would take the first documented 422; PowerStore refuses what does not fit its schema with 400. */
function refusal(broken: Diagnostic[]): Answer {
  return errorAnswer(400, describe(broken), '0xE04040030001');
}

const describe = (diagnostics: Diagnostic[]): string =>
  diagnostics.map(({ path = [], message }) => [path.join('.'), message].filter(Boolean).join(' ')).join('; ');

function routingError(error: Error & { status?: number }, { method, path }: MockRequest): Answer {
  if (error.status === 405) return errorAnswer(405, `${method} is not offered for ${path}.`);
  if (error.status === 404) return errorAnswer(404, `The contract has no path ${path}.`);
  return errorAnswer(500, error.message);
}
