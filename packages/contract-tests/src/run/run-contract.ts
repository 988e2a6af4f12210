import { checkOptions } from '@powerstore-api/input';
import { printable } from '@powerstore-api/settings';
import { contractRelease, InputError } from '@powerstore-api/types';
import * as v from 'valibot';
import { connectTo, type Connections, forbiddenWritesTo, noteAt } from '../array/http/connection.js';
import { notingRequests } from '../array/http/other-requests.js';
import type { Permit } from '../array/target/permit.js';
import { plainHttpWarning } from '../array/target/plain-http.js';
import { type ArrayIdentity, preflight } from '../array/http/preflight.js';
import { refuseSameArray } from '../array/target/same-array.js';
import {
  type ArrayTarget,
  CannotRunError,
  type Pace,
  type Site,
  type Targets,
  targetsOf,
  toTargets,
} from '../array/target/target.js';
import {
  arraysOption,
  type Fields,
  filled,
  milliseconds,
  paceOption,
  permitOption,
} from '../array/target/target-options.js';
import { type Check, checkSchema } from '../checks/define-check.js';
import { createDetails } from '../evidence/details.js';
import { checkPrivate } from '../report/private-file.js';
import { writeDetails } from './write-details.js';
import { assumptionResults } from '../assumptions/results.js';
import { outdated, readBaseline } from '../report/baseline.js';
import { renderers, reportKinds, type ReportKind } from '../report/render/index.js';
import { checkWritable, requireDistinct, writeOutput } from '../report/output-file.js';
import { type Report, reportOf } from '../report/report.js';
import { loadChecks } from './check-modules.js';
import { type Conduct, inOrder } from './conduct.js';
import { type EmbeddedKind, startEmbedded } from './embedded.js';
import { describePlan, readListed } from './plan.js';
import { describeReport, followChecks } from './progress.js';
import { runChecks, type RunResult } from './run-checks.js';
import { reasonOf } from './check-end.js';
import type { NotRestored } from './run.js';
import { seedOfDay, seedOption } from './seed.js';
import { titleOf } from './schedule.js';
import type { StatusLine } from './status-line.js';

/** The arrays of a run, its limits, and where its results go. */
export interface RunOptions {
  /** The array to check, and the one it replicates to; without them, a pair of the embedded simulator. */
  arrays?: { a: ArrayTarget; b?: ArrayTarget | undefined } | undefined;
  /**
   * Without arrays: the simulator, or the mock that answers with the examples of the contract.
   * @default 'simulator'
   */
  embedded?: EmbeddedKind | undefined;
  /**
   * Without arrays: the release of the embedded simulator, such as `3.6`.
   * @default the latest that the contract describes
   */
  release?: string | undefined;
  /**
   * Without arrays: leaves Prism out of the embedded simulator. The simulator then does not compare requests with the contract,
   * so the checks that send malformed requests are left out. The run takes less time.
   * @default false
   */
  fast?: boolean | undefined;
  /**
   * The most that the run may do to the arrays, and the replication sessions that it may change. It changes nothing unless both
   * are given.
   * @default only reads
   */
  permit?: (Permit & { sessions: readonly string[] }) | undefined;
  /**
   * @default two requests per second to arrays that are not embedded, and 2000 rows of a collection
   */
  pace?: Partial<Pace> | undefined;
  /**
   * Decides which queries are asked: the same seed and the same rows give the same ones. The report has it.
   * @default the day, by UTC
   */
  seed?: string | undefined;
  /**
   * Tries one wrong password of the user as well. An array may lock a user after several of them.
   * @default false; embedded arrays lock nobody, and are always tried
   */
  tryWrongPassword?: boolean | undefined;
  /** Milliseconds after which no further check begins. */
  budget?: number | undefined;
  /** Checks of your own, made with `defineCheck`. */
  checks?: readonly Check[] | undefined;
  /** Paths of modules that export checks of your own. */
  checkModules?: readonly string[] | undefined;
  /** File of accepted findings: those do not fail the run. */
  baseline?: string | undefined;
  /** Only prints the plan of the run. */
  dryRun?: boolean | undefined;
  /** Files to write reports to, by their kind. */
  reports?: Partial<Record<ReportKind, string>> | undefined;
  /**
   * File for the details of the findings, which no report has: the actual and the expected value, the rows concerned, the request
   * as sent, the answer, and a command that sends the request again. It holds values of the array, and no password, cookie or
   * token. Only its owner can read it.
   */
  details?: string | undefined;
  /**
   * Stops the run: no check sends another request, everything is put back, and the report has no verdict. The report gives the
   * reason of the signal where that is a text, and `interrupted` otherwise.
   */
  signal?: AbortSignal | undefined;
  /**
   * Takes the lines of the run: checks, findings, coverage and the verdict. They do not tell whose array it is.
   * @default prints nothing
   */
  print?: ((line: string) => void) | undefined;
  /**
   * Takes the lines that name the array (host, name, serial, ids of sessions), for the person who starts the run.
   * @default prints nothing
   */
  tell?: ((line: string) => void) | undefined;
  /** Shows the check that is under way. */
  statusLine?: StatusLine | undefined;
}

