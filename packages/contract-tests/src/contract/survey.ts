// A first look at an array: which resources of its release it has. One that is not there is one finding, and nothing else asks
// for it: every further answer would only be a consequence.
import { type OperationId, operations, type Resource } from '@powerstore-api/types';
import { isUndecodable } from '../array/http/body-text.js';
import type { RequestOptions } from '../array/http/array-session.js';
import type { SentExchange } from '../array/http/exchange.js';
import { attributeNames } from '../array/rows/query.js';
import { type Row, rowsOf } from '../array/rows/rows.js';
import type { LackId } from '../findings/lacks.js';
import { limited, type ReadableResource, resources } from './resources.js';

/** A resource that an array does not have or does not show, or an operation that it does not have. */
export interface Lack {
  /** The kind of finding. */
  id: LackId;
  /** The resource, such as `policy`, or the operation, such as `GET /policy/{id}`. */
  subject: string;
  /** The answer that shows it. */
  exchange: SentExchange;
  /** What the array does instead, to follow its name: `does not have policy: it answers GET /policy with 404.` */
  predicate: string;
}

/** Asks an array. */
export type Send = (operationId: OperationId, options?: RequestOptions) => Promise<SentExchange>;

/** The resources and operations of an array, as the first look and later answers show them. */
export class Survey {
  /** The answers of the resources that are there. */
  readonly answers: readonly SentExchange[];
  readonly #lacks: Lack[];

  constructor(answers: readonly SentExchange[], lacks: readonly Lack[]) {
    this.answers = answers;
    this.#lacks = [...lacks];
  }

  get lacks(): readonly Lack[] {
    return this.#lacks;
  }

  /** The reason why nobody needs to ask for this; `undefined` where the array has it, or nobody has looked. */
  lackOf(operationId: OperationId): Lack | undefined {
    const { resource } = operations[operationId];
    return this.#lacks.find(({ id, exchange }) =>
      id === 'operation.absent'
        ? exchange.operationId === operationId
        : operations[exchange.operationId].resource === resource,
    );
  }

  /** Notes an operation that turned out not to be there. */
  add(lack: Lack): void {
    this.#lacks.push(lack);
  }

  /** The first instance of a resource, by its id alone. */
  firstOf(list: OperationId): Row | undefined {
    const exchange = this.answers.find(({ operationId }) => operationId === list);
    return exchange && rowsOf(exchange)[0];
  }

  /** The first of these operations that the array has. */
  firstPresent<Id extends OperationId>(...operationIds: readonly Id[]): Id | undefined {
    return operationIds.find((it) => this.lackOf(it) === undefined);
  }
}

/** The login session cannot be missing: the run is in it. */
const lookedAt = resources.filter(({ name }) => name !== 'login_session');

/** The number of collections that a look asks for. */
export const surveyedCollections = lookedAt.length;

/** The requests of a look at an array that has everything, and an instance of each resource. */
export const requestsPerSurvey = lookedAt.length + lookedAt.filter(({ get }) => get !== undefined).length;

/**
 * Looks at each collection, and at one instance of each. A look that shows nothing is repeated, for an array may be busy.
 *
 * @throws LostArrayError where the array does not answer at all.
 */
export async function surveyArray(send: Send): Promise<Survey> {
  const answers: SentExchange[] = [];
  const lacks: Lack[] = [];
  for (const resource of lookedAt) {
    const exchange = await send(resource.list, { query: limited(resource, 1) });
    // The second look is without a query: an array that refuses the parameter has the resource.
    const lack = lackOfList(resource.name, exchange) && lackOfList(resource.name, await send(resource.list));
    if (lack) {
      lacks.push(lack);
      continue;
    }
    answers.push(exchange);
    const [row] = rowsOf(exchange);
    if (resource.get === undefined || typeof row?.id !== 'string' || row.id === '') continue;
    const absent = await lackOfInstance(send, resource, resource.get, row.id);
    if (absent) lacks.push(absent);
  }
  return new Survey(answers, lacks);
}

