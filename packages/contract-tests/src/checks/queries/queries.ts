import { type ReadableResource, resources } from '../../contract/resources.js';
import type { CheckContext } from '../check-context.js';
import type { Check } from '../define-check.js';
import { tryFilters } from './filters.js';
import { tryLiterals } from './literals.js';
import { tryOrders } from './orders.js';

/**
 * The promises of the query language, checked without knowing the instances of a collection: the rows say which filters
 * they fit. Some four requests for each attribute.
 */
export const queryChecks: Check[] = resources
  .filter(({ queried }) => queried)
  .flatMap((resource): Check[] => [
    {
      id: `${resource.name}.filters`,
      title: 'The array must filter by each attribute: a filter and its negation have every row between them',
      run: (context) => tryFilters(context, resource),
    },
    {
      id: `${resource.name}.order`,
      title: 'The array must order by each attribute',
      run: (context) => tryOrders(context, resource),
    },
    {
      id: `${resource.name}.literals`,
      title: 'The array must accept each literal of its release in a filter',
      run: (context) => tryLiterals(context, resource),
    },
    {
      id: `${resource.name}.unknown-query`,
      title: 'The array must refuse a filter or an order by something that does not exist',
      run: (context) => tryUnknown(context, resource),
    },
  ]);

const unknownQueries: readonly [subject: string, query: Record<string, string>][] = [
  ['no_such_attribute', { no_such_attribute: 'eq.1' }],
  ['no_such_operator', { id: 'no_such_operator.1' }],
  ['order', { order: 'no_such_attribute' }],
];

async function tryUnknown({ ask, find, expectStatus }: CheckContext, { list }: ReadableResource): Promise<void> {
  for (const [subject, query] of unknownQueries) {
    const exchange = await ask(list, { query });
    if (exchange.status >= 300) expectStatus(exchange, 400, subject);
    else {
      const what = subject === 'order' ? 'an order by no_such_attribute' : `a filter by ${subject}`;
      find('query.unknown', exchange, `The array accepts ${what}, which does not exist.`, { subject });
    }
  }
}
