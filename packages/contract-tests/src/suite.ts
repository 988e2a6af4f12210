// The suite as vitest has it: a test per check and array.
import { isNetworkError, nodeFetch } from '@powerstore-api/client/node';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { type Acceptance, acceptanceOf, today } from './baseline.js';
import type { Check } from './checks/check.js';
import { type CheckGroup, groups, lastGroup } from './checks/index.js';
import type { Item } from './coverage.js';
import { createExam, type Examinee, NotApplicable } from './exam.js';
import { describeFinding, type Finding } from './finding.js';
import { createKeeper, type Keeper } from './keeper.js';
import { LostArrayError } from './lost-array-error.js';
import { allows } from './mode.js';
import { createProbe, type Login, type Probe } from './probe.js';
import { createRedactor, type Redactor, type Sample } from './redact.js';
import { otherSite, type Site, sitesOf, type Target, type Targets } from './target.js';

/** How a check went. `not-applicable`: the array has nothing to try it on; `not-run`: there was no time, or no array any more. */
export type Outcome = 'passed' | 'failed' | 'broken' | 'not-applicable' | 'not-run';

/** A finding that somebody has accepted, and why. */
export type AcceptedFinding = Finding & Pick<Acceptance, 'reason' | 'expires'>;

/** What a check leaves behind for the report. */
export interface CheckRecord {
  check: string;
  title: string;
  group: string;
  site: Site;
  outcome: Outcome;
  /** Why it is neither passed nor failed. */
  reason?: string;
  findings: Finding[];
  /** Findings that a baseline accepts. */
  accepted?: AcceptedFinding[];
  covered: Item[];
  samples: Sample[];
  requests: number;
  milliseconds: number;
  /** Why nothing more could be asked. */
  lost?: string;
}

declare module 'vitest' {
  interface TaskMeta {
    contract?: CheckRecord;
    /** Sessions that are not as they were before; `index` among those that may be changed. */
    notRestored?: { index: number; reference: string; why: string }[];
  }
}

/** What the suite is run on: plain data, so that it can be handed to another thread. */
export interface SuiteInput {
  targets: Targets;
  releases: { a: string; b?: string | undefined };
  /** Login sessions that are open already. */
  logins?: Partial<Record<Site, Login>> | undefined;
  /** Milliseconds after which no further check is begun. */
  budget?: number | undefined;
  /** Addresses of modules with checks of a team's own. */
  checks?: readonly string[] | undefined;
  /** Findings that are accepted. */
  accepted?: readonly Acceptance[] | undefined;
}

/** The checks that a run carries out on an array. */
export const checksFor = (targets: Targets, site: Site, { checks }: CheckGroup): Check[] =>
  checks.filter(({ safety = 'read', needs, once }) => {
    const target = targets[site];
    if (!target || !allows(target.permit.mode, safety)) return false;
    if (once && site === 'b') return false;
    switch (needs) {
      case 'pair':
        // What is asked of both is asked once.
        return targets.b !== undefined && site === 'a';
      case 'embedded':
        return target.permit.sessions === 'all';
      case 'control':
        return target.control !== undefined;
      case 'examples':
        return target.permit.sessions === 'all' && target.control === undefined;
      default:
        return true;
    }
  });

