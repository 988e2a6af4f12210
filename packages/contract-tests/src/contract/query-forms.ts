// The grammar of queries, as the contract documents it: the dimensions of a query, and the forms that each of them can have.
import {
  type AttributeInfo,
  attributes,
  isAtLeast,
  isResource,
  relatedAttributes,
  type Resource,
} from '@powerstore-api/types';

/** The operators that compare. */
export const operators = ['eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'ilike', 'in', 'cs', 'cd', 'is'] as const;
export type Operator = (typeof operators)[number];

/** What `select` can ask for. `relation` and `attribute` are any of the resource. */
export const selectForms = [
  'no select',
  'select=attribute',
  'select=*',
  'select=relation',
  'select=relation(attribute)',
  'select=relation(*)',
  'select=relation(relation)',
] as const;
export type SelectForm = (typeof selectForms)[number];

/** How filters are combined. */
export const filterForms = [
  'no filter',
  'one filter',
  'not',
  'two filters',
  'and',
  'or',
  'a filter beside a group',
  'not within a group',
  'a group within a group',
  'not of a group',
] as const;
export type FilterForm = (typeof filterForms)[number];

export const orderForms = [
  'no order',
  'order=attribute',
  'order=attribute.asc',
  'order=attribute.desc',
  'order=attribute.DESC',
  'order by several attributes',
] as const;
export type OrderForm = (typeof orderForms)[number];

export const pageForms = [
  'no limit',
  'limit',
  'limit beyond the end',
  'offset',
  'limit and offset',
  'Range: first-last',
  'Range: first-',
] as const;
export type PageForm = (typeof pageForms)[number];

/** Where an operator can be. */
const places = ['at top level', 'after not', 'within and', 'within or'] as const;
type OperatorForm = `${Operator} ${(typeof places)[number]}`;

export type QueryForm = SelectForm | FilterForm | OperatorForm | OrderForm | PageForm | 'total of a filtered page';

/** The place of an operator in a filter of this form; the other forms are combinations of these. */
const placeOfForm: Partial<Record<FilterForm, (typeof places)[number]>> = {
  'one filter': 'at top level',
  'two filters': 'at top level',
  not: 'after not',
  and: 'within and',
  or: 'within or',
};

export function operatorForm(operator: Operator, form: FilterForm): OperatorForm | undefined {
  const place = placeOfForm[form];
  return place && `${operator} ${place}`;
}

/**
 * Forms that no document has, and that the client of this project and those of others rely on: the query language is that of
 * PostgREST, which has them. An array that refuses one does not break a promise.
 */
export const assumedForms: ReadonlySet<QueryForm> = new Set<QueryForm>(['a group within a group', 'not of a group']);

/** The operators that an attribute can be filtered with. */
export function operatorsFor({ type, list, nullable }: AttributeInfo): Operator[] {
  const forNull: Operator[] = nullable ? ['is'] : [];
  if (list) return ['cs', 'cd', ...forNull];
  if (type === 'boolean') return ['eq', 'neq', 'is'];
  const comparing: Operator[] = ['eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'in'];
  return [...comparing, ...(type === 'string' ? (['ilike'] as const) : []), ...forNull];
}

/** A relation of a resource, and the attributes of the resource that it leads to. */
export interface RelationOf {
  attribute: string;
  /** Those that every document has of an embedded instance. */
  attributes: readonly string[];
  /** Relations of that resource in turn. */
  relations: readonly string[];
}

const namesOf = (table: Readonly<Record<string, AttributeInfo>>, release: string): [string, AttributeInfo][] =>
  Object.entries(table).filter(([, { added }]) => isAtLeast(release, added));

export const relationsIn = (resource: Resource, release: string): RelationOf[] =>
  namesOf(attributes[resource], release).flatMap(([attribute, { related }]) =>
    related === undefined
      ? []
      : [
          {
            attribute,
            attributes: namesOf(relatedAttributes[related], release).map(([name]) => name),
            relations: isResource(related)
              ? namesOf(attributes[related], release).flatMap(([name, it]) => (it.related === undefined ? [] : [name]))
              : [],
          },
        ],
  );

/** The forms of `select` that a resource allows. */
export function selectFormsOf(resource: Resource, release: string): SelectForm[] {
  const relations = relationsIn(resource, release);
  const isNested = relations.some((it) => it.relations.length > 0);
  return selectForms.filter(
    (form) =>
      !form.startsWith('select=relation') || (form === 'select=relation(relation)' ? isNested : relations.length > 0),
  );
}

/** Every form that the queries of a resource can have. */
export function formsOf(resource: Resource, release: string): QueryForm[] {
  const filterable = namesOf(attributes[resource], release).filter(([, it]) => it.filterable);
  const usable = new Set(filterable.flatMap(([, info]) => operatorsFor(info)));
  return [
    ...selectFormsOf(resource, release),
    ...filterForms,
    ...[...usable].flatMap((operator) => places.map((place): OperatorForm => `${operator} ${place}`)),
    ...orderForms,
    ...pageForms,
    'total of a filtered page',
  ];
}

/** Every form of the grammar. */
export const queryForms: readonly QueryForm[] = [
  ...selectForms,
  ...filterForms,
  ...operators.flatMap((operator) => places.map((place): OperatorForm => `${operator} ${place}`)),
  ...orderForms,
  ...pageForms,
  'total of a filtered page',
];