/** Statuses of an array that does not have what was asked for. */
const absentStatuses: ReadonlySet<number> = new Set([404, 405, 410, 501]);

/** What an answer to the request for a list says about its resource; `undefined` where it is a list. */
export function lackOfList(resource: Resource, exchange: SentExchange): Lack | undefined {
  const { status, json } = exchange;
  const [request] = exchange.request.split('?');
  const lack = (id: LackId, predicate: string): Lack => ({ id, subject: resource, exchange, predicate });
  const instead = `it answers ${request} with ${status}`;
  if (absentStatuses.has(status)) return lack('resource.absent', `does not have ${resource}: ${instead}.`);
  if (status === 401 || status === 403)
    return lack('resource.forbidden', `does not let the user read ${resource}: ${instead}.`);
  if (status >= 400) return lack('resource.failing', `does not list ${resource}: ${instead}.`);
  if (status < 300 && Array.isArray(json)) return undefined;
  return lack('resource.unreadable', `sends no list of ${resource} that can be read: ${bodyOf(exchange)}.`);
}

/** What the body is that is no list, without any part of it. */
function bodyOf(exchange: SentExchange): string {
  const { status, headers, json, text } = exchange;
  if (status >= 300) return `it answers with ${status}, which leads elsewhere`;
  if (isUndecodable(exchange)) return 'its body does not have the Content-Encoding that it names';
  if (/^text\/html\b/i.test(headers.get('content-type') ?? '')) return 'its body is a page of HTML';
  if (json === undefined) return text === '' ? 'its body is empty' : 'its body is not JSON';
  return `its body is ${json === null ? 'null' : typeof json === 'object' ? 'an object' : `a ${typeof json}`}`;
}

/** Instances that are tried before the operation counts as absent. */
const triedInstances = 3;

/**
 * Nothing where the array returns an instance by its id. One may be deleted, or be out of order: the operation is absent only
 * where none is found that the list has.
 */
async function lackOfInstance(
  send: Send,
  resource: ReadableResource,
  get: OperationId,
  first: string,
): Promise<Lack | undefined> {
  const query = { select: attributeNames('id') };
  if (!absentStatuses.has((await send(get, { id: first, query })).status)) return undefined;
  const some = { query: limited(resource, triedInstances) };
  const ids = rowsOf(await send(resource.list, some))
    .slice(0, triedInstances)
    .map(({ id }) => String(id));
  const exchanges: SentExchange[] = [];
  for (const id of ids) exchanges.push(await send(get, { id, query }));
  const isListed = rowsOf(await send(resource.list, some)).some(({ id }) => ids.includes(String(id)));
  const [exchange] = exchanges;
  if (!exchange || !isListed || exchanges.some(({ status }) => !absentStatuses.has(status))) return undefined;
  return lackOfOperation(exchange, `for each ${resource.name} that its list has`);
}

/** The lack of an operation, as an answer to it shows. */
function lackOfOperation(exchange: SentExchange, when: string): Lack {
  const { method, path } = operations[exchange.operationId];
  const subject = `${method} ${path}`;
  return {
    id: 'operation.absent',
    subject,
    exchange,
    predicate: `does not have ${subject}: it answers ${exchange.status} ${when}.`,
  };
}

/**
 * Whether the answer to an action says that the array does not have the action. A 404 may also mean the session, which is looked
 * up then.
 */
export async function lackOfAction(send: Send, exchange: SentExchange, id: string): Promise<Lack | undefined> {
  const { operationId, status } = exchange;
  const { resource } = operations[operationId];
  if (status === 405 || status === 501) return lackOfOperation(exchange, 'to it');
  if (status !== 404 || resource !== 'replication_session') return undefined;
  const found = await send('replication_session_instance_query', { id, query: { select: attributeNames('id') } });
  return found.status === 200 ? lackOfOperation(exchange, 'for a session that it has') : undefined;
}
