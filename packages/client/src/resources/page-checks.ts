import { ContractError } from '../errors/contract-error.js';
import { type ContentRange, parseContentRange } from '../http/content-range.js';
import type { Exchange } from '../http/transport.js';
import { hasText } from '../input/has-text.js';

/** The part of a collection that the client asked for. */
export interface Part {
  readonly limit: number;
  readonly offset: number;
}

/** So many pages in a row may bring the end no nearer, because the collection grows meanwhile. */
const mostIdlePages = 100;

/**
 * Checks the pages of one list in their order, and returns the position of each. A page that lies would leave instances
 * out, repeat them, or never let the list end: it is a {@link ContractError}.
 */
export function pageChecks(): (exchange: Exchange, items: readonly unknown[], part: Part) => ContentRange {
  /** The total by the page before. */
  let known = 0;
  /** The first id of each page, and the total by that page. */
  const firstIds = new Map<string, number>();
  let fewestLeft = Number.POSITIVE_INFINITY;
  let idlePages = 0;

  return ({ operation, answer: { status, headers } }, items, { offset, limit }) => {
    const count = items.length;
    const header = headers.get('Content-Range');
    const check = (holds: boolean, problem: string): void => {
      if (holds) return;
      throw new ContractError(
        `the client asked for ${limit} from ${offset} on, and the array answered ${status} with ${count} and ` +
          `${header === null ? 'no Content-Range' : `Content-Range ${header}`}: ${problem}`,
        operation,
      );
    };

    const stated = parseContentRange(header, offset);
    check(stated !== undefined || status !== 206, 'this does not say which part they are');
    // Without a range, a 200 is everything from the offset on.
    const range = stated ?? { first: offset, last: offset + count - 1, total: offset + count };
    const { first, last, total } = range;
    check(first === offset && last - first + 1 === count && (count === 0 || last < total), 'this does not fit');
    check(count > 0 || offset >= total, 'some are missing');
    // The answer of something that ignores `limit`, and `offset` with it, is the whole only at the beginning.
    check(count <= limit || (status === 200 && offset === 0 && count === total), 'these are too many');
    check(stated !== undefined || total >= known, `some are missing, because there were ${known} before`);
    known = stated === undefined ? known : total;

    const [one] = items;
    if (hasText(one, 'id')) {
      // After an honest repetition the collection has more: the new ones have moved these back.
      check((firstIds.get(one.id) ?? -1) < known, 'these were on a page before');
      firstIds.set(one.id, known);
    }
    idlePages = total - last < fewestLeft ? 0 : idlePages + 1;
    fewestLeft = Math.min(fewestLeft, total - last);
    check(idlePages < mostIdlePages, 'the collection grows faster than the client can read it');
    return range;
  };
}
