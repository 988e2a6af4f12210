import { printableLines } from '@powerstore-api/settings';
import type { ArraySession } from '../array/http/array-session.js';
import type { ArrayUnderTest } from '../array/target/array-under-test.js';
import { type Connection, type Connections, forbiddenWritesTo, noteAt } from '../array/http/connection.js';
import { messageOf } from '../array/secrecy/message-of.js';
import { notingRequests } from '../array/http/other-requests.js';
import { mapTexts } from '../array/secrecy/map-texts.js';
import { createRedactor } from '../array/secrecy/redact.js';
import { secretHider } from '../array/secrecy/secrets.js';
import { otherSite, type Site } from '../array/target/target.js';
import { createCheckContext } from '../checks/context/check-context.js';
import { Surveys } from '../checks/context/surveys.js';
import type { SuiteCheck } from '../checks/define-check.js';
import { compileContract } from '../contract/contract.js';
import type { Details } from '../evidence/details.js';
import type { Finding } from '../findings/finding.js';
import type { Acceptance } from '../report/acceptance.js';
import { acceptanceOf, today } from '../report/baseline.js';
import type { AcceptedFinding, CheckRecord } from '../report/check-record.js';
import { type CheckEnd, endOf, endOrStop, notRun } from './check-end.js';

import type { Section } from './schedule.js';
import { createSessionRestorer, type SessionRestorer } from './session-restorer.js';

/** A session that is not as it was before. */
export interface NotRestored {
  id: string;
  /** Position among the sessions that may be changed; absent where it is none of them. */
  index?: number;
  /** The name that reports have for it. */
  reference: string;
  why: string;
}

/** The arrays of a run, and its limits. */
export interface RunInput {
  connections: Connections;
  releases: { a: string; b?: string | undefined };
  /** Decides which queries are asked. */
  seed: string;
  /** Milliseconds after which no further check begins. */
  budgetMs?: number | undefined;
  /** Findings that are accepted. */
  accepted?: readonly Acceptance[] | undefined;
  /** Takes the values that the checks compare. */
  details?: Details | undefined;
}

/**
 * One run: it remembers the state of the sessions, carries out checks one at a time, and puts the sessions back. Call `begin`
 * first and `putBack` last.
 */
export class Run {
  readonly #connections: Connections;
  readonly #arrays: Partial<Record<Site, ArrayUnderTest>> = {};
  readonly #redactor = createRedactor();
  readonly #surveys = new Surveys();
  readonly #seed: string;
  readonly #budgetMs: number;
  readonly #accepted: readonly Acceptance[];
  readonly #details: Details | undefined;
  /** Of `performance.now()`. */
  #deadlineMs = Infinity;
  /** The reason why the array is not asked any more: each further check would only wait for it. */
  #lost: string | undefined;
  #restorer: SessionRestorer | undefined;
  /** The reason for each session that an action has changed although it was sent to another one. */
  readonly #strays = new Map<string, string>();
  #underWay: Promise<unknown> | undefined;

  /** @throws Error where a schema of the contract does not compile: everything would pass it. */
  constructor({ connections, releases, seed, budgetMs = Infinity, accepted = [], details }: RunInput) {
    compileContract();
    this.#connections = connections;
    for (const [site, { target, arraySession }] of Object.entries(connections) as [Site, Connection][])
      this.#arrays[site] = { target, arraySession, release: releases[site] ?? releases.a };
    this.#seed = seed;
    this.#budgetMs = budgetMs;
    this.#accepted = accepted;
    this.#details = details;
  }

