import { nodeFetch } from '@powerstore-api/client/node';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { actionChecks } from './checks/actions.js';
import { authenticationChecks, logoutChecks } from './checks/authentication.js';
import type { Check } from './checks/check.js';
import { clientChecks } from './checks/client.js';
import { collectionChecks } from './checks/collections.js';
import { pagingChecks } from './checks/paging.js';
import { createExam, type Seen } from './exam.js';
import { describeFinding, type Finding } from './finding.js';
import { createProbe } from './probe.js';
import type { Target } from './target.js';

/** What a check leaves behind for the report. */
export interface CheckRecord {
  check: string;
  findings: Finding[];
  seen: Seen[];
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
 * Registers the whole suite with vitest, for use in a test file of your own.
 *
 * @example
 * ```ts
 * // array-a.contract.test.ts
 * import { contractSuite } from '@powerstore-api/contract-tests';
 *
 * contractSuite({
 *   target: { url: 'https://array-a.example.com', username: 'monitor', password, writable: false, name: 'array-a' },
 *   release: '4.0.0.0',
 * });
 * ```
 */
export function contractSuite({ target, release }: { target: Target; release: string }): void {
  const fetch = nodeFetch(target.tls);
  const probe = createProbe(target, fetch);

  describe(`PowerStore contract: ${target.name}`, () => {
    beforeAll(() => probe.login());
    afterAll(() => fetch.close());
    for (const { title, checks } of groups) {
      const possible = checks.filter(({ writes }) => !writes || target.writable);
      if (possible.length === 0) continue;
      describe(title, () => {
        for (const check of possible) {
          it(`${check.id}: ${check.title}`, async ({ task }) => {
            const exam = createExam(target, release, probe);
            try {
              await check.run(exam);
            } finally {
              task.meta.contract = { check: check.id, findings: [...exam.findings], seen: [...exam.seen] };
            }
            if (exam.findings.length > 0) throw new Error(exam.findings.map(describeFinding).join('\n'));
          });
        }
      });
    }
  });
}