/**
 * Runs the suite in this process and returns its report; with `dryRun`, nothing.
 *
 * @throws InputError where an option cannot be used: a file, a module of checks, a session that no array has, one array as both.
 * @throws CannotRunError where the run could not begin: an array does not answer, is not trusted, or refuses the login.
 * @example
 * ```ts
 * import { runContract } from '@powerstore-api/contract-tests';
 *
 * const report = await runContract({
 *   arrays: { a: { url: 'https://array-a.example.com', username: 'monitor', password } },
 *   signal: AbortSignal.timeout(3_600_000),
 *   print: console.log,
 *   tell: console.error,
 * });
 * if (report?.summary.verdict !== 'conforms') process.exitCode = 1;
 * ```
 */
export const runContract = (options: RunOptions): Promise<Report | undefined> => conductContract(options, inOrder);

const paths = v.array(filled);

const runOptions = v.strictObject({
  arrays: v.optional(arraysOption),
  embedded: v.optional(v.picklist(['simulator', 'static'])),
  release: v.optional(filled),
  fast: v.optional(v.boolean()),
  permit: permitOption,
  pace: paceOption,
  seed: v.optional(seedOption),
  tryWrongPassword: v.optional(v.boolean()),
  budget: milliseconds,
  checks: v.optional(v.array(checkSchema)),
  checkModules: v.optional(paths),
  baseline: v.optional(filled),
  dryRun: v.optional(v.boolean()),
  reports: v.optional(v.strictObject(Object.fromEntries(reportKinds.map((kind) => [kind, v.optional(filled)])))),
  details: v.optional(filled),
  signal: v.optional(v.instance(AbortSignal)),
  print: v.optional(v.function()),
  tell: v.optional(v.function()),
  statusLine: v.optional(
    v.looseObject({ show: v.function(), printAbove: v.function(), clear: v.function() } satisfies Fields<StatusLine>),
  ),
} satisfies Fields<RunOptions>);

/** Asks whether a run may begin, once its plan has been told. It throws where it may not. */
type Confirm = () => Promise<void>;

/** Runs the suite with a way to go through the checks. */
export async function conductContract(
  options: RunOptions,
  conduct: Conduct,
  confirm?: Confirm,
): Promise<Report | undefined> {
  checkOptions('runContract', runOptions, options);
  refuseContradictions(options);
  for (const file of Object.values(options.reports ?? {})) await checkWritable(file);
  if (options.details !== undefined) await checkPrivate(options.details);
  if (options.arrays) return runOn(toTargets(options.arrays, options), options, conduct, confirm);
  const { embedded: kind, release, permit, fast, pace } = options;
  const embedded = await startEmbedded({ kind, release, mode: permit?.mode, fast, pace });
  try {
    return await runOn(embedded.targets, options, conduct);
  } finally {
    await embedded.close();
  }
}

/** @throws InputError where an option would count for nothing. */
function refuseContradictions({ arrays, embedded, release, fast, reports = {}, details }: RunOptions): void {
  const forEmbedded = Object.entries({ embedded, release, fast: fast || undefined });
  const given = forEmbedded.find(([, value]) => value !== undefined);
  if (arrays && given) throw new InputError(`${given[0]} is for a run without arrays. Leave one out.`);
  if (embedded === 'static' && (release !== undefined || fast))
    throw new InputError(
      `${release === undefined ? 'fast' : 'release'} is for the simulator, not for the static mock.`,
    );
  requireDistinct([...Object.values(reports), details]);
}

