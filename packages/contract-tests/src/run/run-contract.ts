import { writeFile } from 'node:fs/promises';
import { outdated, readBaseline } from '../report/baseline.js';
import { connectTo, type Connections } from '../array/connection.js';
import { contractVersion } from '../contract/contract.js';
import type { Live } from './status-line.js';
import type { Permit } from '../array/permit.js';
import { describePlan, readListed } from './plan.js';
import { type Identity, preflight } from '../array/preflight.js';
import { describeReport, followChecks } from './progress.js';
import { renderers, type ReportKind } from '../report/render/index.js';
import { type Report, reportOf } from '../report/report.js';
import { checkWritable } from '../report/report-files.js';
import {
  type ArrayTarget,
  CannotRunError,
  type Pace,
  type Site,
  type Targets,
  targetsOf,
  toTargets,
} from '../array/target.js';
import type { Conduct } from './conduct.js';
import { type EmbeddedKind, startEmbedded } from './embedded.js';
import { inProcess } from './in-process.js';
import { modulesAt } from './own-checks.js';
import { reasonOf } from './run.js';
import { titleOf } from './schedule.js';

export interface RunOptions {
  /** The array to check, and the one it replicates to; without them, a pair of the embedded simulator. */
  arrays?: { a: ArrayTarget; b?: ArrayTarget | undefined } | undefined;
  /**
   * Without arrays: the simulator, or the mock that answers with the examples of the contract.
   * @default 'simulator'
   */
  embedded?: EmbeddedKind | undefined;
  /** Release of the embedded simulator, such as `3.6`. */
  version?: string | undefined;
  /**
   * Leaves Prism out of the embedded simulator. The simulator then does not compare requests with the contract, so the checks
   * that send requests of a wrong form are left out. The run takes less time.
   * @default false
   */
  fast?: boolean | undefined;
  /**
   * What may be done to the arrays, and to which replication sessions: both keys are needed.
   * @default only reads
   */
  permit?: (Permit & { sessions: readonly string[] }) | undefined;
  /**
   * @default two requests in a second, and 2000 rows of a collection
   */
  pace?: Partial<Pace> | undefined;
  /** Milliseconds after which no further check is begun. */
  budget?: number | undefined;
  /** Paths of modules with checks of your own, made with `defineCheck`. */
  checks?: readonly string[] | undefined;
  /** File of accepted findings: those do not fail the run. */
  baseline?: string | undefined;
  /** Only says what would be done. */
  dryRun?: boolean | undefined;
  /** Files to write reports to, by what they are to be. */
  reports?: Partial<Record<ReportKind, string>> | undefined;
  /**
   * Stops the run: no check sends another request, everything is put back, and the report has no verdict. It gives the reason
   * of the signal where that is a text, and `interrupted` otherwise.
   */
  signal?: AbortSignal | undefined;
  /** Where lines for a person go. */
  print: (line: string) => void;
  /** Where lines go that tell whose array it is, and are for the eyes of who starts the run. */
  tell: (line: string) => void;
  /** A line that says what is going on. */
  live?: Live | undefined;
}

/**
 * Runs the suite in this process and returns what came of it; nothing with `dryRun`.
 *
 * @throws CannotRunError when there is nothing to give a verdict on.
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
export const runContract = (options: RunOptions): Promise<Report | undefined> => runBy(inProcess, options);

/** Runs the suite; `conduct` goes through its checks. */
export async function runBy(conduct: Conduct, options: RunOptions): Promise<Report | undefined> {
  for (const file of Object.values(options.reports ?? {})) await checkWritable(file);
  if (options.arrays) return examine(conduct, toTargets(options.arrays, options), options);
  const { embedded: kind, version, permit, fast } = options;
  const embedded = await startEmbedded({ kind, version, mode: permit?.mode, fast });
  try {
    return await examine(conduct, embedded.targets, options);
  } finally {
    await embedded.close();
  }
}

async function examine(conduct: Conduct, targets: Targets, options: RunOptions): Promise<Report | undefined> {
  const { print, tell, live, budget, signal } = options;
  const started = new Date();
  const modules = modulesAt(options.checks ?? []);
  const accepted = options.baseline === undefined ? [] : readBaseline(options.baseline);
  const connections: Connections = {};
  try {
    const identities: Partial<Record<Site, Identity>> = {};
    for (const target of targetsOf(targets)) {
      goOn(signal);
      const connection = connectTo(target);
      connections[target.site] = connection;
      identities[target.site] = await preflight(target, connection.arraySession);
    }
    goOn(signal);
    const releases = { a: identities.a?.release ?? '', b: identities.b?.release };
    const listed = await readListed(targets, connections, releases);
    for (const line of describePlan({ targets, identities, listed, modules: modules.length, budget })) tell(line);
    if (options.dryRun) return undefined;
    for (const { site, label } of targetsOf(targets))
      print(`${label}: release ${releases[site]}, compared with the contract of ${contractVersion}`);
    const listener = followChecks({ print, live, titleOf: (section) => titleOf(section, targets) });
    const { records, notRestored, interrupted } = await conduct(
      { targets, releases, connections, budget, modules, accepted },
      { listener, tell, signal },
    );
    for (const { index, why } of notRestored) {
      const { sessions } = targets.a.permit;
      tell(`Not as it was before: session ${sessions === 'all' ? 'of the simulator' : sessions[index]}: ${why}.`);
    }
    const outcome = reportOf(records, {
      started,
      mode: targets.a.permit.mode,
      control: targets.a.control !== undefined,
      arrays: targetsOf(targets).map(({ site, label }) => ({ site, label, release: String(releases[site]) })),
      notRestored: notRestored.map(({ reference, why }) => `${reference}: ${why}`),
      interrupted,
    });
    const report: Report = { ...outcome, ...outdated(accepted, outcome) };
    for (const line of describeReport(report)) print(line);
    for (const [kind, file] of Object.entries(options.reports ?? {}) as [ReportKind, string][])
      await writeFile(file, renderers[kind](report));
    return report;
  } finally {
    for (const { close } of Object.values(connections)) await close();
  }
}

/** Before the checks there is nothing to put back, and nothing to report. */
function goOn(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new CannotRunError(`It was stopped before it began: ${reasonOf(signal)}.`);
}
