// One run: it notes the state of the sessions, carries out checks one at a time, and puts the sessions back.
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { isNetworkError } from '@powerstore-api/client/node';
import { acceptanceOf, today } from '../report/baseline.js';
import { type Acceptance } from '../report/acceptance.js';
import type { AcceptedFinding, CheckRecord } from '../report/check-record.js';
import type { Check } from '../checks/check.js';
import type { Connection, Connections } from '../array/connection.js';
import { compileContract } from '../contract/contract.js';
import { createCheckContext, NotApplicable } from '../checks/check-context.js';
import { type ArrayUnderTest } from '../array/array-under-test.js';
import type { Finding } from '../findings/finding.js';
import { LostArrayError } from '../array/lost-array-error.js';
import type { ArraySession } from '../array/array-session.js';
import { createRedactor } from '../array/redact.js';
import { otherSite, type Site } from '../array/target.js';
import { createKeeper, type Keeper } from './keeper.js';
import type { Section } from './schedule.js';

/** A session that is not as it was before. */
export interface NotRestored {
  /** Position among the sessions that may be changed. */
  index: number;
  /** The name that reports have for it. */
  reference: string;
  why: string;
}

/** The arrays of a run, and its limits. */
export interface RunInput {
  connections: Connections;
  releases: { a: string; b?: string | undefined };
  /** Milliseconds after which no further check begins. */
  budget?: number | undefined;
  /** Findings that are accepted. */
  accepted?: readonly Acceptance[] | undefined;
}

/** Call `begin` first, `putBack` last, and carry out one check at a time in between. */
export interface Run {
  /** Logs in where nobody has yet, and notes the state of the sessions that may be changed. */
  begin(): Promise<void>;
  /** Carries out a check; the record says how it went. The signal stops it before its next request. */
  carryOut(check: Check, section: Section, signal?: AbortSignal): Promise<CheckRecord>;
  /** Puts the changed sessions back, and returns those that could not be. */
  putBack(): Promise<NotRestored[]>;
}

/** @throws Error where a schema of the contract does not compile: everything would pass it. */
export function createRun({ connections, releases, budget = Infinity, accepted = [] }: RunInput): Run {
  compileContract();
  const redactor = createRedactor();
  const arrays: Partial<Record<Site, ArrayUnderTest>> = {};
  for (const [site, { target, arraySession }] of Object.entries(connections) as [Site, Connection][])
    arrays[site] = { target, arraySession, release: releases[site] ?? releases.a };
  let deadline = Infinity;
  /** Once an array has stopped answering, each further check would only wait for it. */
  let lost: string | undefined;
  let keeper: Keeper | undefined;
  let underWay: Promise<unknown> | undefined;

  const examine = async (check: Check, { group, site }: Section, signal?: AbortSignal): Promise<CheckRecord> => {
    const array = arrays[site];
    if (!array) throw new Error(`there is no array ${site}`);
    const other = arrays[otherSite(site)];
    const context = createCheckContext({ array, other, redactor, kinds: check.findings, signal });
    const before = requestsOf(array.arraySession, other?.arraySession);
    const begun = performance.now();
    const end =
      lost !== undefined
        ? notRun(lost)
        : begun > deadline
          ? notRun('the time of the run was over')
          : await orInterrupted(
              attempt(check, () => check.run(context)),
              array.target.timeout,
              signal,
            );
    lost ??= end.lost;
    const { findings, accepted: acceptedFindings } = separateAccepted(context.findings, accepted);
    return {
      check: check.id,
      title: check.title,
      group,
      site,
      ...end,
      outcome: findings.some(({ severity }) => severity === 'error') ? 'failed' : end.outcome,
      findings,
      ...(acceptedFindings.length > 0 && { accepted: acceptedFindings }),
      covered: [...context.covered],
      samples: [...context.samples],
      requests: requestsOf(array.arraySession, other?.arraySession) - before,
      milliseconds: Math.round(performance.now() - begun),
    };
  };

  return {
    async begin() {
      deadline = performance.now() + budget;
      // A check says whether it succeeds.
      for (const { arraySession } of Object.values(arrays)) await arraySession.login().catch(() => undefined);
      try {
        keeper = await createKeeper(arrays);
      } catch (error) {
        // Nothing is changed that could not be put back.
        lost = `the state of the sessions cannot be read: ${(error as Error).message}`;
      }
    },
    carryOut(check, section, signal) {
      const record = examine(check, section, signal);
      underWay = record.catch(() => undefined);
      return record;
    },
    async putBack() {
      // vitest goes on without a check that it has cancelled; the check may still be sending.
      await underWay;
      return ((await keeper?.putBack()) ?? []).map(({ index, id, why }) => ({
        index,
        reference: redactor.reference(id),
        why,
      }));
    },
  };
}

/** Why a run was stopped: the reason of the signal where that is a text. */
export const reasonOf = ({ reason }: AbortSignal): string => (typeof reason === 'string' ? reason : 'interrupted');

/** The findings that count, and those that the baseline accepts today. */
function separateAccepted(
  all: readonly Finding[],
  entries: readonly Acceptance[],
): { findings: Finding[]; accepted: AcceptedFinding[] } {
  const [findings, accepted]: [Finding[], AcceptedFinding[]] = [[], []];
  for (const finding of all) {
    const entry = acceptanceOf(finding, entries, today());
    if (entry) accepted.push({ ...finding, reason: entry.reason, expires: entry.expires });
    else findings.push(finding);
  }
  return { findings, accepted };
}

const requestsOf = (...arraySessions: (ArraySession | undefined)[]): number =>
  arraySessions.reduce((sum, arraySession) => sum + (arraySession?.requests ?? 0), 0);

type End = Pick<CheckRecord, 'outcome' | 'reason' | 'lost'>;

const notRun = (reason: string): End => ({ outcome: 'not-run', reason });

/** How a check ended: it came to its end, it broke, or the array stopped answering. */
async function attempt(check: Check, run: () => Promise<void>): Promise<End> {
  try {
    await run();
    return { outcome: 'passed' };
  } catch (error) {
    if (error instanceof NotApplicable) return { outcome: 'not-applicable', reason: error.message };
    const isLost = error instanceof LostArrayError || isNetworkError(error);
    if (!isLost) return { outcome: 'broken', reason: `${check.id} broke: ${(error as Error).message}` };
    // The message of the client's error names the whole address, ids included.
    const where = isNetworkError(error) ? `the client had no answer (${error.kind})` : error.message;
    const lost = `the array stopped answering: ${where}`;
    return { outcome: 'broken', reason: lost, lost };
  }
}

/**
 * How a check ended that the signal may stop. It stops before its next request. A check that sends no more requests is given up
 * after the time that an answer may take.
 */
async function orInterrupted(ending: Promise<End>, timeoutMs: number, signal?: AbortSignal): Promise<End> {
  if (!signal) return ending;
  const ended = new AbortController();
  const givenUp = once(signal, 'abort', { signal: ended.signal })
    .then(() => sleep(timeoutMs, undefined, { signal: ended.signal }))
    .catch(() => undefined);
  const end = await Promise.race([ending, givenUp]);
  ended.abort();
  // It may have come to its end all the same.
  if (end && (!signal.aborted || end.outcome !== 'broken')) return end;
  return notRun(reasonOf(signal));
}