async function runOn(
  targets: Targets,
  options: RunOptions,
  conduct: Conduct,
  confirm?: Confirm,
): Promise<Report | undefined> {
  const {
    print = ignore,
    tell = ignore,
    statusLine,
    seed = seedOfDay(),
    budget: budgetMs,
    signal,
    reports = {},
    checks = [],
    checkModules = [],
  } = options;
  const started = new Date();
  const accepted = options.baseline === undefined ? [] : readBaseline(options.baseline);
  const connections: Connections = {};
  for (const target of targetsOf(targets)) connections[target.site] = connectTo(target);
  try {
    const loaded = notingRequests(
      (request) => noteAt(connections, request),
      () => loadChecks(checkModules, signal),
    );
    const ownChecks = [...checks, ...(await loaded)];
    const identities = await identify(targets, connections, { tell, signal });
    const releases = { a: identities.a?.release ?? '', b: identities.b?.release };
    const listed = await readListed(targets, connections, releases);
    for (const line of describePlan({ targets, identities, listed, ownChecks, budgetMs })) tell(line);
    const [sent] = forbiddenWritesTo(connections);
    if (sent !== undefined)
      throw new CannotRunError(
        `A module of checks sent ${sent} while it loaded, which the run may not send. Look at the array, and correct the module.`,
      );
    if (options.dryRun) return undefined;
    await confirm?.();
    throwIfStopped(signal);
    for (const { site, label } of targetsOf(targets))
      print(`${label}: release ${releases[site]}, compared with the contract of ${contractRelease}`);
    print(`queries of the seed ${seed}; --seed ${seed} asks them again`);
    const listener = followChecks({ print, statusLine, titleOf: (section) => titleOf(section, targets) });
    const details = options.details === undefined ? undefined : createDetails();
    const result = await runChecks(
      { targets, releases, connections, seed, budgetMs, accepted, details },
      { ownChecks, conduct, listener, signal },
    );
    for (const it of result.notRestored) tell(printable(describeNotRestored(it, targets)));
    const facts = factsOf(result, targets, releases);
    const assumptions = assumptionResults(result.records, { ...facts, release: releases.a });
    const found = reportOf(result.records, { started, seed, ...facts, assumptions });
    const report: Report = { ...found, ...outdated(accepted, found) };
    for (const line of describeReport(report)) print(line);
    for (const [kind, file] of Object.entries(reports) as [ReportKind, string][])
      await writeOutput(file, renderers[kind](report));
    if (details && options.details !== undefined)
      tell(await writeDetails(options.details, details, { started, connections, report }));
    return report;
  } finally {
    for (const { close } of Object.values(connections)) await close();
  }
}

const ignore = (): void => undefined;

/**
 * Logs in, and learns which arrays answer.
 *
 * @throws InputError where both are one array.
 */
async function identify(
  targets: Targets,
  connections: Connections,
  { tell, signal }: { tell: (line: string) => void; signal: AbortSignal | undefined },
): Promise<Partial<Record<Site, ArrayIdentity>>> {
  const identities: Partial<Record<Site, ArrayIdentity>> = {};
  for (const target of targetsOf(targets)) {
    throwIfStopped(signal);
    const warning = plainHttpWarning(target);
    if (warning !== undefined) tell(warning);
    const connection = connections[target.site];
    if (connection) identities[target.site] = await preflight(target, connection.arraySession);
  }
  refuseSameArray({ a: identities.a?.serial, b: identities.b?.serial });
  throwIfStopped(signal);
  return identities;
}

/** Before the checks begin, there is nothing to put back and nothing to report. */
function throwIfStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new CannotRunError(`The run was stopped before it began: ${reasonOf(signal)}.`);
}

function factsOf(
  { notRestored, interrupted, forbiddenWrites }: RunResult,
  { a, b }: Targets,
  releases: { a: string; b?: string | undefined },
) {
  return {
    mode: a.permit.mode,
    control: a.control !== undefined,
    arrays: targetsOf({ a, b }).map(({ site, label }) => ({ site, label, release: String(releases[site]) })),
    notRestored: notRestored.map(({ reference, why }) => `${reference}: ${why}`),
    interrupted,
    forbiddenWrites,
  };
}

/** With the id of the session, which no report has. */
function describeNotRestored({ id, why }: NotRestored, { a }: Targets): string {
  return `Not as it was before: session ${a.permit.sessions === 'all' ? 'of the simulator' : id}: ${why}.`;
}
