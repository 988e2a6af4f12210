/**
 * The suite in a test file of your own.
 *
 * @module
 */
import { checkOptions } from '@powerstore-api/input';
import * as v from 'valibot';
import { printable } from '@powerstore-api/settings';
import { InputError, isAtLeast } from '@powerstore-api/types';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { connectTo, type Connections } from '../../array/http/connection.js';
import type { Permit } from '../../array/target/permit.js';
import { plainHttpWarning } from '../../array/target/plain-http.js';
import { preflight, releaseNumberOf } from '../../array/http/preflight.js';
import { refuseSameArray } from '../../array/target/same-array.js';
import {
  type ArrayTarget,
  type Pace,
  type Site,
  type Targets,
  targetsOf,
  toTargets,
} from '../../array/target/target.js';
import { arraysOption, type Fields, filled, paceOption, permitOption } from '../../array/target/target-options.js';
import { type Check, checkSchema } from '../../checks/define-check.js';
import { createDetails } from '../../evidence/details.js';
import { checkPrivate } from '../../report/private-file.js';
import { writeDetails } from '../write-details.js';
import { Run } from '../run.js';
import { seedOfDay, seedOption } from '../seed.js';
import { scheduleOf, type Section, titleOf } from '../schedule.js';
import { testEndOf } from '../test-end.js';
import { endTest, testLimitMs } from './end-test.js';

/** The arrays of {@link contractSuite}, and its limits. */
export interface ContractSuiteOptions {
  /** The array to check, and the one it replicates to. */
  arrays: { a: ArrayTarget; b?: ArrayTarget };
  /** The release that each array runs, such as `4.0.0.0`; for `b`, that of `a` by default. */
  releases: { a: string; b?: string };
  /**
   * The most that the suite may do to the arrays, and the replication sessions that it may change. It changes nothing unless both
   * are given.
   * @default only reads
   */
  permit?: Permit & { sessions: readonly string[] };
  /**
   * @default two requests per second, and 2000 rows of a collection
   */
  pace?: Partial<Pace>;
  /**
   * Decides which queries are asked: the same seed and the same rows give the same ones.
   * @default the day, by UTC
   */
  seed?: string;
  /**
   * Tries one wrong password of the user as well. An array may lock a user after several of them.
   * @default false
   */
  tryWrongPassword?: boolean;
  /** Checks of your own, made with `defineCheck`. */
  checks?: readonly Check[];
  /**
   * File for the details of the findings, which the output of vitest does not have: values of the array, and no password, cookie or
   * token. Only its owner can read it.
   */
  details?: string;
}

const suiteOptions = v.strictObject({
  arrays: arraysOption,
  releases: v.strictObject({ a: filled, b: v.optional(filled) }),
  permit: permitOption,
  pace: paceOption,
  seed: v.optional(seedOption),
  tryWrongPassword: v.optional(v.boolean()),
  checks: v.optional(v.array(checkSchema)),
  details: v.optional(filled),
} satisfies Fields<ContractSuiteOptions>);

/**
 * Registers the suite with vitest, a test per check and array. Without a permit the suite only reads. With one, it puts the
 * listed replication sessions back as they were, and fails where that is not possible.
 *
 * Where both arrays are one array, or an array runs another release than `releases` has, the suite fails before its first check.
 *
 * @throws InputError where the permit does not list the replication sessions.
 * @example
 * ```ts
 * // array-a.contract.test.ts
 * import { contractSuite } from '@powerstore-api/contract-tests/vitest';
 *
 * contractSuite({
 *   arrays: { a: { url: 'https://array-a.example.com', username: 'monitor', password } },
 *   releases: { a: '4.0.0.0' },
 * });
 * ```
 */
export function contractSuite(options: ContractSuiteOptions): void {
  checkOptions('contractSuite', suiteOptions, options);
  const { arrays, releases, permit, pace, seed = seedOfDay(), tryWrongPassword, checks, details: file } = options;
  const targets = toTargets(arrays, { permit, pace, tryWrongPassword });
  const connections: Connections = {};
  for (const target of targetsOf(targets)) connections[target.site] = connectTo(target);
  const details = createDetails();
  const run = new Run({ connections, releases, seed, details: file === undefined ? undefined : details });
  let started = new Date();
  const { sections, last } = scheduleOf(targets, checks);

  const register = (section: Section): void => {
    describe(titleOf(section, targets), () => {
      for (const check of section.checks)
        it(printable(`${check.id}: ${check.title}`), { timeout: testLimitMs }, async ({ skip, signal }) => {
          endTest(testEndOf(await run.carryOut(check, section, signal)), skip);
        });
    });
  };

  describe('PowerStore contract', () => {
    beforeAll(async () => {
      started = new Date();
      if (file !== undefined) await checkPrivate(file);
      await begin(targets, connections, releases);
      await run.begin();
    }, testLimitMs);
    afterAll(async () => {
      try {
        if (file !== undefined) console.warn(await writeDetails(file, details, { started, connections }));
      } finally {
        for (const { close } of Object.values(connections)) await close();
      }
    }, testLimitMs);
    // Sessions are put back before the login session ends. vitest calls `afterAll` when a run is cancelled as well.
    describe('checks', () => {
      for (const section of sections) register(section);
      afterAll(async () => {
        const notRestored = await run.putBack();
        // The output of vitest may go anywhere, so it names no id.
        const sessions = notRestored.map(
          ({ index, reference, why }) => `${index === undefined ? 'none of them' : index + 1} (${reference}): ${why}`,
        );
        const faults = [
          ...(sessions.length > 0
            ? [`Not put back as they were, by their position in permit.sessions: ${sessions.join('; ')}`]
            : []),
          ...(run.forbiddenWrites.length > 0
            ? [`The array got requests that the run may not send: ${run.forbiddenWrites.join(', ')}`]
            : []),
        ];
        if (faults.length > 0) throw new Error(faults.join('\n'));
      }, testLimitMs);
    });
    for (const section of last) register(section);
  });
}

/**
 * Warns of plain HTTP, refuses to take one array for two, and to compare an array with another release than it runs.
 *
 * @throws InputError where both are one array, or one runs another release.
 */
async function begin(
  targets: Targets,
  connections: Connections,
  releases: ContractSuiteOptions['releases'],
): Promise<void> {
  const serials: Partial<Record<Site, string>> = {};
  for (const target of targetsOf(targets)) {
    const warning = plainHttpWarning(target);
    if (warning !== undefined) console.warn(warning);
    const { site } = target;
    const connection = connections[site];
    if (!connection) continue;
    // A check says why an array does not answer.
    const identity = await preflight(target, connection.arraySession).catch(() => undefined);
    if (!identity) continue;
    serials[site] = identity.serial;
    refuseOtherRelease(site, releases[site] ?? releases.a, identity.release);
  }
  refuseSameArray(serials);
}

/** @throws InputError where the array runs another release than it would be compared with. */
function refuseOtherRelease(site: Site, named: string, release: string): void {
  const number = releaseNumberOf(named);
  if (number !== undefined && isAtLeast(number, release) && isAtLeast(release, number)) return;
  throw new InputError(
    `Array ${site} runs release ${release}, and contractSuite would compare it with ${named}. Write releases: { ${site}: '${release}' }.`,
  );
}
