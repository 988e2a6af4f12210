import type { Exchange } from '../array/http/exchange.js';
import { type Row, rowsOf } from '../array/rows/rows.js';
import type { CheckContext } from './context/check-context.js';

/** The rows of a list, of which there is one at least. Otherwise the check ends, with the true reason. */
export function expectRows(
  { notApplicable }: Pick<CheckContext, 'notApplicable'>,
  exchange: Exchange,
  resource: string,
): Row[] {
  const rows = rowsOf(exchange);
  return rows.length > 0 ? rows : notApplicable(reasonWithoutRows(exchange, resource));
}

/** The reason why there are no rows. An array that has not answered with a list may have any number of them. */
export const reasonWithoutRows = ({ request, status, json }: Exchange, resource: string): string =>
  status < 300 && Array.isArray(json)
    ? `The array has no ${resource}.`
    : status < 300
      ? `The array answers ${request} with a body that is no list.`
      : `The array answers ${request} with ${status}, and not with a list of ${resource}.`;
