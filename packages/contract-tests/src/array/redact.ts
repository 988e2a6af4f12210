// What may be shown of what an array said: names of the API and literals of its enums, numbers, and whether something is
// true. Everything else is replaced by a reference: equal values stay equal within a run, and nothing else can be told.
import { literals, type OperationId } from '@powerstore-api/types';
import type { Exchange } from './exchange.js';

/** Replaces values by references. One for a run, so that the same id is the same reference wherever it is met. */
export interface Redactor {
  /** A JSON value with everything replaced that could tell whose it is. */
  value(json: unknown): unknown;
  /** The reference of one text, such as `⟨text 3⟩`. */
  reference(text: string): string;
}

const known: ReadonlySet<string> = new Set(Object.values(literals).flatMap((all) => Object.keys(all)));

const time = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/;
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

export function createRedactor(): Redactor {
  const references = new Map<string, string>();
  const counts = new Map<string, number>();
  const reference = (text: string): string => {
    const found = references.get(text);
    if (found !== undefined) return found;
    const kind = time.test(text) ? 'time' : uuid.test(text) ? 'id' : 'text';
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const made = `⟨${kind} ${count}⟩`;
    references.set(text, made);
    return made;
  };
  const value = (json: unknown): unknown => {
    if (typeof json === 'string') return json === '' || known.has(json) ? json : reference(json);
    if (Array.isArray(json)) return json.map(value);
    if (typeof json !== 'object' || json === null) return json;
    return Object.fromEntries(Object.entries(json).map(([name, it]) => [name, value(it)]));
  };
  return { value, reference };
}

/** A request and its answer as a report may show them. */
export interface Sample {
  operationId: OperationId;
  request: string;
  sent?: unknown;
  status: number;
  headers: Record<string, string>;
  body?: unknown;
}

/** Headers that say nothing about whose array it is. */
const shown = new Set(['content-type', 'content-range', 'retry-after']);

/** At most so many rows of a list are shown. */
const rows = 2;

export function redactExchange(
  redactor: Redactor,
  { operationId, request, sent, status, headers, json }: Exchange,
): Sample {
  const some = Array.isArray(json) ? json.slice(0, rows) : json;
  return {
    operationId,
    request,
    ...(sent !== undefined && { sent: redactor.value(sent) }),
    status,
    headers: Object.fromEntries([...headers].filter(([name]) => shown.has(name))),
    ...(some !== undefined && { body: redactor.value(some) }),
  };
}
