import { printable } from '@powerstore-api/settings';
import type { CheckListener, CheckRecord } from '../report/check-record.js';
import type { Check, SuiteCheck } from '../checks/define-check.js';
import type { Targets } from '../array/target/target.js';
import type { Conduct } from './conduct.js';
import { reasonOf } from './check-end.js';
import { type NotRestored, Run, type RunInput } from './run.js';
import { scheduleOf, type Section, titleOf } from './schedule.js';
import { testEndOf } from './test-end.js';

export interface RunChecksOptions {
  /** Checks of a team's own. They run after the checks of the suite. */
  ownChecks: readonly Check[];
  conduct: Conduct;
  listener: CheckListener;
  signal?: AbortSignal | undefined;
}

/** The records of the checks, and the sessions that are not as they were. */
export interface RunResult {
  records: readonly CheckRecord[];
  notRestored: readonly NotRestored[];
  /** The reason why the run was stopped before its end. */
  interrupted?: string | undefined;
  /** The writes that the arrays got although the run may not send them. */
  forbiddenWrites: readonly string[];
}

/**
 * Carries out all checks, one after the other, and puts everything back, also when the signal stops the run or a check throws.
 *
 * @throws Error where a schema of the contract does not compile.
 */
export async function runChecks(
  { targets, ...input }: RunInput & { targets: Targets },
  { ownChecks, conduct, listener, signal }: RunChecksOptions,
): Promise<RunResult> {
  const { sections, last } = scheduleOf(targets, ownChecks);
  const run = new Run(input);
  const changing = sections.flatMap(checksOf);
  const checks = [...changing, ...last.flatMap(checksOf)];
  const records: CheckRecord[] = [];
  let putBack: Promise<NotRestored[]> | undefined;
  await run.begin();
  try {
    await conduct(
      checks.map(({ section, check }) => ({ group: titleOf(section, targets), name: nameOf(check) })),
      async (position) => {
        const { section, check } = checks[position] as (typeof checks)[number];
        // The last checks end the login sessions, so the replication sessions are put back before them.
        if (position >= changing.length) await (putBack ??= run.putBack());
        listener.onBegin(nameOf(check), records.length + 1, checks.length);
        const record = await run.carryOut(check, section, signal);
        records.push(record);
        listener.onEnd(record);
        return testEndOf(record);
      },
      signal,
    );
  } finally {
    await (putBack ??= run.putBack());
  }
  return {
    records,
    notRestored: await (putBack ?? []),
    interrupted: signal?.aborted ? printable(reasonOf(signal)) : undefined,
    forbiddenWrites: run.forbiddenWrites,
  };
}

const checksOf = (section: Section) => section.checks.map((check) => ({ section, check }));

const nameOf = ({ id, title }: SuiteCheck): string => printable(`${id}: ${title}`);
