import {
  type AttributeInfo,
  type EnumName,
  isAtLeast,
  type LiteralInfo,
  literals,
  type OperationId,
} from '@powerstore-api/types';
import { placeOf } from '../contract/contract.js';
import { literalItem, operatorItem } from '../contract/items.js';
import type { CheckContext } from './check-context.js';
import type { Exchange } from '../array/exchange.js';
import { rangeOf, type Row, rowsOf } from '../array/rows.js';
import type { Check } from './check.js';
import {
  areReversed,
  type Direction,
  isOrdered,
  type FilterProperty,
  filterPropertiesOf,
} from './filter-properties.js';
import { attributesOf, type Resource, resources } from '../contract/resources.js';
import { expectAttributes } from './selection.js';

/**
 * What the query language promises, checked without knowing what is in a collection: the rows themselves say what a filter
 * has to let through. Some four requests for an attribute.
 */
export const queryChecks: Check[] = resources
  .filter(({ queried }) => queried)
  .flatMap((resource): Check[] => [
    {
      id: `${resource.name}.filters`,
      title: 'each attribute can be filtered by, and a filter and its negation are all there is',
      run: (context) => tryFilters(context, resource),
    },
    {
      id: `${resource.name}.order`,
      title: 'each attribute can be ordered by',
      run: (context) => tryOrders(context, resource),
    },
    {
      id: `${resource.name}.literals`,
      title: 'each literal of this release can be asked for',
      run: (context) => tryLiterals(context, resource),
    },
    {
      id: `${resource.name}.unknown-query`,
      title: 'a filter or an order by what does not exist is refused',
      async run({ ask, find, expectStatus }) {
        const queries = [{ no_such_attribute: 'eq.1' }, { id: 'no_such_operator.1' }, { order: 'no_such_attribute' }];
        for (const query of queries) {
          const exchange = await ask(resource.list, { query });
          if (exchange.status < 300) find('query.unknown', exchange, `${Object.keys(query)[0]} was accepted`);
          else expectStatus(exchange, 400);
        }
      },
    },
  ]);

/** What is looked at of a collection: all of it, or what comes first by id. */
interface Window {
  rows: Row[];
  isAll: boolean;
}

/** Rows of one answer; more of them a list never has. */
const pageSize = 2000;

/** Filters of an attribute at work on a collection. */
interface Trial {
  context: CheckContext;
  list: OperationId;
  resource: string;
  attribute: string;
  limit: string;
  reread: () => Promise<Window>;
}

const limitOf = ({ target }: CheckContext): string => String(Math.min(target.pace.rows, pageSize));

const filterable = ({ name }: Resource, { release }: CheckContext): [string, AttributeInfo][] =>
  attributesOf(name, release).filter(([, info]) => info.filterable);

async function readWindow(context: CheckContext, resource: Resource, names: readonly string[]): Promise<Window> {
  const select = [...new Set(['id', ...names])].join(',');
  const exchange = await context.ask(resource.list, { query: { select, order: 'id', limit: limitOf(context) } });
  context.expectStatus(exchange, 200, 206);
  const rows = rowsOf(exchange);
  return { rows, isAll: exchange.status === 200 && (rangeOf(exchange)?.total ?? rows.length) === rows.length };
}

async function tryFilters(context: CheckContext, resource: Resource): Promise<void> {
  const all = filterable(resource, context);
  const names = all.map(([name]) => name);
  const window = await readWindow(context, resource, names);
  if (window.rows.length === 0) context.notApplicable(`there is no ${resource.name} to filter`);
  for (const [turn, [attribute, info]] of all.entries()) {
    const laws = filterPropertiesOf(attribute, info, window.rows, turn);
    if (!laws) continue;
    const trial: Trial = {
      context,
      list: resource.list,
      resource: resource.name,
      attribute,
      limit: limitOf(context),
      reread: () => readWindow(context, resource, names),
    };
    await tryNegation(trial, laws.one, laws.negation, window);
    for (const law of laws.further) await tryLaw(trial, law, window);
  }
}

/** Asks with a filter; nothing where it is refused. */
async function filtered({ context, list, resource, attribute, limit }: Trial, filter: FilterProperty['filter']) {
  const selected = attribute === 'id' ? ['id'] : ['id', attribute];
  const exchange = await context.ask(list, { query: { select: selected.join(','), ...filter, order: 'id', limit } });
  if (isRefused(context, exchange, attribute)) return undefined;
  expectAttributes(context, resource, exchange, selected);
  return exchange;
}

