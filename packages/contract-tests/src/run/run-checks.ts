import type { CheckListener, CheckRecord } from '../report/check-record.js';
import type { Check } from '../checks/check.js';
import type { Targets } from '../array/target.js';
import { reasonOf } from './check-end.js';
import { type NotRestored, Run, type RunInput } from './run.js';
import { countChecks, scheduleOf, type Section } from './schedule.js';

export interface RunChecksOptions {
  /** Checks of a team's own. They run after the checks of the suite. */
  ownChecks: readonly Check[];
  listener: CheckListener;
  signal?: AbortSignal | undefined;
}

/** The records of the checks, and the sessions that are not as they were. */
export interface RunResult {
  records: readonly CheckRecord[];
  notRestored: readonly NotRestored[];
  /** Why the run was stopped before its end. */
  interrupted?: string | undefined;
}

/**
 * Carries out all checks, one after the other, and puts everything back, also when the signal stops the run or a check throws.
 *
 * @throws Error where a schema of the contract does not compile.
 */
export async function runChecks(
  { targets, ...input }: RunInput & { targets: Targets },
  { ownChecks, listener, signal }: RunChecksOptions,
): Promise<RunResult> {
  const schedule = scheduleOf(targets, ownChecks);
  const run = new Run(input);
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
}
