// The simplest query that fails in the same way as another one.
import type { AttributeInfo } from '@powerstore-api/types';
import type { CheckContext } from '../context/check-context.js';
import type { Asking } from './asking.js';
import { termsIn, withoutAttributes } from './condition.js';
import { type Fault, persistentFault } from './faults.js';
import { formsIn, isCombined, type Query, shapeOf, wholePage } from './query.js';
import { isOfPart } from './judge.js';
import { randomOf } from './random.js';
import { simplerThan, type SimplerOptions } from './simpler.js';
import { termOf } from './terms.js';

/** The most requests for one fault. */
const mostRequests = 40;

export async function simplestOf(
  fault: Fault,
  asking: Asking,
  { context, attributes }: { context: CheckContext; attributes: ReadonlyMap<string, AttributeInfo> },
): Promise<Fault> {
  const id = attributes.get('id');
  if (!id) return fault;
  const random = randomOf(context.seed, 'simplest');
  const options: SimplerOptions = {
    attribute: fault.attribute,
    whole: wholePage(context),
    id: { attribute: 'id', info: id },
    simplerTerms({ attribute, operator, negated }, within) {
      const info = attributes.get(attribute);
      const rows = asking.rows();
      return [
        attribute === 'id' ? undefined : termOf({ attribute: 'id', info: id, operator, within, negated }, rows, random),
        operator === 'eq' || !info
          ? undefined
          : termOf({ attribute, info, operator: 'eq', within, negated }, rows, random),
      ].filter((it) => it !== undefined);
    },
  };
  let left = mostRequests;
  /** The queries that were asked already, without their values: other values would hardly tell more. */
  const asked = new Set<string>();
  const firstFailing = async (queries: readonly Query[]): Promise<Fault | undefined> => {
    for (const query of queries) {
      const key = JSON.stringify([shapeOf(query), query.select.form, query.page.offset > 0]);
      if (left === 0 || asked.has(key)) continue;
      asked.add(key);
      left -= 1;
      const found = await asking.faultOf(query);
      if (found && areAlike(found, fault)) return found;
    }
    return undefined;
  };
  let simplest = fault;
  for (;;) {
    const simpler = await firstFailing(simplerThan(simplest.query, options));
    if (!simpler) break;
    simplest = simpler;
  }
  if (simplest === fault) return fault;
  // It may have failed because the rows changed meanwhile.
  return (await persistentFault(() => asking.steadyFaultOf(simplest.query))) ?? fault;
}

const ofSelection: ReadonlySet<Fault['symptom']> = new Set<Fault['symptom']>(['missing', 'extra', 'value']);

/**
 * Whether two faults may have one cause. Wrong rows show as many things: in a part of them, the rows are others, their total is
 * another one, and so is their order.
 */
const areAlike = (one: Fault, other: Fault): boolean =>
  one.symptom === other.symptom
    ? one.attribute === other.attribute || areOfRelations(one.query, other.query)
    : ![one, other].some(
        ({ symptom }) => ofSelection.has(symptom) || symptom === 'refused' || symptom === 'unexpected',
      );

/** A form of selection that fails for one relation fails for the others, whatever their names are. */
const areOfRelations = (one: Query, other: Query): boolean =>
  one.select.relation !== undefined && one.select.form === other.select.form;

/** Forms that do not tell a query from the simplest one of its kind. */
const plainForms: ReadonlySet<string> = new Set([
  'no select',
  'select=attribute',
  'no filter',
  'one filter',
  'eq at top level',
  'no order',
  'order=attribute',
  'no limit',
  'limit beyond the end',
  'total of a filtered page',
]);

/** What a query has beside what every query of its kind has. `id` and `eq` are the simplest of each kind. */
function featuresOf({ query, symptom }: Fault): string[] {
  const { conditions, order, page, select } = query;
  const kinds = [...(conditions.length > 0 ? ['filtered'] : []), ...(order.keys.length > 0 ? ['ordered'] : [])];
  // Which filter it is says nothing about a wrong part of the rows that fit it.
  if (isOfPart(symptom)) return [...kinds, ...[select.form, page.form].filter((form) => !plainForms.has(form))];
  const terms = termsIn(conditions);
  return [
    ...kinds,
    ...formsIn(query).filter((form) => !plainForms.has(form)),
    ...terms.flatMap(({ attribute, operator }) => [
      ...(operator === 'eq' ? [] : [operator]),
      ...(attribute === 'id' ? [] : [`filtered by ${attribute}`]),
    ]),
    ...order.keys.filter(({ attribute }) => attribute !== 'id').map(({ attribute }) => `ordered by ${attribute}`),
  ];
}

/**
 * What another query has to have that fails for the same reason. Where comparisons or keys fail only together, the reason is not
 * what they compare.
 */
function causesOf(fault: Fault): string[] {
  const { query, symptom } = fault;
  if (isOfPart(symptom)) return featuresOf(fault);
  const conditions = isCombined(query.conditions) ? [] : query.conditions.map((it) => withoutAttributes(it, 'id'));
  const order = query.order.keys.length > 1 ? { ...query.order, keys: [] } : query.order;
  return featuresOf({ ...fault, query: { ...query, conditions, order } });
}

/** Whether a fault that is known already is the reason for another one. */
export function explains(known: Fault, fault: Fault): boolean {
  const features = new Set([...featuresOf(fault), ...featuresOf({ ...fault, symptom: known.symptom })]);
  return areAlike(known, fault) && causesOf(known).every((feature) => features.has(feature));
}
