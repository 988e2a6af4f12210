/** The position of a page in its collection: zero-based, both ends included. */
export interface ContentRange {
  readonly first: number;
  readonly last: number;
  readonly total: number;
}

/** Reads `Content-Range: first-last/total`, as PowerStore writes it: without the unit of RFC 9110. */
export function parseContentRange(header: string | null): ContentRange | undefined {
  const [, first, last, total] = /^(\d+)-(\d+)\/(\d+)$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || total === undefined) return undefined;
  return { first: Number(first), last: Number(last), total: Number(total) };
}
