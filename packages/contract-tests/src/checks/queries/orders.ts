import type { AttributeInfo } from '@powerstore-api/types';
import type { Exchange } from '../../array/http/exchange.js';
import { limitOf, rowsOf } from '../../array/rows/rows.js';
import type { ReadableResource } from '../../contract/resources.js';
import type { CheckContext } from '../check-context.js';
import { expectRows } from '../expect-rows.js';
import { expectAttributes } from '../selection.js';
import { areReversed, type Direction, isOrdered } from './is-ordered.js';
import { isRefused, persistentFault } from './faults.js';
import { filterable, readFirstRows, withId } from './first-rows.js';

/** An order of a collection by one attribute. */
interface Trial {
  context: CheckContext;
  resource: ReadableResource;
  attribute: string;
  info: AttributeInfo;
  direction: Direction;
}

export async function tryOrders(context: CheckContext, resource: ReadableResource): Promise<void> {
  // Lists have no order.
  const all = filterable(resource, context).filter(([, info]) => !info.list);
  const { exchange: list } = await readFirstRows(context, resource, []);
  expectRows(context, list, resource.name);
  for (const [turn, [attribute, info]] of all.entries()) {
    const direction: Direction = turn % 2 === 0 ? 'asc' : 'desc';
    const trial: Trial = { context, resource, attribute, info, direction };
    const exchange = await ordered(trial);
    if (!exchange || (await isInOrder(trial, exchange))) continue;
    // The values may change while the array orders by them.
    const subject = subjectOf(trial);
    const fault = await persistentFault(async () => {
      const again = await ordered(trial);
      if (!again || (await isInOrder(trial, again))) return undefined;
      return { exchange: again, subject, message: `The array returns a list that is not in order of ${attribute}.` };
    });
    if (fault) context.find('query.order', fault.exchange, fault.message, { subject });
  }
}

const subjectOf = ({ attribute, direction }: Trial): string => `${attribute} order ${direction}`;

async function ordered(trial: Trial): Promise<Exchange | undefined> {
  const { context, resource, attribute, direction } = trial;
  const selected = withId(attribute);
  const query = { select: selected.join(','), order: `${attribute}.${direction}`, limit: limitOf(context.target) };
  const exchange = await context.ask(resource.list, { query });
  if (isRefused(context, exchange, { attribute, subject: subjectOf(trial) })) return undefined;
  expectAttributes(context, resource.name, exchange, selected);
  return exchange;
}

async function isInOrder(trial: Trial, exchange: Exchange): Promise<boolean> {
  const { attribute, info, direction } = trial;
  const valuesOf = (it: Exchange): unknown[] => rowsOf(it).map((row) => row[attribute] ?? null);
  const verdict = isOrdered(info, valuesOf(exchange), direction);
  if (verdict !== undefined) return verdict;
  // The suite does not know the order of these texts. Asked the other way round, they have to be in the opposite one.
  const reversed = await ordered({ ...trial, direction: direction === 'asc' ? 'desc' : 'asc' });
  return reversed !== undefined && areReversed(valuesOf(exchange), valuesOf(reversed));
}
