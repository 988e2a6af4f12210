// Faults of queries as findings.
import { placeOf } from '../../contract/contract.js';
import { placeAt } from '../../contract/place.js';
import type { FindingId } from '../../findings/finding-kinds.js';
import type { CheckContext } from '../context/check-context.js';
import { termsIn } from './condition.js';
import type { Fault } from './faults.js';
import { isOfPart, type Symptom } from './judge.js';
import { causeOf, isAssumed, outlineOf, type Query, shapeOf } from './query.js';

/** Reports a fault. Its subject is the query without values, so that other values make no other finding of it. */
export function reportFault(context: CheckContext, fault: Fault): void {
  const { query, exchange, symptom, attribute, expected, actual, rows } = fault;
  const evidence = { expected, actual, ...(rows && { rows }) };
  const shape = (isOfPart(symptom) ? outlineOf(query) : shapeOf(query)) || 'no parameters';
  if (symptom === 'unexpected') return context.expectStatus(exchange, [200, 206], shape);
  if (symptom === 'refused') {
    const id = isAssumed(query) ? 'query.not-taken' : 'query.refused';
    const place = `${placeOf(exchange.operationId)}/${placeAt('parameters', ...parameterOf(query))}`;
    return context.find(id, exchange, `The array refuses the query ${shape}.`, {
      place,
      subject: shape,
      common: shape,
      ...evidence,
    });
  }
  if (attribute !== undefined) {
    // A selection of attributes has no shape: it is told by the attribute.
    const isPlain = shapeOf(query) === '';
    const message = `${messageOfAttribute(symptom, attribute)}${isPlain ? '' : ` The query is ${shape}.`}`;
    return context.find(idOf(query, symptom), exchange, message, {
      subject: isPlain ? attribute : `${shape} ${attribute}`,
      ...(!isPlain && { common: query.select.relation ? query.select.form : shape }),
      ...evidence,
    });
  }
  const subject = `${shape}/${symptom}`;
  const id = idOf(query, symptom);
  // A wrong header of parts is one fault, whatever the query.
  const common = id.startsWith('paging.') ? {} : { common: `${causeOf(query)}/${symptom}` };
  context.find(id, exchange, messages[symptom](shape), { subject, ...common, ...evidence });
}

/** The parameter that a query is refused for: an attribute may not be one to filter by. */
function parameterOf({ select, conditions, order, page }: Query): string[] {
  const [attribute] = [...termsIn(conditions), ...order.keys].map((it) => it.attribute);
  if (attribute !== undefined) return ['filter', attribute];
  return [select.form !== 'no select' ? 'select' : page.form.startsWith('Range') ? 'range' : 'limit'];
}

function idOf({ conditions, page }: Query, symptom: Symptom): FindingId {
  switch (symptom) {
    case 'missing':
      return 'select.missing';
    case 'extra':
      return 'select.extra';
    case 'value':
      return 'query.value';
    case 'order':
      return 'query.order';
    case 'total':
      return 'paging.total';
    case 'content-range':
      return 'paging.content-range';
    case 'status':
      return 'paging.status';
    case 'part':
      return page.form.startsWith('Range') ? 'paging.range' : 'query.part';
    default:
      return conditions.length > 0 ? 'query.filter' : 'query.part';
  }
}

function messageOfAttribute(symptom: Symptom, attribute: string): string {
  switch (symptom) {
    case 'missing':
      return `The array leaves out ${attribute}, which was selected.`;
    case 'extra':
      return `The array sends ${attribute}, which was not selected.`;
    default:
      return `The array returns another ${attribute} for an instance than in another list.`;
  }
}

const messages: Readonly<Record<Symptom, (shape: string) => string>> = {
  missing: (shape) => `The array leaves out attributes for the query ${shape}.`,
  extra: (shape) => `The array sends attributes that the query ${shape} did not select.`,
  value: (shape) => `The array returns other values for the query ${shape} than in another list.`,
  'let-through': (shape) => `The array returns a row that does not match the query ${shape}.`,
  twice: (shape) => `The array returns a row twice for the query ${shape}.`,
  'not-listed': (shape) => `The array returns a row for the query ${shape} that is not in the list.`,
  'left-out': (shape) => `The array leaves out a row that matches the query ${shape}.`,
  part: (shape) => `The array returns another part of the rows than the query ${shape} asks for.`,
  order: (shape) => `The array returns a list that is not in order for the query ${shape}.`,
  total: (shape) => `The array gives another total in Content-Range than there are rows for the query ${shape}.`,
  'content-range': (shape) => `The array says another range in Content-Range than it returns for the query ${shape}.`,
  status: (shape) => `The array answers the query ${shape} with 200, and returns only a part of the rows.`,
};
