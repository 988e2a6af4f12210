// The queries to ask of a collection.
import type { Row } from '../../array/rows/rows.js';
import { type PageForm, relationsIn, type SelectForm } from '../../contract/query-forms.js';
import { type Condition, fitsAll, type Group, type Term } from './condition.js';
import { type Cell, type Collection, type Draft, draftsOf } from './drafts.js';
import { mostWithRelation, noOrder, noSelect, type Order, type Page, type Query, type Selection } from './query.js';
import { type Random, randomOf } from './random.js';
import { termOf } from './terms.js';

/** The queries of a seed. */
export function planQueries(collection: Collection, seed: string): Query[] {
  const random = randomOf(seed, collection.resource);
  return draftsOf(collection, random).flatMap((draft) => realize(collection, draft, random) ?? []);
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
      case 'a filter beside a group': {
        const beside = group(word, restOf(word));
        return beside.length > 0 ? [...termFor(first), ...beside] : [];
      }
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
