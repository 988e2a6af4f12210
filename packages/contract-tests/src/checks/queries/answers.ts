// The check of queries: it asks those of the plan, and names the simplest one that fails.
import { attributesOf, type ReadableResource } from '../../contract/resources.js';
import type { CheckContext } from '../context/check-context.js';
import { expectRows } from '../expect-rows.js';
import { createAsking } from './asking.js';
import { type Fault, persistentFault } from './faults.js';
import { filterable, readFirstRows } from './first-rows.js';
import { planQueries } from './plan.js';
import { wholePage } from './query.js';
import { reportFault } from './report-fault.js';
import { explains, simplestOf } from './shrink.js';

/** An array that gets so much wrong is not asked any more: each fault takes some twenty requests. */
const mostFaults = 12;

export async function tryQueries(context: CheckContext, resource: ReadableResource): Promise<void> {
  const { name } = resource;
  const { release, seed } = context;
  const attributes = new Map(filterable(resource, context));
  const first = await readFirstRows(context, resource, [...attributes.keys()]);
  expectRows(context, first.exchange, name);
  const names = attributesOf(name, release).map(([attribute]) => attribute);
  const limit = wholePage(context).limit;
  const queries = planQueries({ resource: name, release, names, filterable: [...attributes], ...first, limit }, seed);
  const asking = createAsking(context, resource, first);
  const faults: Fault[] = [];
  try {
    for (const query of queries) {
      const fault = await asking.faultOf(query);
      if (!fault || faults.some((known) => explains(known, fault))) continue;
      // The rows may have changed since they were read: a fault counts that is there each time.
      const persistent = await persistentFault(() => asking.steadyFaultOf(query));
      if (!persistent) continue;
      faults.push(await simplestOf(persistent, asking, { context, attributes }));
      if (faults.length === mostFaults) return;
    }
  } finally {
    // Also of a run that is stopped on the way. A fault that was found later may be the reason for one that was found before.
    for (const fault of faults)
      if (!faults.some((other) => explains(other, fault) && !explains(fault, other))) reportFault(context, fault);
  }
}
