/** The position of a page in its collection: zero-based, both ends included. */
export interface ContentRange {
  readonly first: number;
  readonly last: number;
  readonly total: number;
}

/**
 * Reads `Content-Range: first-last/total`, as PowerStore writes it: without the unit of RFC 9110. An empty page may have
 * `*\/total` (canonical/lxd, `clients/powerstore.go`).
 */
export function parseContentRange(header: string | null, offset: number): ContentRange | undefined {
  const [, first = offset, last = offset - 1, total] = /^(?:\*|(\d+)-(\d+))\/(\d+)$/.exec(header ?? '') ?? [];
  if (total === undefined) return undefined;
  return { first: Number(first), last: Number(last), total: Number(total) };
}
