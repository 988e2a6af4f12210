import { errorAnswer, Refusal } from './errors.js';
import { type Answer, type MockRequest, parameter } from './http.js';

const defaultLimit = 100;
const largestLimit = 2000;

/**
 * The part of a collection a request asks for, by `limit` and `offset` or by `Range`: 200 where that is all of it,
 * else 206 with `Content-Range`. Beyond the end, and below one, is 416.
 */
export function page(request: MockRequest, rows: readonly unknown[]): Answer {
  const { offset, limit } = window(request);
  if (limit < 1 || offset < 0 || (offset >= rows.length && offset > 0)) {
    throw new Refusal(
      errorAnswer(416, `There is nothing at ${offset}, limit ${limit}, of ${rows.length} instances.`, '0xE04040010005'),
    );
  }
  const body = rows.slice(offset, offset + Math.min(limit, largestLimit));
  const headers = { 'content-type': 'application/json' };
  if (body.length === rows.length) return { status: 200, headers, body };
  const last = offset + body.length - 1;
  return { status: 206, headers: { ...headers, 'content-range': `${offset}-${last}/${rows.length}` }, body };
}

function window(request: MockRequest): { offset: number; limit: number } {
  const { range } = request.headers;
  if (range !== undefined) {
    const [first = '', last = ''] = range.split('-');
    return { offset: Number(first), limit: last === '' ? largestLimit : Number(last) - Number(first) + 1 };
  }
  return {
    offset: Number(parameter(request, 'offset') ?? 0),
    limit: Number(parameter(request, 'limit') ?? defaultLimit),
  };
}
