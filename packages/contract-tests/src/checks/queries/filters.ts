import type { Exchange } from '../../array/http/exchange.js';
import { attributeNames } from '../../array/rows/query.js';
import { limitOf, type Row, rowsOf } from '../../array/rows/rows.js';
import { operatorItem } from '../../contract/items.js';
import type { ReadableResource } from '../../contract/resources.js';
import type { CheckContext } from '../check-context.js';
import { expectRows } from '../expect-rows.js';
import { expectAttributes } from '../selection.js';
import { type Filter, filterPropertiesOf, type FilterProperty } from './filter-properties.js';
import { type Fault, isRefused, persistentFault } from './faults.js';
import { filterable, type FirstRows, readFirstRows, withId } from './first-rows.js';

/** The filters by one attribute of a collection. */
interface Trial {
  context: CheckContext;
  resource: ReadableResource;
  attribute: string;
  reread: () => Promise<FirstRows>;
}

/** The way in which a filter fails. The word is a part of the identity of a finding. */
type Symptom = 'let-through' | 'twice' | 'left-out' | 'not-listed' | 'both' | 'neither';

const messages: Readonly<Record<Symptom, (filter: string) => string>> = {
  'let-through': (filter) => `The array returns a row that does not match the filter ${filter}.`,
  twice: (filter) => `The array returns a row twice for the filter ${filter}.`,
  'left-out': (filter) => `The array leaves out a row that matches the filter ${filter}.`,
  'not-listed': (filter) => `The array returns a row for the filter ${filter} that is not in the list.`,
  both: (filter) => `The array returns a row both for the filter ${filter} and for its negation.`,
  neither: (filter) => `The array returns a row neither for the filter ${filter} nor for its negation.`,
};

export async function tryFilters(context: CheckContext, resource: ReadableResource): Promise<void> {
  const all = filterable(resource, context);
  const names = all.map(([name]) => name);
  const firstRows = await readFirstRows(context, resource, names);
  expectRows(context, firstRows.exchange, resource.name);
  for (const [turn, [attribute, info]] of all.entries()) {
    const properties = filterPropertiesOf(attribute, info, firstRows.rows, turn);
    if (!properties) continue;
    const trial = { context, resource, attribute, reread: () => readFirstRows(context, resource, names) };
    await tryProperty(trial, properties.one, firstRows);
    await tryNegation(trial, properties.one, properties.negation, firstRows);
    for (const property of properties.further) await tryProperty(trial, property, firstRows);
  }
}

/** A filter in names of the API, such as `size not in`. */
const subjectOf = ({ attribute }: Trial, { operators }: Filter): string => [attribute, ...operators].join(' ');

/** Asks with a filter; nothing where the array refuses it. */
async function filtered(trial: Trial, filter: Filter): Promise<Exchange | undefined> {
  const { context, resource, attribute } = trial;
  const selected = withId(attribute);
  const exchange = await context.ask(resource.list, {
    query: {
      select: selected.join(','),
      ...filter.filter,
      order: attributeNames('id'),
      limit: limitOf(context.target),
    },
  });
  if (isRefused(context, exchange, { attribute, subject: subjectOf(trial, filter) })) return undefined;
  expectAttributes(context, resource.name, exchange, selected);
  return exchange;
}

/** The rows themselves say which of them a filter has to return. */
async function tryProperty(trial: Trial, property: FilterProperty, firstRows: FirstRows): Promise<void> {
  const { context, attribute } = trial;
  const exchange = await filtered(trial, property);
  if (!exchange) return;
  context.cover(...property.operators.map(operatorItem));
  if (symptomOf(property, rowsOf(exchange), firstRows) === undefined) return;
  // The rows may have changed since they were read, so it reads them again, and compares only those that stay the same meanwhile.
  const fault = await persistentFault(async () => {
    const before = await trial.reread();
    const again = await filtered(trial, property);
    const steady = unchanged(before, await trial.reread(), attribute);
    return again && faultOf(trial, property, again, symptomOf(property, rowsOf(again), steady));
  });
  report(context, 'query.filter', fault);
}

const idsOf = (rows: readonly Row[]): ReadonlySet<unknown> => new Set(rows.map((row) => row.id));

function symptomOf({ fits }: FilterProperty, found: readonly Row[], { rows, isAll }: FirstRows): Symptom | undefined {
  if (found.some((row) => fits(row) === false)) return 'let-through';
  const ids = idsOf(found);
  if (ids.size < found.length) return 'twice';
  if (rows.some((row) => fits(row) === true && !ids.has(row.id))) return 'left-out';
  // Of the rows after the first ones, nothing is known.
  const known = idsOf(rows);
  return isAll && found.some((row) => !known.has(row.id)) ? 'not-listed' : undefined;
}

/** The rows that are the same in two readings. */
function unchanged(one: FirstRows, other: FirstRows, attribute: string): FirstRows {
  const values = new Map(other.rows.map((row) => [row.id, JSON.stringify(row[attribute])]));
  const rows = one.rows.filter((row) => values.get(row.id) === JSON.stringify(row[attribute]));
  // An instance that was created or deleted meanwhile may be found, or not.
  const isSteady = one.rows.length === other.rows.length && one.rows.every((row) => values.has(row.id));
  return {
    rows,
    exchange: other.exchange,
    isAll: one.isAll && other.isAll && isSteady && rows.length === one.rows.length,
  };
}

async function tryNegation(
  trial: Trial,
  property: FilterProperty,
  negation: Filter,
  firstRows: FirstRows,
): Promise<void> {
  const { context, attribute } = trial;
  const exchange = await filtered(trial, negation);
  if (!exchange) return;
  context.cover(operatorItem('not'));
  const fitting = firstRows.rows.filter((row) => property.fits(row) === true);
  if (complementSymptomOf(attribute, fitting, rowsOf(exchange), firstRows) === undefined) return;
  const fault = await persistentFault(async () => {
    const before = await trial.reread();
    const one = await filtered(trial, property);
    const other = await filtered(trial, negation);
    const steady = unchanged(before, await trial.reread(), attribute);
    if (!one || !other) return undefined;
    return faultOf(trial, property, other, complementSymptomOf(attribute, rowsOf(one), rowsOf(other), steady));
  });
  report(context, 'query.complement', fault);
}

/** The symptom of a filter and a negation that do not have every row between them. */
function complementSymptomOf(
  attribute: string,
  one: readonly Row[],
  other: readonly Row[],
  { rows }: FirstRows,
): Symptom | undefined {
  const [fitting, negated] = [idsOf(one), idsOf(other)];
  if (rows.some((row) => fitting.has(row.id) && negated.has(row.id))) return 'both';
  // It is not documented whether a negation returns a row without a value.
  const rest = rows.filter((row) => row[attribute] !== null && row[attribute] !== undefined);
  return rest.some((row) => !fitting.has(row.id) && !negated.has(row.id)) ? 'neither' : undefined;
}

function faultOf(trial: Trial, filter: Filter, exchange: Exchange, symptom: Symptom | undefined): Fault | undefined {
  if (symptom === undefined) return undefined;
  const name = subjectOf(trial, filter);
  return { exchange, subject: `${name}/${symptom}`, message: messages[symptom](name) };
}

function report({ find }: CheckContext, id: 'query.filter' | 'query.complement', fault: Fault | undefined): void {
  if (fault) find(id, fault.exchange, fault.message, { subject: fault.subject });
}
