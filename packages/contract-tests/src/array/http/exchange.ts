import { literals, type OperationId } from '@powerstore-api/types';
import { type BodyText, readBody } from './body-text.js';
import { contractOperations } from '../target/permit.js';

/** An answer, read to its end. */
export interface Answer extends BodyText {
  status: number;
  headers: Headers;
  /** The parsed body; `undefined` where it is empty or not JSON. */
  json: unknown;
}

/** A request and its answer. */
export interface Exchange extends Answer {
  operationId: OperationId;
  /** Method, path with `{id}`, and query, as a report may show them. */
  request: string;
  /** The body that was sent, where there was one. */
  sent?: unknown;
}

/** The request of an exchange as it was sent, without the secrets in it. */
export interface SentRequest {
  method: string;
  /** With the origin of the array. */
  url: string;
  /** Without those of the login, and without each that holds credentials. */
  headers: Readonly<Record<string, string>>;
  /** The login that it carried: the cookie of the session, none, or Basic with the name of a user. */
  login: 'session' | 'anonymous' | { username: string };
  /** Whether it carried the token of the session. */
  withToken: boolean;
  /** The headers with other credentials that the check gave it, without their values. */
  otherCredentials: Readonly<Record<string, { isEmpty: boolean }>>;
  body?: string;
}

/** An exchange with all that was sent. Checks get it without: nothing that they report can come from there. */
export interface SentExchange extends Exchange {
  sentRequest: SentRequest;
}

export interface RequestParts {
  id?: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: unknown;
}

/** The path and query to send, and the line by which a report shows the request. */
export function address(operationId: OperationId, { id, query = {} }: RequestParts): { path: string; request: string } {
  const { method, path: template } = contractOperations[operationId];
  const search = Object.keys(query).length > 0 ? `?${new URLSearchParams(query).toString()}` : '';
  const shown = Object.entries(query).map(([name, value]) => `${name}=${shownValue(name, value)}`);
  return {
    // A colon is not encoded: the documents write a name in place of an id as `name:database`.
    path: `${template.replace('{id}', () => encodeURIComponent(id ?? '').replaceAll('%3A', ':'))}${search}`,
    request: `${method} ${template}${shown.length > 0 ? `?${shown.join('&')}` : ''}`,
  };
}

/** Parameters that hold nothing but names of the API and numbers. */
const shownParameters = new Set(['select', 'order', 'limit', 'offset', 'is_async']);

/** The operand of a filter may be an id or a name of the array, so only its operator is shown. */
export function shownValue(name: string, value: string, maxCharacters = 60): string {
  // The rest of a long select says nothing new.
  if (shownParameters.has(name)) return value.length > maxCharacters ? `${value.slice(0, maxCharacters - 3)}…` : value;
  const [, operator, operand] = /^((?:not\.)?\w+\.)?(.*)$/s.exec(value) ?? [];
  return operand !== undefined && shownOperands.has(operand) ? value : `${operator ?? ''}…`;
}

/** Operands that do not tell whose array it is. */
const shownOperands: ReadonlySet<string> = new Set([
  'null',
  'true',
  'false',
  ...Object.values(literals).flatMap((all) => Object.keys(all)),
]);

export async function readAnswer(response: Response): Promise<Answer> {
  const { status, headers } = response;
  const body = await readBody(response);
  return { status, headers, ...body, json: parse(body.text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