function isRefused({ find, expectStatus }: CheckContext, exchange: Exchange, attribute: string): boolean {
  const { status, operationId } = exchange;
  if (status < 300) return false;
  const place = `${placeOf(operationId)}/parameters/filter/${attribute}`;
  if (status === 400) find('query.refused', exchange, `${attribute} cannot be asked for like this`, { place });
  else expectStatus(exchange, 200, 206);
  return true;
}

/** Which rows a filter lets through is what they themselves say. */
async function tryLaw(trial: Trial, law: FilterProperty, window: Window): Promise<void> {
  const { context, attribute } = trial;
  const exchange = await filtered(trial, law.filter);
  if (!exchange) return;
  context.cover(...law.operators.map(operatorItem));
  if (broken(law, attribute, rowsOf(exchange), window) === undefined) return;
  // Something may have changed since the rows were read: again, and only with what stayed the same all the while.
  const found = await persistently(async () => {
    const before = await trial.reread();
    const again = await filtered(trial, law.filter);
    const steady = same(before, await trial.reread(), attribute);
    return again && { exchange: again, what: broken(law, attribute, rowsOf(again), steady) };
  });
  if (found) context.find('query.filter', found.exchange, found.what);
}

/** So often it is looked at again: what is under way may be in another state each time, and back in the first in between. */
const attempts = 3;

interface Look {
  exchange: Exchange;
  what: string | undefined;
}

/** What is wrong however often it is looked at; nothing where it is right once. */
async function persistently(
  look: () => Promise<Look | undefined>,
): Promise<{ exchange: Exchange; what: string } | undefined> {
  let found: { exchange: Exchange; what: string } | undefined;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { exchange, what } = (await look()) ?? {};
    if (!exchange || what === undefined) return undefined;
    found = { exchange, what };
  }
  return found;
}

function broken(
  { fits }: FilterProperty,
  attribute: string,
  found: readonly Row[],
  { rows, isAll }: Window,
): string | undefined {
  if (found.some((row) => fits(row) === false)) return `a row is let through that does not fit by its ${attribute}`;
  const ids = new Set(found.map(({ id }) => id));
  if (ids.size < found.length) return `a row is answered twice when filtered by ${attribute}`;
  if (rows.some((row) => fits(row) === true && !ids.has(row['id'])))
    return `a row is kept back that fits by its ${attribute}`;
  // Of what there is beyond the window, nothing is known.
  const known = new Set(rows.map(({ id }) => id));
  if (isAll && found.some(({ id }) => !known.has(id))) return `a row is found by ${attribute} that is not in the list`;
  return undefined;
}

/** What was the same in both readings. */
function same(one: Window, other: Window, attribute: string): Window {
  const values = new Map(other.rows.map((row) => [row['id'], JSON.stringify(row[attribute])]));
  const rows = one.rows.filter((row) => values.get(row['id']) === JSON.stringify(row[attribute]));
  // Something that came or went may be found, or not.
  const isSteady = one.rows.length === other.rows.length && one.rows.every(({ id }) => values.has(id));
  return { rows, isAll: one.isAll && other.isAll && isSteady && rows.length === one.rows.length };
}

async function tryNegation(
  trial: Trial,
  law: FilterProperty,
  negation: FilterProperty['filter'],
  window: Window,
): Promise<void> {
  const { context, attribute } = trial;
  await tryLaw(trial, law, window);
  const exchange = await filtered(trial, negation);
  if (!exchange) return;
  context.cover(operatorItem('not'));
  const fitting = window.rows.filter((row) => law.fits(row) === true);
  if (unequal(attribute, fitting, rowsOf(exchange), window) === undefined) return;
  const found = await persistently(async () => {
    const before = await trial.reread();
    const one = await filtered(trial, law.filter);
    const other = await filtered(trial, negation);
    const steady = same(before, await trial.reread(), attribute);
    return one && other && { exchange: other, what: unequal(attribute, rowsOf(one), rowsOf(other), steady) };
  });
  if (found) context.find('query.complement', found.exchange, found.what);
}

/** Why two filters of which one is the negation of the other are not all there is. */
function unequal(attribute: string, one: readonly Row[], other: readonly Row[], { rows }: Window): string | undefined {
  const [ours, theirs] = [new Set(one.map(({ id }) => id)), new Set(other.map(({ id }) => id))];
  if (rows.some(({ id }) => ours.has(id) && theirs.has(id)))
    return `a row passes both a filter by ${attribute} and its negation`;
  // Whether a row without a value passes a negation is not documented.
  const rest = rows.filter((row) => row[attribute] !== null && row[attribute] !== undefined);
  return rest.some(({ id }) => !ours.has(id) && !theirs.has(id))
    ? `a row passes neither a filter by ${attribute} nor its negation`
    : undefined;
}

