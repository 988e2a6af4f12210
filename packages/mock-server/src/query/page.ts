import { errorCodes } from '@powerstore-api/types';
import { HttpError } from '../http/errors.js';
import type { Answer } from '../http/answer.js';
import { parameter, type Request } from '../http/request.js';
import { invalidRequest } from './bad-query.js';

const defaultLimit = 100;
const largestLimit = 2000;

/** The requested part of a collection: from `offset` up to, but not including, `end`. */
export interface Part {
  offset: number;
  end: number;
  /** Answers with 200 if the part is the whole collection, otherwise with 206 and `Content-Range`. */
  answer: (rows: readonly unknown[]) => Answer;
}

/**
 * Reads which part of a collection a request asks for, by `limit` and `offset` or by `Range`.
 *
 * @throws HttpError with 416 if the part begins beyond the end, or the limit is below one.
 */
export function readPage(request: Request): (total: number) => Part {
  const { offset, limit } = window(request);
  return (total) => {
    if (limit < 1 || offset < 0 || (offset >= total && offset > 0)) {
      throw new HttpError(
        416,
        `offset ${offset} with limit ${limit} selects none of ${total} instances.`,
        errorCodes.invalid_request.code,
      );
    }
    const end = Math.min(total, offset + Math.min(limit, largestLimit));
    const headers = { 'content-type': 'application/json' };
    const range = { 'content-range': `${offset}-${end - 1}/${total}` };
    const isAll = offset === 0 && end === total;
    return {
      offset,
      end,
      answer: (body) =>
        isAll ? { status: 200, headers, body } : { status: 206, headers: { ...headers, ...range }, body },
    };
  };
}

function window(request: Request): { offset: number; limit: number } {
  const { range } = request.headers;
  if (range !== undefined) {
    const [first = '', last = ''] = range.split('-');
    return { offset: Number(first), limit: last === '' ? largestLimit : Number(last) - Number(first) + 1 };
  }
  return {
    offset: numberAt(request, 'offset') ?? 0,
    limit: numberAt(request, 'limit') ?? defaultLimit,
  };
}

function numberAt(request: Request, name: string): number | undefined {
  const text = parameter(request, name);
  if (text === undefined) return undefined;
  if (!/^-?\d+$/.test(text)) throw invalidRequest(`${name}=${text} is not a whole number.`);
  return Number(text);
}
