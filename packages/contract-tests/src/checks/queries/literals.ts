import { type EnumName, isAtLeast, type LiteralInfo, literals } from '@powerstore-api/types';
import { attributeNames } from '../../array/rows/query.js';
import { placeOf } from '../../contract/contract.js';
import { formItem, literalItem } from '../../contract/items.js';
import { placeAt } from '../../contract/place.js';
import type { Operator } from '../../contract/query-forms.js';
import type { ReadableResource } from '../../contract/resources.js';
import type { CheckContext } from '../context/check-context.js';
import { filterable } from './first-rows.js';

/** An attribute whose values are literals. */
interface Enumerated {
  attribute: string;
  enumName: EnumName;
  /** The operator that takes several literals: another one where the attribute is a list. */
  operator: Extract<Operator, 'cd' | 'in'>;
}

export async function tryLiterals(context: CheckContext, resource: ReadableResource): Promise<void> {
  const all = filterable(resource, context).flatMap(([attribute, { enum: enumName, list = false }]): Enumerated[] =>
    enumName === undefined ? [] : [{ attribute, enumName, operator: list ? 'cd' : 'in' }],
  );
  if (all.length === 0) context.notApplicable(`No attribute of ${resource.name} is an enum.`);
  for (const enumerated of all) {
    const known = Object.entries<LiteralInfo>(literals[enumerated.enumName])
      .filter(([, { added }]) => isAtLeast(context.release, added))
      .map(([literal]) => literal);
    const accepted = await acceptedLiterals(context, resource, enumerated, known);
    context.coverAccepted(...accepted.map((literal) => literalItem(enumerated.enumName, literal)));
  }
}

/** The literals that an array accepts in a filter. Where it refuses several, they are halved until it is known which. */
async function acceptedLiterals(
  context: CheckContext,
  resource: ReadableResource,
  enumerated: Enumerated,
  some: readonly string[],
): Promise<readonly string[]> {
  const { attribute, operator } = enumerated;
  const filter = operator === 'cd' ? `cd.{${some.join(',')}}` : `in.(${some.join(',')})`;
  const exchange = await context.ask(resource.list, {
    query: { select: attributeNames('id'), [attribute]: filter, limit: '1' },
  });
  if (exchange.status < 300) {
    context.cover(formItem(`${operator} at top level`));
    return some;
  }
  if (exchange.status !== 400) {
    context.expectStatus(exchange, [200, 206], `${attribute} ${operator}`);
    return [];
  }
  const half = Math.ceil(some.length / 2);
  if (some.length > 1)
    return [
      ...(await acceptedLiterals(context, resource, enumerated, some.slice(0, half))),
      ...(await acceptedLiterals(context, resource, enumerated, some.slice(half))),
    ];
  const [literal = ''] = some;
  const keys = ['parameters', 'filter', attribute, enumerated.enumName, literal];
  context.find('query.refused', exchange, `The array refuses a filter by the ${attribute} ${literal}.`, {
    place: `${placeOf(resource.list)}/${placeAt(...keys)}`,
    subject: `${attribute} ${operator} ${literal}`,
    sample: literal,
    expected: [200, 206],
    actual: exchange.status,
  });
  return [];
}
