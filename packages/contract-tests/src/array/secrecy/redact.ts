// The part of an answer that a report may show: names of the API, literals of its enums, numbers and truth values. A reference
// replaces everything else. Equal values get equal references within a run.
import { literals, type OperationId } from '@powerstore-api/types';
import { isContractName } from '../rows/contract-names.js';
import type { Exchange } from '../http/exchange.js';
import { isHarmlessContentType } from './media-type.js';
import { textKindOf } from './text-kind.js';

/** Replaces values by references. A run has one, so that an id has the same reference everywhere. */
export interface Redactor {
  /** A JSON value in which references replace everything that could tell whose array it is. */
  value(json: unknown): unknown;
  /** The reference of one text, such as `⟨text 3⟩`. */
  reference(text: string): string;
}

const literalNames: ReadonlySet<string> = new Set(Object.values(literals).flatMap((all) => Object.keys(all)));

export function createRedactor(): Redactor {
  const references = new Map<string, string>();
  const counts = new Map<string, number>();
  const reference = (text: string): string => {
    const found = references.get(text);
    if (found !== undefined) return found;
    const kind = textKindOf(text);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const made = `⟨${kind} ${count}⟩`;
    references.set(text, made);
    return made;
  };
  const value = (json: unknown): unknown => {
    if (typeof json === 'string') return json === '' || literalNames.has(json) ? json : reference(json);
    if (Array.isArray(json)) return json.map(value);
    if (typeof json !== 'object' || json === null) return json;
    return Object.fromEntries(
      Object.entries(json).map(([name, it]) => [isContractName(name) ? name : reference(name), value(it)]),
    );
  };
  return { value, reference };
}

/** A request and its answer as a report may show them. */
export interface Sample {
  operation: OperationId;
  request: string;
  sent?: unknown;
  status: number;
  headers: Record<string, string>;
  body?: unknown;
}

/** Headers that do not tell whose array it is, as long as they have their form. */
const shownHeaders: Readonly<Record<string, (value: string) => boolean>> = {
  'content-type': isHarmlessContentType,
  'content-range': (value) => /^(\d{1,12}-\d{1,12}|\*)\/(\d{1,12}|\*)$/.test(value),
  'retry-after': (value) => /^\d{1,9}$/.test(value),
};

/** The headers of an answer that a report may show. One that does not have its form may hold anything. */
const shownHeader = (redactor: Redactor, [name, value]: [string, string]): [string, string][] => {
  const isHarmless = shownHeaders[name];
  return isHarmless === undefined ? [] : [[name, isHarmless(value) ? value : redactor.reference(value)]];
};

/** A report shows at most this many rows of a list. */
const maxShownRows = 2;

function shownRows(list: readonly unknown[], wanted: readonly unknown[]): readonly unknown[] {
  const found = list.filter((row) => typeof row === 'object' && wanted.includes(row));
  return (found.length > 0 ? found : list).slice(0, maxShownRows);
}

/** Shows a request and its answer; of a list, the rows that matter, or its first ones. */
export function redactExchange(
  redactor: Redactor,
  { operationId, request, sent, status, headers, json }: Exchange,
  rows: readonly unknown[] = [],
): Sample {
  const body = Array.isArray(json) ? shownRows(json, rows) : json;
  return {
    operation: operationId,
    request,
    ...(sent !== undefined && { sent: redactor.value(sent) }),
    status,
    headers: Object.fromEntries([...headers].flatMap((header) => shownHeader(redactor, header))),
    ...(body !== undefined && { body: redactor.value(body) }),
  };
}
