import { type ReadableResource, resources } from '../../contract/resources.js';
import type { CheckContext } from '../context/check-context.js';
import type { Check } from '../define-check.js';
import { observeMistake } from '../assumptions.js';
import { tryQueries } from './answers.js';
import { tryLiterals } from './literals.js';

/** The promises of the query language, checked without knowing the instances of a collection: its rows say what fits. */
export const queryChecks: Check[] = resources
  .filter(({ queried }) => queried)
  .flatMap((resource): Check[] => [
    {
      id: `${resource.name}.queries`,
      title: 'The array must select, filter, order and page as its own rows say, in every form of query',
      run: (context) => tryQueries(context, resource),
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

async function tryUnknown(
  { ask, find, observe, expectStatus }: CheckContext,
  { list }: ReadableResource,
): Promise<void> {
  for (const [subject, query] of unknownQueries) {
    const exchange = await ask(list, { query });
    if (exchange.status >= 300) {
      expectStatus(exchange, 400, subject);
      if (exchange.status === 400) observeMistake(observe, exchange, subject);
    } else {
      const what = subject === 'order' ? 'an order by no_such_attribute' : `a filter by ${subject}`;
      find('query.unknown', exchange, `The array accepts ${what}, which does not exist.`, {
        subject,
        expected: 400,
        actual: exchange.status,
      });
    }
  }
}
