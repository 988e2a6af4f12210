// A run as vitest has it: a test per check and array.
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { CheckRecord } from '../../report/check-record.js';
import type { Check } from '../../checks/check.js';
import { describeFinding } from '../../findings/finding.js';
import type { Targets } from '../../array/target.js';
import { createRun, type NotRestored, type RunInput } from '../run.js';
import { scheduleOf, type Section, titleOf } from '../schedule.js';

declare module 'vitest' {
  interface TaskMeta {
    contract?: CheckRecord;
    notRestored?: NotRestored[];
  }
}

/** Milliseconds that a check, or putting back, may take: a day. Each of its requests has a limit of its own. */
const longest = 86_400_000;

/** Registers the checks that the targets allow, and further ones. */
export function registerRun({ targets, ...input }: RunInput & { targets: Targets }, own?: readonly Check[]): void {
  const run = createRun(input);
  const { sections, last } = scheduleOf(targets, own);

  const register = (section: Section): void => {
    describe(titleOf(section, targets), () => {
      for (const check of section.checks)
        it(`${check.id}: ${check.title}`, { timeout: longest }, async ({ task, skip, signal }) => {
          const record = await run.carryOut(check, section, signal);
          task.meta.contract = record;
          const { outcome, reason, findings } = record;
          if (outcome === 'not-applicable' || outcome === 'not-run') skip(reason);
          // A plain error: reports print all that an error holds, and those of the client hold what the array said.
          const reasons = findings.filter(({ severity }) => severity === 'error').map(describeFinding);
          if (outcome === 'broken' && reason !== undefined) reasons.push(reason);
          if (reasons.length > 0) throw new Error(reasons.join('\n'));
        });
    });
  };

  describe('PowerStore contract', () => {
    beforeAll(run.begin, longest);
    afterAll(async () => {
      for (const { close } of Object.values(input.connections)) await close();
    }, longest);
    // Sessions are put back before the login session ends. vitest calls `afterAll` when a run is cancelled as well.
    const changing = describe('checks', () => {
      for (const section of sections) register(section);
      afterAll(async () => {
        const notRestored = await run.putBack();
        if (notRestored.length === 0 || !changing.suite) return;
        changing.suite.meta.notRestored = notRestored;
        throw new Error(
          `Not put back as it was: ${notRestored.map(({ reference, why }) => `${reference}: ${why}`).join('; ')}`,
        );
      }, longest);
    });
    for (const section of last) register(section);
  });
}