/** Registers the checks that the targets allow, and further ones. */
export function registerSuite(
  { targets, releases, logins = {}, budget, accepted = [] }: SuiteInput,
  own: readonly Check[] = [],
): void {
  const sites = sitesOf(targets);
  const redactor = createRedactor();
  const arrays: Partial<Record<Site, Examinee & { close: () => Promise<void> }>> = {};
  for (const site of sites) {
    const target = targets[site] as Target;
    const fetch = nodeFetch({ ...(target.tls && { tls: target.tls }) });
    const probe = createProbe(target, fetch, logins[site]);
    arrays[site] = { target, release: releases[site] ?? releases.a, probe, close: () => fetch.close() };
  }
  const state: State = { redactor, arrays, accepted, deadline: Infinity };

  const register = (group: CheckGroup): void => {
    for (const site of sites) {
      const possible = checksFor(targets, site, group);
      if (possible.length === 0) continue;
      const title = sites.length > 1 ? `${group.title} (${targets[site]?.label})` : group.title;
      describe(title, () => {
        for (const check of possible) registerCheck(state, { check, group: group.title, site });
      });
    }
  };

  describe('PowerStore contract', () => {
    // Whether it succeeds is a check's to say.
    beforeAll(async () => {
      if (budget !== undefined) state.deadline = Date.now() + budget;
      for (const site of sites) if (!logins[site]) await arrays[site]?.probe.login().catch(() => undefined);
    });
    afterAll(async () => {
      for (const site of sites) {
        if (state.lost === undefined) await arrays[site]?.probe.end();
        await arrays[site]?.close();
      }
    });
    // What is changed is put back before the login session ends; vitest does that when a run is cancelled as well.
    const changing = describe('checks', () => {
      let keeper: Keeper | undefined;
      beforeAll(async () => {
        try {
          keeper = await createKeeper(state.arrays);
        } catch (error) {
          // Nothing may be changed that could not be put back, and an array that does not say how it stands is no use.
          state.lost = `how the sessions stand could not be kept: ${(error as Error).message}`;
        }
      }, longest);
      for (const group of [...groups, { title: 'your own', checks: own }]) register(group);
      afterAll(async () => {
        const notRestored = ((await keeper?.putBack()) ?? []).map(({ index, id, why }) => ({
          index,
          reference: redactor.reference(id),
          why,
        }));
        if (notRestored.length === 0 || !changing.suite) return;
        changing.suite.meta.notRestored = notRestored;
        throw new Error(
          `Not put back as it was: ${notRestored.map(({ reference, why }) => `${reference}: ${why}`).join('; ')}`,
        );
      }, longest);
    });
    register(lastGroup);
  });
}

/** Milliseconds that what changes an array may take, which waits for it to arrive: a day. */
const longest = 86_400_000;

interface State {
  redactor: Redactor;
  arrays: Partial<Record<Site, Examinee>>;
  accepted: readonly Acceptance[];
  deadline: number;
  /** Once an array has stopped answering, each further check would only wait for it. */
  lost?: string;
}

function registerCheck(state: State, { check, group, site }: { check: Check; group: string; site: Site }): void {
  const array = state.arrays[site] as Examinee;
  const other = state.arrays[otherSite(site)];
  const options = check.safety === undefined || check.safety === 'read' ? {} : { timeout: longest };
  it(`${check.id}: ${check.title}`, options, async ({ task, skip, signal }) => {
    const exam = createExam({ array, other, redactor: state.redactor, kinds: check.findings, signal });
    const before = requestsOf(array.probe, other?.probe);
    const begun = performance.now();
    const end =
      state.lost !== undefined
        ? notRun(state.lost)
        : Date.now() > state.deadline
          ? notRun('the time of the run was over')
          : await carryOut(check, () => check.run(exam));
    if (end.lost !== undefined) state.lost = end.lost;
    const { findings, accepted } = sortOut(exam.findings, state.accepted);
    const wrong = findings.filter(({ severity }) => severity === 'error');
    const outcome = wrong.length > 0 ? 'failed' : end.outcome;
    task.meta.contract = {
      check: check.id,
      title: check.title,
      group,
      site,
      ...end,
      outcome,
      findings,
      ...(accepted.length > 0 && { accepted }),
      covered: [...exam.covered],
      samples: [...exam.samples],
      requests: requestsOf(array.probe, other?.probe) - before,
      milliseconds: Math.round(performance.now() - begun),
    };
    if (outcome === 'not-applicable' || outcome === 'not-run') skip(end.reason);
    // A plain error: reports print all that an error holds, and those of the client hold what the array said.
    const reasons = wrong.map(describeFinding);
    if (outcome === 'broken' && end.reason !== undefined) reasons.push(end.reason);
    if (reasons.length > 0) throw new Error(reasons.join('\n'));
  });
}

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

const requestsOf = (...probes: (Probe | undefined)[]): number =>
  probes.reduce((sum, probe) => sum + (probe?.requests ?? 0), 0);

type End = Pick<CheckRecord, 'outcome' | 'reason' | 'lost'>;

const notRun = (reason: string): End => ({ outcome: 'not-run', reason });

/** How a check ended: through, or because it broke, or because the array was lost. */
async function carryOut(check: Check, run: () => Promise<void>): Promise<End> {
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
    return { outcome: 'broken', reason: lost, lost };
  }
}
