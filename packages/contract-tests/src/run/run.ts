// One run: it keeps how the sessions stand, carries out one check after the other, and puts the sessions back.
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

/** A session that is not as it was before; `index` among those that may be changed. */
export interface NotRestored {
  index: number;
  /** What reports call it. */
  reference: string;
  why: string;
}

/** The arrays of a run, and its limits. */
export interface RunInput {
  connections: Connections;
  releases: { a: string; b?: string | undefined };
  /** Milliseconds after which no further check is begun. */
  budget?: number | undefined;
  /** Findings that are accepted. */
  accepted?: readonly Acceptance[] | undefined;
}

/** Begin it first, put back last, and carry out one check at a time in between. */
export interface Run {
  /** Logs in where nobody has yet, and keeps how the sessions stand that may be changed. */
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
    lost ??= end.arrayLost;
    const { findings, accepted: met } = sortOut(context.findings, accepted);
    return {
      check: check.id,
      title: check.title,
      group,
      site,
      ...end,
      outcome: findings.some(({ severity }) => severity === 'error') ? 'failed' : end.outcome,
      findings,
      ...(met.length > 0 && { accepted: met }),
      covered: [...context.covered],
      samples: [...context.samples],
      requests: requestsOf(array.arraySession, other?.arraySession) - before,
      milliseconds: Math.round(performance.now() - begun),
    };
  };

  return {
    async begin() {
      deadline = performance.now() + budget;
      // Whether it succeeds is a check's to say.
      for (const { arraySession } of Object.values(arrays)) await arraySession.login().catch(() => undefined);
      try {
        keeper = await createKeeper(arrays);
      } catch (error) {
        // Nothing may be changed that could not be put back, and an array that does not say how it stands is no use.
        lost = `how the sessions stand could not be kept: ${(error as Error).message}`;
      }
    },
    carryOut(check, section, signal) {
      const record = examine(check, section, signal);
      underWay = record.catch(() => undefined);
      return record;
    },
    async putBack() {
      // vitest leaves a check that was told to stop, and the check may still be at it.
      await underWay;
      return ((await keeper?.putBack()) ?? []).map(({ index, id, why }) => ({
        index,
        reference: redactor.reference(id),
        why,
      }));
    },
  };
}

/** Why a run was ended before its time: the reason of the signal where that is a text. */
export const reasonOf = ({ reason }: AbortSignal): string => (typeof reason === 'string' ? reason : 'interrupted');

/** Findings, and those that are accepted today. */
function sortOut(
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

const requestsOf = (...probes: (ArraySession | undefined)[]): number =>
  probes.reduce((sum, arraySession) => sum + (arraySession?.requests ?? 0), 0);

type End = Pick<CheckRecord, 'outcome' | 'reason' | 'arrayLost'>;

const notRun = (reason: string): End => ({ outcome: 'not-run', reason });

/** How a check ended: through, or because it broke, or because the array was lost. */
async function attempt(check: Check, run: () => Promise<void>): Promise<End> {
  try {
    await run();
    return { outcome: 'passed' };
  } catch (error) {
    if (error instanceof NotApplicable) return { outcome: 'not-applicable', reason: error.message };
    const isLost = error instanceof LostArrayError || isNetworkError(error);
    if (!isLost) return { outcome: 'broken', reason: `${check.id} broke: ${(error as Error).message}` };
    // What the client says of the network names the whole address, ids included.
    const where = isNetworkError(error) ? `the client had no answer (${error.kind})` : error.message;
    const lost = `the array stopped answering: ${where}`;
    return { outcome: 'broken', reason: lost, arrayLost: lost };
  }
}

/**
 * How a check ended that may be told to stop. It stops before its next request. A check that asks nothing may never do so: it
 * is given up after the time that an answer may take.
 */
async function orInterrupted(ending: Promise<End>, patience: number, signal?: AbortSignal): Promise<End> {
  if (!signal) return ending;
  const ended = new AbortController();
  const givenUp = once(signal, 'abort', { signal: ended.signal })
    .then(() => sleep(patience, undefined, { signal: ended.signal }))
    .catch(() => undefined);
  const end = await Promise.race([ending, givenUp]);
  ended.abort();
  // It may have come through all the same.
  if (end && (!signal.aborted || end.outcome !== 'broken')) return end;
  return notRun(reasonOf(signal));
}
