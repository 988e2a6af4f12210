// The queries to ask of a collection: every two forms of different dimensions together at least once, and each attribute with each
// of its operators.
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
  relationsIn,
  type SelectForm,
  selectFormsOf,
} from '../../contract/query-forms.js';
import { type Condition, fitsAll, type Group, type Term } from './condition.js';
import { cover } from './cover.js';
import { noOrder, noSelect, type Order, type Page, type Query, type Selection } from './query.js';
import { type Random, randomOf } from './random.js';
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
interface Cell {
  attribute: string;
  info: AttributeInfo;
  operator: Operator;
}

/** A query before it has values. */
interface Draft {
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

/** The queries of a seed. */
export function planQueries(collection: Collection, seed: string): Query[] {
  const random = randomOf(seed, collection.resource);
  const grammar = grammarOf(collection, random);
  const drafts = cover({
    wanted: combinationsOf(grammar),
    propose: (combination) => propose(grammar, combination, random),
    keysOf,
    random,
  });
  return drafts.flatMap((draft) => realize(collection, draft, random) ?? []);
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

/** Sets of values that are tried for a query, of which the one is taken that says most. */
const tries = 12;

/** Rows that are looked at to find out what a query says. */
const judgedRows = 200;

/** The query with values. */
function realize(collection: Collection, draft: Draft, random: Random): Query | undefined {
  const sample = collection.rows.slice(0, judgedRows);
  let best: { conditions: Condition[]; worth: number } | undefined;
  for (let turn = 0; turn < tries; turn += 1) {
    const conditions = conditionsOf(collection, draft, random);
    if (!conditions) continue;
    const worth = worthOf(conditions, sample);
    if (worth > (best?.worth ?? -1)) best = { conditions, worth };
    if (draft.filter === 'no filter') break;
  }
  if (!best) return undefined;
  const { conditions } = best;
  const fitting = collection.rows.filter((row) => fitsAll(conditions, row) === true).length;
  return {
    select: selectionOf(collection, draft.select, random),
    filterForm: draft.filter,
    conditions,
    order: orderOf(collection, draft),
    page: pageFor(collection, draft, fitting, random),
  };
}

/** A group of two at least. */
const group = (word: 'and' | 'or', conditions: Condition[], negated = false): Group[] =>
  conditions.length < 2 ? [] : [{ kind: 'group', word, negated, conditions }];

function conditionsOf({ rows }: Collection, { filter, cells }: Draft, random: Random): Condition[] | undefined {
  const word = random.pick(['and', 'or'] as const) ?? 'and';
  const other = word === 'and' ? 'or' : 'and';
  const termFor = (cell: Cell | undefined, within?: 'and' | 'or', negated = false): Term[] => {
    const term = cell && termOf({ ...cell, within, negated }, rows, random);
    return term ? [term] : [];
  };
  const [first, ...rest] = cells;
  const restOf = (of: 'and' | 'or'): Term[] => rest.flatMap((cell) => termFor(cell, of));
  const found = (): Condition[] => {
    switch (filter) {
      case 'no filter':
        return [];
      case 'one filter':
      case 'two filters':
        return cells.flatMap((cell) => termFor(cell));
      case 'not':
        return termFor(first, undefined, true);
      case 'and':
      case 'or':
        return group(filter, [...termFor(first, filter), ...restOf(filter)]);
      case 'not within a group':
        return group(word, [...termFor(first, word, true), ...restOf(word)]);
      case 'a group within a group':
        return group(word, [...termFor(first, word), ...group(other, restOf(other))]);
      case 'not of a group':
        return group(word, [...termFor(first, word), ...restOf(word)], true);
    }
  };
  const conditions = found();
  return conditions.length > 0 || filter === 'no filter' ? conditions : undefined;
}

/** How much a filter says: whether some rows fit and others do not, and how many of its comparisons make a difference. */
function worthOf(conditions: readonly Condition[], rows: readonly Row[]): number {
  if (conditions.length === 0) return 0;
  const fitting = (some: readonly Condition[]): string => rows.map((row) => String(fitsAll(some, row))).join();
  const fits = rows.map((row) => fitsAll(conditions, row));
  const all = fitting(conditions);
  const decisive = variants(conditions).filter((changed) => fitting(changed) !== all).length;
  const count = fits.filter((it) => it === true).length;
  return (fits.includes(true) ? 2 : 0) + (fits.includes(false) ? 2 : 0) + (count > 1 ? 1 : 0) + decisive;
}

/** The conditions as an array would read them that ignores one, or takes one word for the other. */
function variants(conditions: readonly Condition[]): Condition[][] {
  const [only] = conditions;
  if (conditions.length === 1 && only?.kind === 'group') {
    const { conditions: inner } = only;
    return [
      [{ ...only, word: only.word === 'and' ? 'or' : 'and' }],
      ...(only.negated ? [[{ ...only, negated: false }]] : []),
      ...inner.map((_, index) => [{ ...only, conditions: inner.filter((__, at) => at !== index) }]),
    ];
  }
  return conditions.map((_, index) => conditions.filter((__, at) => at !== index));
}

function selectionOf(
  { resource, release, names, filterable }: Collection,
  form: SelectForm,
  random: Random,
): Selection {
  const relations = relationsIn(resource, release);
  const withText = (selected: readonly string[], text = selected.join(',')): Selection => ({
    form,
    text,
    names: selected,
  });
  switch (form) {
    case 'no select':
      return noSelect;
    case 'select=attribute':
      return withText([
        ...new Set([
          'id',
          ...random.some(
            filterable.map(([name]) => name),
            random.between(1, 4),
          ),
        ]),
      ]);
    case 'select=*':
      return withText(names, '*');
    default: {
      const isNested = form === 'select=relation(relation)';
      const relation = random.pick(relations.filter((it) => !isNested || it.relations.length > 0));
      if (!relation) return noSelect;
      const { attribute } = relation;
      const inner = innerOf(form, relation, random);
      return {
        ...withText(['id', attribute], `id,${attribute}${inner.text}`),
        relation: { attribute, names: inner.names, isAll: form === 'select=relation(*)' },
      };
    }
  }
}

function innerOf(
  form: SelectForm,
  { attributes, relations }: ReturnType<typeof relationsIn>[number],
  random: Random,
): { text: string; names: readonly string[] } {
  switch (form) {
    case 'select=relation(attribute)': {
      const names = [...new Set(['id', ...random.some(attributes, 2)])];
      return { text: `(${names.join(',')})`, names };
    }
    case 'select=relation(*)':
      return { text: '(*)', names: attributes };
    case 'select=relation(relation)': {
      const within = random.some(relations, 1);
      return { text: `(id,${within.map((it) => `${it}(id)`).join('')})`, names: ['id', ...within] };
    }
    default:
      return { text: '', names: ['id'] };
  }
}

function orderOf({ filterable }: Collection, { order, orderBy }: Draft): Order {
  if (orderBy.length === 0) return noOrder;
  const isDescending = /desc$/i.test(order);
  return {
    form: order,
    keys: orderBy.flatMap((attribute, index) => {
      const info = filterable.find(([name]) => name === attribute)?.[1];
      // Of several, the second one goes down, so that no one order makes up for the other.
      const descending = order === 'order by several attributes' ? index === 1 && orderBy.length > 2 : isDescending;
      return info ? [{ attribute, info, descending }] : [];
    }),
  };
}

/** Rows that are asked for with a relation where there are many: related rows lead back to others, and each level multiplies them. */
const mostWithRelation = 20;

function pageFor({ rows, limit }: Collection, { select, page }: Draft, fitting: number, random: Random): Page {
  const isLarge = select.startsWith('select=relation') && rows.length > mostWithRelation;
  return isLarge ? pageOf('limit', fitting, mostWithRelation, random) : pageOf(page, fitting, limit, random);
}

/** A part of so many rows at least, with something before or after it where there is something. */
function pageOf(form: PageForm, fitting: number, largest: number, random: Random): Page {
  const offset = fitting > 1 ? random.between(1, fitting - 1) : 0;
  const few = random.between(1, Math.max(1, Math.min(fitting - 1, largest)));
  const part = random.between(1, Math.max(1, Math.min(fitting - offset, largest)));
  switch (form) {
    case 'no limit':
      return { form, offset: 0 };
    case 'limit':
      return { form, offset: 0, limit: few };
    case 'limit beyond the end':
      return { form, offset: 0, limit: largest };
    case 'offset':
      return { form, offset };
    case 'limit and offset':
      return { form, offset, limit: part };
    case 'Range: first-last':
      return { form, offset, limit: part };
    case 'Range: first-':
      return { form, offset };
  }
}
