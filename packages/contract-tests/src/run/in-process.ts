import type { CheckRecord } from '../report/check-record.js';
import type { Conduct } from './conduct.js';
import { loadChecks } from './own-checks.js';
import { createRun, type NotRestored, reasonOf } from './run.js';
import { countChecks, scheduleOf, type Section } from './schedule.js';

/** Carries out the checks in this process, one after the other. */
export const inProcess: Conduct = async (assignment, { listener, signal }) => {
  const schedule = scheduleOf(assignment.targets, await loadChecks(assignment.modules));
  const run = createRun(assignment);
  const total = countChecks(schedule);
  const records: CheckRecord[] = [];
  const carryOut = async (sections: readonly Section[]): Promise<void> => {
    for (const section of sections) {
      for (const check of section.checks) {
        if (signal?.aborted) return;
        listener.onBegin(`${check.id}: ${check.title}`, records.length + 1, total);
        const record = await run.carryOut(check, section, signal);
        records.push(record);
        listener.onEnd(record);
      }
    }
  };
  let notRestored: NotRestored[] = [];
  await run.begin();
  try {
    await carryOut(schedule.sections);
  } finally {
    notRestored = await run.putBack();
  }
  await carryOut(schedule.last);
  return { records, notRestored, interrupted: signal?.aborted ? reasonOf(signal) : undefined };
};
