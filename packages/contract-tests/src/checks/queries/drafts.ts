// Which forms a query has, before it has values: every two forms of different dimensions together at least once, and each attribute
// with each of its operators.
import type { AttributeInfo, Resource } from '@powerstore-api/types';
import type { Row } from '../../array/rows/rows.js';
import {
  type FilterForm,
  filterForms,
  type Operator,
  operatorsFor,
  type OrderForm,
  orderForms,
  type PageForm,
  pageForms,
  type SelectForm,
  selectFormsOf,
} from '../../contract/query-forms.js';
import { cover } from './cover.js';
import type { Random } from './random.js';
import { termOf } from './terms.js';

export interface Collection {
  resource: Resource;
  release: string;
  /** Everything that can be selected. */
  names: readonly string[];
  /** Everything to filter and order by. */
  filterable: readonly (readonly [name: string, info: AttributeInfo])[];
  rows: readonly Row[];
  /** Whether these are all rows. */
  isAll: boolean;
  /** The largest limit of the run. */
  limit: number;
}

/** An attribute with an operator. */
export interface Cell {
  attribute: string;
  info: AttributeInfo;
  operator: Operator;
}

/** A query before it has values. */
export interface Draft {
  select: SelectForm;
  filter: FilterForm;
  cells: readonly Cell[];
  order: OrderForm;
  orderBy: readonly string[];
  page: PageForm;
}

/** Two forms, or an attribute with an operator, or an attribute to order by. */
interface Combination {
  select?: SelectForm;
  filter?: FilterForm;
  operator?: Operator;
  cell?: Cell;
  order?: OrderForm;
  orderBy?: string;
  page?: PageForm;
}

const dimensions = ['select', 'filter', 'order', 'page'] as const;

/** Drafts that have every combination of forms between them. */
export function draftsOf(collection: Collection, random: Random): Draft[] {
  const grammar = grammarOf(collection, random);
  return cover({
    wanted: combinationsOf(grammar),
    propose: (combination) => propose(grammar, combination, random),
    keysOf,
    random,
  });
}

/** The values that each dimension can have on this collection. */
interface Grammar {
  select: readonly SelectForm[];
  filter: readonly FilterForm[];
  order: readonly OrderForm[];
  page: readonly PageForm[];
  cells: readonly Cell[];
  orderBy: readonly string[];
}

function grammarOf({ resource, release, filterable, rows, isAll }: Collection, random: Random): Grammar {
  const cells = filterable
    .flatMap(([attribute, info]) => operatorsFor(info).map((operator): Cell => ({ attribute, info, operator })))
    .filter((cell) => termOf(cell, rows, random) !== undefined);
  const attributes = new Set(cells.map(({ attribute }) => attribute));
  // Where the rows are only a beginning, nothing is known of what comes after it.
  const pages: PageForm[] = isAll ? [...pageForms] : ['no limit', 'limit', 'limit beyond the end'];
  return {
    select: selectFormsOf(resource, release),
    filter: filterForms.filter(
      (form) =>
        form === 'no filter' || attributes.size > 1 || (cells.length > 0 && (form === 'one filter' || form === 'not')),
    ),
    order: orderForms,
    page: pages,
    cells,
    // Lists have no order.
    orderBy: filterable.filter(([, info]) => !info.list).map(([name]) => name),
  };
}

function combinationsOf({ cells, orderBy, ...forms }: Grammar): Map<string, Combination> {
  const found: Combination[] = [];
  for (const [index, one] of dimensions.entries())
    for (const other of dimensions.slice(index + 1))
      for (const a of forms[one]) for (const b of forms[other]) found.push({ [one]: a, [other]: b });
  for (const operator of new Set(cells.map((cell) => cell.operator)))
    for (const dimension of dimensions)
      for (const form of forms[dimension]) if (form !== 'no filter') found.push({ operator, [dimension]: form });
  found.push(...cells.map((cell): Combination => ({ cell })), ...orderBy.map((it): Combination => ({ orderBy: it })));
  return new Map(found.map((combination) => [keyOf(combination), combination]));
}

const keyOf = ({ cell, ...rest }: Combination): string =>
  cell ? `${cell.attribute} ${cell.operator}` : JSON.stringify(rest);

function* keysOf({ cells, orderBy, ...forms }: Draft): Iterable<string> {
  for (const [index, one] of dimensions.entries())
    for (const other of dimensions.slice(index + 1)) yield keyOf({ [one]: forms[one], [other]: forms[other] });
  for (const cell of cells) {
    yield keyOf({ cell });
    for (const dimension of dimensions) yield keyOf({ operator: cell.operator, [dimension]: forms[dimension] });
  }
  for (const it of orderBy) yield keyOf({ orderBy: it });
}

function propose(grammar: Grammar, wanted: Combination, random: Random): Draft | undefined {
  const { cell, operator } = wanted;
  const isFiltered = cell !== undefined || operator !== undefined;
  const filter = wanted.filter ?? random.pick(grammar.filter.filter((it) => !isFiltered || it !== 'no filter'));
  const isOrdered = wanted.orderBy !== undefined;
  const order = wanted.order ?? random.pick(grammar.order.filter((it) => !isOrdered || it !== 'no order'));
  const select = wanted.select ?? random.pick(grammar.select);
  const page = wanted.page ?? random.pick(grammar.page);
  if (filter === undefined || order === undefined || select === undefined || page === undefined) return undefined;
  const first = cell ?? random.pick(grammar.cells.filter((it) => operator === undefined || it.operator === operator));
  const others = random.some(
    // Two parameters of one name are not documented.
    grammar.cells.filter((it) => it.attribute !== first?.attribute),
    countOf(filter, random) - 1,
  );
  const cells = filter === 'no filter' || !first ? [] : [first, ...others];
  return { select, filter, cells, order, orderBy: keysFor(grammar, order, wanted.orderBy, random), page };
}

function countOf(filter: FilterForm, random: Random): number {
  switch (filter) {
    case 'no filter':
    case 'one filter':
    case 'not':
      return 1;
    case 'two filters':
    case 'not of a group':
      return 2;
    case 'a filter beside a group':
    case 'a group within a group':
      return 3;
    default:
      return random.between(2, 3);
  }
}

function keysFor({ orderBy }: Grammar, order: OrderForm, first: string | undefined, random: Random): string[] {
  if (order === 'no order') return [];
  const chosen = first === undefined ? random.some(orderBy, 1) : [first];
  if (order !== 'order by several attributes') return chosen;
  const second = random.some(
    orderBy.filter((it) => it !== 'id' && !chosen.includes(it)),
    1,
  );
  return [...new Set([...chosen, ...second, 'id'])];
}