async function tryOrders(context: CheckContext, resource: Resource): Promise<void> {
  // Lists have no order.
  const all = filterable(resource, context).filter(([, info]) => !info.list);
  const { rows } = await readWindow(context, resource, []);
  if (rows.length === 0) context.notApplicable(`there is no ${resource.name} to order`);
  for (const [turn, [attribute, info]] of all.entries()) {
    const direction: Direction = turn % 2 === 0 ? 'asc' : 'desc';
    const exchange = await ordered(context, resource, attribute, direction);
    if (!exchange || (await isInOrder(context, resource, [attribute, info], direction, exchange))) continue;
    // What is ordered by may change while it is.
    const found = await persistently(async () => {
      const again = await ordered(context, resource, attribute, direction);
      const isRight = !again || (await isInOrder(context, resource, [attribute, info], direction, again));
      return again && { exchange: again, what: isRight ? undefined : `not in order of ${attribute}` };
    });
    if (found) context.find('query.order', found.exchange, found.what);
  }
}

async function ordered(
  context: CheckContext,
  { name, list }: Resource,
  attribute: string,
  direction: Direction,
): Promise<Exchange | undefined> {
  const selected = attribute === 'id' ? ['id'] : ['id', attribute];
  const query = { select: selected.join(','), order: `${attribute}.${direction}`, limit: limitOf(context) };
  const exchange = await context.ask(list, { query });
  if (isRefused(context, exchange, attribute)) return undefined;
  expectAttributes(context, name, exchange, selected);
  return exchange;
}

async function isInOrder(
  context: CheckContext,
  resource: Resource,
  [attribute, info]: [string, AttributeInfo],
  direction: Direction,
  exchange: Exchange,
): Promise<boolean> {
  const valuesOf = (it: Exchange): unknown[] => rowsOf(it).map((row) => row[attribute] ?? null);
  const verdict = isOrdered(info, valuesOf(exchange), direction);
  if (verdict !== undefined) return verdict;
  // Texts in an order that is not known here: the other way round they have to be in the opposite one.
  const other = await ordered(context, resource, attribute, direction === 'asc' ? 'desc' : 'asc');
  return other !== undefined && areReversed(valuesOf(exchange), valuesOf(other));
}

async function tryLiterals(context: CheckContext, resource: Resource): Promise<void> {
  const all = filterable(resource, context).flatMap(([attribute, { enum: name, list = false }]): Enumerated[] =>
    name === undefined ? [] : [{ attribute, name, list }],
  );
  if (all.length === 0) context.notApplicable(`${resource.name} has no enum`);
  for (const { attribute, name, list } of all) {
    const known = Object.entries<LiteralInfo>(literals[name]).filter(([, { added }]) =>
      isAtLeast(context.release, added),
    );
    const accepted = await askForLiterals(
      context,
      resource.list,
      { attribute, name, list },
      known.map(([literal]) => literal),
    );
    context.cover(...accepted.map((literal) => literalItem(name, literal)));
  }
}

interface Enumerated {
  attribute: string;
  /** Key of the table of literals. */
  name: EnumName;
  list: boolean;
}

/** Which of some literals an array lets itself be asked for; halves what it refuses until it is known which it is. */
async function askForLiterals(
  context: CheckContext,
  list: OperationId,
  it: Enumerated,
  some: readonly string[],
): Promise<readonly string[]> {
  const { attribute, name } = it;
  const filter = it.list ? `cd.{${some.join(',')}}` : `in.(${some.join(',')})`;
  const exchange = await context.ask(list, { query: { select: 'id', [attribute]: filter, limit: '1' } });
  if (exchange.status < 300) {
    context.cover(operatorItem(it.list ? 'cd' : 'in'));
    return some;
  }
  if (exchange.status !== 400) {
    context.expectStatus(exchange, 200, 206);
    return [];
  }
  if (some.length > 1) {
    const half = Math.ceil(some.length / 2);
    return [
      ...(await askForLiterals(context, list, it, some.slice(0, half))),
      ...(await askForLiterals(context, list, it, some.slice(half))),
    ];
  }
  const [literal = ''] = some;
  const place = `${placeOf(list)}/parameters/filter/${attribute}/${name}/${literal}`;
  context.find('query.refused', exchange, `${attribute} cannot be asked for ${literal}`, { place, sample: literal });
  return [];
}
