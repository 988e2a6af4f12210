import { isNetworkError, nodeFetch } from '@powerstore-api/client/node';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { actionChecks } from './checks/actions.js';
import { authenticationChecks, logoutChecks } from './checks/authentication.js';
import type { Check } from './checks/check.js';
import { clientChecks } from './checks/client.js';
import { collectionChecks } from './checks/collections.js';
import { pagingChecks } from './checks/paging.js';
import { createExam, type Exam, type Seen } from './exam.js';
import { describeFinding, type Finding } from './finding.js';
import { LostArrayError } from './lost-array-error.js';
import { createProbe } from './probe.js';
import { type ArrayTarget, readOnly, type Target } from './target.js';

/** What a check leaves behind for the report. */
export interface CheckRecord {
  check: string;
  findings: Finding[];
  seen: Seen[];
  /** Why nothing more could be asked. */
  lost?: string;
}

declare module 'vitest' {
  interface TaskMeta {
    contract?: CheckRecord;
  }
}

const groups: { title: string; checks: Check[] }[] = [
  { title: 'authentication', checks: authenticationChecks },
  { title: 'collections and instances', checks: collectionChecks },
  { title: 'paging', checks: pagingChecks },
  { title: 'actions', checks: actionChecks },
  { title: 'client', checks: clientChecks },
  { title: 'logout', checks: logoutChecks },
];

/**
 * Registers the suite with vitest, for use in a test file of your own. The array is only read.
 *
 * @example
 * ```ts
 * // array-a.contract.test.ts
 * import { contractSuite } from '@powerstore-api/contract-tests';
 *
 * contractSuite({
 *   target: {
 *     url: 'https://array-a.example.com',
 *     username: 'monitor',
 *     password,
 *     name: 'array-a',
 *     timeout: 30_000,
 *   },
 *   release: '4.0.0.0',
 * });
 * ```
 */
export function contractSuite({ target, release }: { target: ArrayTarget; release: string }): void {
  registerSuite(readOnly(target), release);
}

/** Registers the checks that the target allows. */
export function registerSuite(target: Target, release: string): void {
  const fetch = nodeFetch({ tls: target.tls });
  const probe = createProbe(target, fetch);
  // Once an array has stopped answering, each further check would only wait for it.
  let lost: string | undefined;

  describe(`PowerStore contract: ${target.name}`, () => {
    // Whether it succeeds is the first check's to say.
    beforeAll(() => probe.login().catch(() => undefined));
    afterAll(async () => {
      if (lost === undefined) await probe.end();
      await fetch.close();
    });
    for (const { title, checks } of groups) {
      const possible = checks.filter(({ writes }) => !writes || target.writable);
      if (possible.length === 0) continue;
      describe(title, () => {
        for (const check of possible) {
          it(`${check.id}: ${check.title}`, async ({ task }) => {
            if (lost !== undefined) throw new Error(lost);
            const exam = createExam(target, release, probe);
            const { broken, ...end } = await carryOut(check, exam);
            ({ lost } = end);
            const { findings, seen } = exam;
            task.meta.contract = { check: check.id, findings: [...findings], seen: [...seen], ...end };
            // A plain error: reports print all that an error holds, and those of the client hold what the array said.
            const wrong = findings.filter(({ note }) => !note).map(describeFinding);
            if (broken !== undefined) wrong.push(broken);
            if (wrong.length > 0) throw new Error(wrong.join('\n'));
          });
        }
      });
    }
  });
}

/** Why a check could not be carried out: because it broke, or because the array was lost. */
async function carryOut(check: Check, exam: Exam): Promise<{ broken?: string; lost?: string }> {
  try {
    await check.run(exam);
    return {};
  } catch (error) {
    const isLost = error instanceof LostArrayError || isNetworkError(error);
    if (!isLost) return { broken: `the check broke: ${(error as Error).message}` };
    // What the client says of the network names the whole address, ids included.
    const where = isNetworkError(error) ? `the client had no answer (${error.kind})` : error.message;
    const lost = `the array stopped answering: ${where}`;
    return { broken: lost, lost };
  }
}
