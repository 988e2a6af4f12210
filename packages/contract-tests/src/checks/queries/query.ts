// A query of a collection, as data.
import { limitOf } from '../../array/rows/rows.js';
import {
  assumedForms,
  type FilterForm,
  operatorForm,
  type OrderForm,
  type PageForm,
  type QueryForm,
  type SelectForm,
} from '../../contract/query-forms.js';
import type { CheckContext } from '../context/check-context.js';
import { type Condition, parameterOf, shapeOfCondition, termsIn, withoutAttributes } from './condition.js';
import type { Key } from './sequence.js';

/** What the rows of an answer have to have. */
export interface Selection {
  form: SelectForm;
  /** The value of the parameter; absent where there is none. */
  text?: string;
  /** The attributes of each row. */
  names: readonly string[];
  /** A relation, and the attributes of what it embeds. */
  relation?: { attribute: string; names: readonly string[]; isAll: boolean };
}

export interface Order {
  form: OrderForm;
  keys: readonly Key[];
}

/** The part that is asked for. */
export interface Page {
  form: PageForm;
  offset: number;
  /** Absent for the rest of the collection. */
  limit?: number;
}

export interface Query {
  select: Selection;
  filterForm: FilterForm;
  conditions: readonly Condition[];
  order: Order;
  page: Page;
}

/** The rows of an answer where a query has no limit. */
const defaultLimit = 100;

/** The rows that an answer has at least and at most, where there are so many. How many a `Range` without an end has is not documented. */
export const rowsAskedFor = ({ form, limit }: Page): { least: number; most: number } => ({
  least: limit ?? defaultLimit,
  most: limit ?? (form === 'Range: first-' ? Infinity : defaultLimit),
});

/** Rows that are asked for with a relation where there are many: related rows lead back to others, and each level multiplies them. */
export const mostWithRelation = 20;

export const noSelect: Selection = { form: 'no select', names: ['id'] };
export const noOrder: Order = { form: 'no order', keys: [] };
export const wholePage = ({ target }: Pick<CheckContext, 'target'>): Page & { limit: number } => ({
  form: 'limit beyond the end',
  offset: 0,
  limit: Number(limitOf(target)),
});

const directions: Readonly<Record<OrderForm, string>> = {
  'no order': '',
  'order=attribute': '',
  'order=attribute.asc': '.asc',
  'order=attribute.desc': '.desc',
  'order=attribute.DESC': '.DESC',
  'order by several attributes': '',
};

const orderText = ({ form, keys }: Order): string =>
  keys.map(({ attribute, descending }) => `${attribute}${directions[form] || (descending ? '.desc' : '')}`).join(',');

/** The query as it is sent. */
export function requestOf({ select, conditions, order, page }: Query): {
  query: Record<string, string>;
  headers?: Record<string, string>;
} {
  const { form, offset, limit } = page;
  const isRange = form.startsWith('Range');
  const query = {
    ...(select.text !== undefined && { select: select.text }),
    ...Object.fromEntries(conditions.map(parameterOf)),
    ...(order.keys.length > 0 && { order: orderText(order) }),
    ...(!isRange && limit !== undefined && { limit: String(limit) }),
    ...((form === 'offset' || form === 'limit and offset') && { offset: String(offset) }),
  };
  const last = form === 'Range: first-last' && limit !== undefined ? String(offset + limit - 1) : '';
  return isRange ? { query, headers: { range: `${offset}-${last}` } } : { query };
}

const shapesOfPages: Readonly<Record<PageForm, readonly string[]>> = {
  'no limit': [],
  limit: ['limit'],
  'limit beyond the end': [],
  offset: ['offset'],
  'limit and offset': ['limit', 'offset'],
  'Range: first-last': ['Range: first-last'],
  'Range: first-': ['Range: first-'],
};

/** With a relation, a limit is the rule. */
const shapeOfPage = ({ form }: Page, { relation }: Selection): readonly string[] =>
  relation && form === 'limit' ? [] : shapesOfPages[form];

/** The query without the values of the array: `select=*&size=not.gt&order=name.desc&limit`. */
export const shapeOf = ({ select, conditions, order, page }: Query): string =>
  [
    ...shapeOfSelect(select),
    ...conditions.map(shapeOfCondition),
    ...(order.keys.length > 0 ? [`order=${orderText(order)}`] : []),
    ...shapeOfPage(page, select),
  ].join('&');

/**
 * The same without the attributes that the fault of a simplest query does not depend on: those that fail only together, and those
 * of operators that `id` cannot be tried with.
 */
export const causeOf = ({ select, filterForm, conditions, order, page }: Query): string =>
  [
    ...shapeOfSelect(select),
    ...(isCombined(conditions)
      ? [filterForm]
      : conditions.map((it) => shapeOfCondition(withoutAttributes(it, 'attribute')))),
    ...(order.keys.length > 1 ? [order.form] : order.keys.length > 0 ? [`order=${orderText(order)}`] : []),
    ...shapeOfPage(page, select),
  ].join('&');

/** The same without the attributes and operators, for a fault that does not depend on them: `filter&order&limit`. */
export const outlineOf = ({ select, conditions, order, page }: Query): string =>
  [
    ...shapeOfSelect(select),
    ...(conditions.length > 0 ? ['filter'] : []),
    ...(order.keys.length > 0 ? ['order'] : []),
    ...shapeOfPage(page, select),
  ].join('&');

/** A selection of attributes has no shape: they are a part of every query. */
function shapeOfSelect({ form, relation }: Selection): string[] {
  const { attribute = '', names = [] } = relation ?? {};
  switch (form) {
    case 'no select':
    case 'select=attribute':
      return [];
    case 'select=*':
      return [form];
    case 'select=relation':
      return [`select=${attribute}`];
    case 'select=relation(attribute)':
      return [`select=${attribute}(…)`];
    case 'select=relation(*)':
      return [`select=${attribute}(*)`];
    case 'select=relation(relation)':
      return [`select=${attribute}(${names.at(-1)}(id))`];
  }
}

/** The forms that a query has. */
export function formsIn({ select, filterForm, conditions, order, page }: Query): QueryForm[] {
  const isFiltered = conditions.length > 0;
  const isPart = page.form !== 'no limit' && page.form !== 'limit beyond the end';
  return [
    select.form,
    filterForm,
    ...termsIn(conditions).flatMap(({ operator }) => operatorForm(operator, filterForm) ?? []),
    order.form,
    page.form,
    ...(isFiltered && isPart ? (['total of a filtered page'] as const) : []),
  ];
}

/** Whether a filter has several comparisons, so that none of them alone says which rows fit. */
export const isCombined = (conditions: readonly Condition[]): boolean =>
  termsIn(conditions).flatMap(({ operations }) => operations).length > 1;

export const isAssumed = (query: Query): boolean => formsIn(query).some((form) => assumedForms.has(form));
