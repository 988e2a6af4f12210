import { leadsTo } from '../contract/component.ts';
import { type Document, instanceExamples, instanceSchema, operationsOf, type Parameter } from '../contract/document.ts';
import { type Attribute, attributesOf } from './attributes.ts';

/**
 * The contract for other people's tools. Each filter is a query parameter of its own, because hardly a generator sends an
 * exploded object as an array wants it (`state=eq.OK`). The examples of `select` and `order` have attributes of their resource.
 * The rest is the contract.
 */
export function publishedDocument(contract: Document): Document {
  const document = structuredClone(contract);
  const shared = document.components['parameters'] as Record<string, Parameter>;
  const { select = {}, order = {}, filter = {} } = shared;
  for (const { operation } of operationsOf(document)) {
    const resource = operation.tags[0] ?? '';
    operation.parameters &&= operation.parameters.flatMap((parameter) => {
      const isShared = (name: string): boolean => leadsTo(parameter.$ref, 'parameters', name);
      if (isShared('select')) return [{ ...select, examples: selections(document, resource) }];
      if (isShared('order')) return [{ ...order, examples: orders(document, resource) }];
      if (!isShared('filter')) return [parameter];
      operation.description = `${operation.description}\n\n${filter.description}`;
      return filters(document, resource).map((one) => ({ ...one, 'x-source': filter['x-source'] ?? [] }));
    });
  }
  for (const name of ['select', 'order', 'filter']) delete shared[name];
  return document;
}

const attributes = (document: Document, resource: string): [string, Attribute][] =>
  Object.entries(attributesOf(document, instanceSchema(document, resource) ?? {}));

/** Two attributes beside the id that every release has and that sort a collection. */
const plainAttributes = (document: Document, resource: string): string[] =>
  attributes(document, resource)
    .filter(([name, { filterable, list, added }]) => filterable && !list && added === '1.0.0.0' && name !== 'id')
    .map(([name]) => name)
    .slice(0, 2);

function selections(document: Document, resource: string): NonNullable<Parameter['examples']> {
  const [association] = attributes(document, resource).find(([, { related }]) => related !== undefined) ?? [];
  const some = ['id', ...plainAttributes(document, resource)].join(',');
  return {
    attributes: { summary: 'Some attributes', value: some },
    everything: { summary: 'Every attribute', value: '*' },
    ...(association !== undefined && {
      related: { summary: 'With an attribute of a related resource', value: `${some},${association}(id)` },
    }),
  };
}

function orders(document: Document, resource: string): NonNullable<Parameter['examples']> {
  const [first = 'id'] = plainAttributes(document, resource);
  return {
    by_id: { summary: 'A stable order', value: 'id' },
    descending: { summary: `By ${first}, descending`, value: `${first}.desc,id` },
  };
}

/** A parameter for each attribute that filters the collection, and for the groups. */
function filters(document: Document, resource: string): Parameter[] {
  const properties = instanceSchema(document, resource)?.properties ?? {};
  const filterable = attributes(document, resource).filter(([, attribute]) => attribute.filterable);
  const single = filterable.map(([name, attribute]) => {
    const { description = '', deprecated, 'x-added': added } = properties[name] ?? {};
    const example = comparison(attribute, firstValue(document, resource, name));
    return {
      ...query(name, `${description} Filters by it, such as \`${example}\`.`.trim(), example),
      ...(deprecated && { deprecated }),
      ...(added !== undefined && { 'x-added': added }),
    };
  });
  const conditions = single.map(({ name, example }) => `${name}.${example}`).filter((it) => /^[\w.:-]+$/.test(it));
  const example = `(${conditions.slice(0, 2).join(',')})`;
  return [
    ...single,
    query('and', 'Conditions that all have to hold. A condition can be a group: `or(…)`, `not.and(…)`.', example),
    query('or', 'Conditions of which one has to hold. A condition can be a group: `and(…)`, `not.or(…)`.', example),
  ];
}

const query = (name: string, description: string, example: string) => ({
  name,
  in: 'query',
  description,
  schema: { type: 'string' },
  example,
});

/** The first value that an example of an instance has for an attribute. */
const firstValue = (document: Document, resource: string, name: string): unknown =>
  instanceExamples(document, resource)
    .flatMap((row) => row[name] ?? [])
    .find((value) => value !== '');

/** A condition that the instance with the value meets; without one, that of an instance without a value. */
function comparison({ type, list }: Attribute, value: unknown): string {
  if (value === undefined) return 'is.null';
  if (list) return `cs.{${String(value)}}`;
  if (type === 'boolean') return `is.${String(value)}`;
  return `${type === 'date-time' ? 'gte' : 'eq'}.${String(value)}`;
}
