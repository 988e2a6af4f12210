// The contract layer: a request is routed by the contract, Prism checks it, a responder answers, and Prism checks the answer.
import { createRequire } from 'node:module';
import type { OperationId } from '@powerstore-api/types';
import { createLogger, factory } from '@stoplight/prism-core';
import type * as PrismHttp from '@stoplight/prism-http';
import { isLeft, type Either } from 'fp-ts/lib/Either.js';
import { contractDocument } from './document.js';
import { documentOf } from './document-of-release.js';
import { errorAnswer } from '../http/errors.js';
import type { Answer, MockRequest } from '../http/messages.js';
import type { Release } from './release.js';

type Components = Required<Parameters<typeof PrismHttp.createInstance>[1]>;
type PrismMock = Components['mock'];
type Operation = Parameters<PrismMock>[0]['resource'];
type Diagnostic = Parameters<PrismMock>[0]['input']['validations'][number];

/** Answers a request that fits the contract. */
export type Responder = (call: {
  operationId: OperationId;
  request: MockRequest;
  /** What Prism's own mocker answers: an example of the contract, of the status and by the name asked for. */
  example: (choice: { status?: number; name?: string | undefined }) => Answer;
}) => Answer;

/** Answers a request for an operation with what the responder says, by way of the contract. */
export type Contract = (operationId: OperationId, request: MockRequest, respond: Responder) => Promise<Answer>;

// The parts of Prism that are used, one by one: all of it takes twice as long to load. Required, because bundlers and test
// runners disagree on what the default import of a CommonJS module is.
const load = createRequire(import.meta.url);
const { validateInput, validateOutput, validateSecurity } = load(
  '@stoplight/prism-http/dist/validator/index.js',
) as Pick<Components, 'validateInput' | 'validateOutput' | 'validateSecurity'>;
const { getHttpOperationsFromSpec } = load('@stoplight/prism-http/dist/utils/operations.js') as Pick<
  typeof PrismHttp,
  'getHttpOperationsFromSpec'
>;

/** Prism's mocker. Loaded where an example is wanted: it brings along what makes up data in every language there is. */
export const prismMocker = (): PrismMock =>
  (load('@stoplight/prism-http/dist/mocker/index.js') as { default: PrismMock }).default;

// DiagnosticSeverity.Error of @stoplight/types, which Prism does not re-export.
const errorSeverity: Diagnostic['severity'] = 0;

const settings = {
  isProxy: false as const,
  // Prism's check refuses passwords with a colon and takes any cookie whose name ends alike; login-sessions.ts is exact.
  checkSecurity: false,
  validateRequest: true,
  validateResponse: true,
  errors: false,
  upstreamProxy: undefined,
  mock: { dynamic: false },
};

interface MockConfig {
  dynamic: false;
  respond: Responder;
}

const loaded = new Map<string, Promise<ReadonlyMap<string, Operation>>>();

/** Loaded once per process and release, however many servers there are. Prism's loader writes into its input, hence the copy. */
function loadOperations(release: Release): Promise<ReadonlyMap<string, Operation>> {
  let operations = loaded.get(release.version);
  if (!operations) {
    operations = getHttpOperationsFromSpec(structuredClone(documentOf(contractDocument(), release))).then(
      (all) => new Map(all.map((operation) => [operation.iid ?? '', operation])),
    );
    loaded.set(release.version, operations);
  }
  return operations;
}

/** Prism's place for a mock, where the responder answers. */
const respondThrough: PrismMock =
  ({ resource, input, config }) =>
  (log) => {
    const broken = input.validations.filter(({ severity }) => severity === errorSeverity);
    if (broken.length > 0) return right(toPrismResponse(refusal(broken)));
    const { respond } = config as MockConfig;
    const answer = respond({
      operationId: resource.iid as OperationId,
      request: toMockRequest(input.data),
      example: ({ status, name }) => {
        // A new object each time: Prism keeps the first Accept header it sees in the one it is given.
        const choice = {
          dynamic: false,
          ...(status !== undefined && { code: status }),
          ...(name !== undefined && { exampleKey: name }),
        };
        const result = prismMocker()({ resource, input, config: choice })(log);
        if (isLeft(result)) return errorAnswer(400, `The contract has no such answer: ${result.left.message}`);
        return toAnswer(result.right);
      },
    });
    return right(toPrismResponse(answer));
  };

/** What a release has of the contract, with every request and every answer checked against it. */
export async function createContract(release: Release): Promise<Contract> {
  const operations = await loadOperations(release);
  const logger = createLogger('powerstore-mock', { level: 'silent' });
  const prism = factory<Operation, PrismRequest, PrismAnswer, PrismHttp.IHttpConfig>(settings, {
    logger,
    mock: respondThrough,
    // The route is found already. Prism's own router sorts all operations for each request.
    route: ({ resources }) => right(resources[0] as Operation),
    validateInput,
    validateOutput,
    validateSecurity,
    forward() {
      throw new Error('nothing is forwarded');
    },
  });

  return async (operationId, request, respond) => {
    const operation = operations.get(operationId);
    if (!operation) {
      return errorAnswer(404, `Release ${release.version} has no ${operationId}.`, '0xE04040020002');
    }
    // Prism hands this on to its mock component as it is.
    const config: MockConfig = { dynamic: false, respond };
    const input = toPrismRequest(asDocumented(request, operation));
    const result = await prism.request(input, [operation], { ...settings, mock: config })();
    if (isLeft(result)) return errorAnswer(500, result.left.message);
    const { output, validations } = result.right;
    const broken = validations.output.filter(({ severity }) => severity === errorSeverity);
    if (broken.length > 0)
      return errorAnswer(500, `The mock is wrong, its answer breaks the contract: ${describe(broken)}`);
    return toAnswer(output);
  };
}

/**
 * What arrays take although the contract has it otherwise: an empty object as the body of an action that has none, and
 * truth values as Python writes them (both sent by OpenStack's driver).
 */
function asDocumented({ body, query, ...request }: MockRequest, operation: Operation): MockRequest {
  const isEmpty = body !== undefined && !operation.request?.body && Object.keys(body as object).length === 0;
  const isAsync = query['is_async'];
  return {
    ...request,
    query: typeof isAsync === 'string' ? { ...query, is_async: isAsync.toLowerCase() } : query,
    ...(!isEmpty && { body }),
  };
}

const right = <T>(value: T): Either<never, T> => ({ _tag: 'Right', right: value });

type PrismRequest = Parameters<Components['validateInput']>[0]['element'];
type PrismAnswer = Parameters<Components['validateOutput']>[0]['element'];

const toPrismRequest = ({ method, path, query, headers, body }: MockRequest): PrismRequest => ({
  method: method.toLowerCase() as PrismRequest['method'],
  url: { path, query },
  headers,
  ...(body !== undefined && { body }),
});

const toMockRequest = ({ method, url, headers, body }: PrismRequest): MockRequest => ({
  method: method.toUpperCase(),
  target: url.path,
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