  /** Logs in where nobody has yet, and remembers the state of the sessions that may be changed. */
  async begin(): Promise<void> {
    this.#deadlineMs = performance.now() + this.#budgetMs;
    // A check says whether the login succeeds.
    for (const { arraySession } of Object.values(this.#arrays)) await arraySession.login().catch(() => undefined);
    try {
      this.#restorer = await createSessionRestorer(this.#arrays);
    } catch (error) {
      // Nothing is changed that could not be put back.
      this.#lost = `the state of the sessions cannot be read: ${messageOf(error)}`;
    }
  }

  /** The writes that the arrays got although the run may not send them, in order and without ids. */
  get forbiddenWrites(): string[] {
    return forbiddenWritesTo(this.#connections);
  }

  /** Carries out a check; the record says how it ended. The signal stops it before its next request. */
  carryOut(check: SuiteCheck, section: Section, signal?: AbortSignal): Promise<CheckRecord> {
    const record = this.#carryOut(check, section, signal);
    this.#underWay = record.catch(() => undefined);
    return record;
  }

  /** Puts the changed sessions back, and returns those that could not be. */
  async putBack(): Promise<NotRestored[]> {
    // vitest goes on without a check that it has cancelled; the check may still be sending.
    await this.#underWay;
    const failed: { id: string; index?: number; why: string }[] = (await this.#restorer?.putBack()) ?? [];
    // Nobody knows on which session the array would carry out an action that puts it back.
    for (const [id, why] of this.#strays) if (!failed.some((it) => it.id === id)) failed.push({ id, why });
    return failed.map(({ id, index, why }) => ({
      id,
      ...(index !== undefined && { index }),
      reference: this.#redactor.reference(id),
      why: this.#shown(why),
    }));
  }

  /** Plain data as anybody may see it: without secrets, and safe to print. */
  #shown<T>(data: T): T {
    const secrets = Object.values(this.#arrays).flatMap(({ arraySession }) => [...arraySession.secrets]);
    const hide = secretHider(secrets);
    return mapTexts(data, (text) => printableLines(hide(text)));
  }

  async #carryOut(check: SuiteCheck, { group, site }: Section, signal?: AbortSignal): Promise<CheckRecord> {
    const array = this.#arrays[site];
    if (!array) throw new Error(`there is no array ${site}`);
    const other = this.#arrays[otherSite(site)];
    const { context, login, result } = createCheckContext({
      array,
      other,
      redactor: this.#redactor,
      surveys: this.#surveys,
      seed: this.#seed,
      kinds: check.findings,
      details: this.#details,
      signal,
      strays: {
        reference: (id) => this.#redactor.reference(id),
        add: (id, why) => void this.#strays.set(id, why),
        size: () => this.#strays.size,
      },
    });
    const requestsBefore = requestsOf(array.arraySession, other?.arraySession);
    const forbiddenBefore = this.forbiddenWrites.length;
    const begun = performance.now();
    const end: CheckEnd =
      this.#reasonNotToBegin(begun) ??
      (await endOrStop(
        endOf(check.id, () =>
          notingRequests(
            (request) => noteAt(this.#connections, request),
            () => check.run(context, login),
          ),
        ),
        array.target.timeoutMs,
        signal,
      ));
    this.#lost ??= end.arrayLost;
    const [forbidden] = this.forbiddenWrites.slice(forbiddenBefore);
    const { findings, accepted } = separateAccepted(this.#shown(result.findings), this.#accepted);
    return this.#shown({
      check: check.id,
      title: check.title,
      group,
      site,
      ...end,
      ...(forbidden !== undefined && { reason: `${check.id} sent ${forbidden}, which the run may not send` }),
      outcome:
        forbidden !== undefined
          ? 'broken'
          : findings.some(({ severity }) => severity === 'error')
            ? 'failed'
            : end.outcome,
      findings,
      ...(accepted.length > 0 && { accepted }),
      covered: [...result.covered],
      ...(result.acceptedItems.size > 0 && { acceptedItems: [...result.acceptedItems] }),
      ...(result.observed.length > 0 && { observed: [...result.observed] }),
      samples: [...result.samples],
      requests: requestsOf(array.arraySession, other?.arraySession) - requestsBefore,
      milliseconds: Math.round(performance.now() - begun),
    });
  }

  #reasonNotToBegin(nowMs: number): CheckEnd | undefined {
    if (this.#lost !== undefined) return notRun(this.#lost);
    return nowMs > this.#deadlineMs ? notRun('the time of the run was over') : undefined;
  }
}

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
