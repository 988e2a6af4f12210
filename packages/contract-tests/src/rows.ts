import type { Exchange } from './exchange.js';

export type Row = Record<string, unknown>;

/** The rows of a collection's answer; none where it is no list of objects, which the schema tells. */
export const rowsOf = ({ json }: Exchange): Row[] =>
  Array.isArray(json) ? json.filter((row): row is Row => typeof row === 'object' && row !== null) : [];

/** The total of `Content-Range: first-last/total`. */
export function rangeOf({ headers }: Exchange): { first: number; last: number; total: number } | undefined {
  const [, first, last, total] = /^(\d+)-(\d+)\/(\d+)$/.exec(headers.get('content-range') ?? '') ?? [];
  if (first === undefined || last === undefined || total === undefined) return undefined;
  return { first: Number(first), last: Number(last), total: Number(total) };
}
