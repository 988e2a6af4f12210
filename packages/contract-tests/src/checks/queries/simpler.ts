// Simpler queries than one that fails. The simplest that still fails tells the fault from everything else that was in the query.
import type { FilterForm } from '../../contract/query-forms.js';
import type { Condition, Group, Term } from './condition.js';
import { mostWithRelation, noOrder, noSelect, type Order, type Page, type Query, type Selection } from './query.js';
import type { Key } from './sequence.js';

export interface SimplerOptions {
  /** The attribute that is wrong, which has to stay selected. */
  attribute: string | undefined;
  /** The page with all rows. */
  whole: Page;
  /** The same comparison of `id`, or a simpler one. */
  simplerTerms: (term: Term, within?: 'and' | 'or') => Term[];
  /** `id`, to order by. */
  id: Omit<Key, 'descending'>;
}

/** Queries that are simpler by one step, those with the largest step first. */
export function simplerThan(query: Query, options: SimplerOptions): Query[] {
  const { whole, attribute } = options;
  return [
    ...simplerSelects(query.select, attribute).map((select) => ({ ...query, select })),
    ...simplerPages(query.page, query.select.relation ? partWithRelation : whole).map((page) => ({ ...query, page })),
    ...simplerOrders(query.order, options).map((order) => ({ ...query, order })),
    ...simplerConditions(query.conditions, options.simplerTerms).map((conditions) => ({
      ...query,
      conditions,
      filterForm: formOf(conditions),
    })),
  ];
}

function simplerSelects({ form, names }: Selection, attribute: string | undefined): Selection[] {
  if (form === 'no select') return [];
  const needed = attribute !== undefined && names.includes(attribute) && attribute !== 'id' ? [attribute] : [];
  const few: Selection = { form: 'select=attribute', text: ['id', ...needed].join(','), names: ['id', ...needed] };
  return [noSelect, ...(form === 'select=attribute' && names.length <= few.names.length ? [] : [few])];
}

/** With a relation, all rows may be too much. */
const partWithRelation: Page = { form: 'limit', offset: 0, limit: mostWithRelation };

function simplerPages(page: Page, whole: Page): Page[] {
  const { form, offset, limit } = page;
  if (form === whole.form || form === 'no limit' || form === 'limit beyond the end') return [];
  const parts: Page[] = [
    ...(offset > 0 ? [{ ...page, offset: 0 }] : []),
    ...(limit === undefined || form === 'limit' ? [] : [{ form: 'limit', offset: 0, limit } as const]),
    ...(offset === 0 || form === 'offset' ? [] : [{ form: 'offset', offset } as const]),
    ...(form === 'Range: first-last' || form === 'Range: first-'
      ? [{ form: 'limit and offset', offset, limit: limit ?? whole.limit ?? 1 } as const]
      : []),
  ];
  return [whole, ...parts];
}

/** The order by one attribute. */
const single = (key: Key): Order => ({
  form: key.descending ? 'order=attribute.desc' : 'order=attribute',
  keys: [key],
});

function simplerOrders({ form, keys }: Order, { id }: SimplerOptions): Order[] {
  const [first] = keys;
  if (!first) return [];
  const byId = single({ ...id, descending: false });
  const isById = form === byId.form && first.attribute === id.attribute;
  return [
    noOrder,
    ...(isById ? [] : [byId]),
    ...(keys.length > 1 ? keys.map(single) : []),
    ...(keys.length > 2 ? [{ form, keys: keys.slice(0, -1) }] : []),
    ...(keys.length === 1 && form !== 'order=attribute'
      ? [single({ ...first, descending: false }), single(first)].filter((it) => it.form !== form)
      : []),
  ];
}

function simplerConditions(
  conditions: readonly Condition[],
  simplerTerms: SimplerOptions['simplerTerms'],
): Condition[][] {
  const [only] = conditions;
  if (!only) return [];
  return [
    [],
    ...(conditions.length > 1 ? conditions.map((it) => [it]) : []),
    ...(only.kind === 'group' && conditions.length === 1
      ? only.conditions.filter(fitsAtTop).map((it): Condition[] => [it])
      : []),
    ...conditions.flatMap((it, index) =>
      simplerThanCondition(it, simplerTerms).map((simpler) => conditions.with(index, simpler)),
    ),
  ].filter(hasNoNameTwice);
}

/** Several operations need a group around them. */
const fitsAtTop = (condition: Condition): boolean => condition.kind === 'group' || condition.operations.length === 1;

/** Two parameters of one name are not documented. */
const hasNoNameTwice = (conditions: readonly Condition[]): boolean => {
  const names = conditions.map((it) => (it.kind === 'term' ? it.attribute : it.word));
  return new Set(names).size === names.length;
};

function simplerThanCondition(
  condition: Condition,
  simplerTerms: SimplerOptions['simplerTerms'],
  within?: 'and' | 'or',
): Condition[] {
  const positive: Condition[] = condition.negated ? [{ ...condition, negated: false }] : [];
  if (condition.kind === 'term') return [...positive, ...simplerTerms(condition, within)];
  const { conditions, word } = condition;
  const groups: Group[] = [
    ...(conditions.length > 1
      ? conditions.map((_, index) => ({ ...condition, conditions: conditions.filter((__, at) => at !== index) }))
      : []),
    ...conditions.flatMap((it, index) =>
      [
        // Several operations belong to the word of their group.
        ...(it.kind === 'group' ? it.conditions.filter(fitsAtTop) : []),
        ...simplerThanCondition(it, simplerTerms, word),
      ].map((simpler) => ({ ...condition, conditions: conditions.with(index, simpler) })),
    ),
  ];
  return [...positive, ...groups];
}

/** The form of conditions that another query left. */
function formOf(conditions: readonly Condition[]): FilterForm {
  const [only] = conditions;
  if (!only) return 'no filter';
  if (conditions.length > 1)
    return conditions.some(({ kind }) => kind === 'group') ? 'a filter beside a group' : 'two filters';
  if (only.kind === 'term') return only.negated ? 'not' : 'one filter';
  if (only.negated) return 'not of a group';
  if (only.conditions.some(({ kind }) => kind === 'group')) return 'a group within a group';
  return only.conditions.some(({ negated }) => negated) ? 'not within a group' : only.word;
}
