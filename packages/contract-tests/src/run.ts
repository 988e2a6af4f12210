import { writeFile } from 'node:fs/promises';
import { nodeFetch } from '@powerstore-api/client/node';
import { outdated, readBaseline } from './baseline.js';
import { CheckReporter } from './check-reporter.js';
import { contractVersion } from './contract.js';
import { type EmbeddedKind, startEmbedded } from './embedded.js';
import type { Permit } from './mode.js';
import { modulesAt } from './own-checks.js';
import { describePlan, readListed } from './plan.js';
import { type Identity, preflight } from './preflight.js';
import { createProbe, type Probe } from './probe.js';
import type { Live } from './live.js';
import { describeReport, followChecks } from './progress.js';
import { renderers, type ReportKind } from './render/index.js';
import { type Report, reportOf } from './report.js';
import { checkWritable } from './report-files.js';
import { runSuite } from './run-suite.js';
import type { SuiteInput } from './suite.js';
import {
  type ArrayTarget,
  CannotRunError,
  type Pace,
  type Site,
  sitesOf,
  type Target,
  type Targets,
  toTargets,
} from './target.js';

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
  /** Where lines for a person go. */
  print: (line: string) => void;
  /** Where lines go that tell whose array it is, and are for the eyes of who starts the run. */
  tell: (line: string) => void;
  /** A line that says what is going on. */
  live?: Live | undefined;
}

/**
 * Runs the suite and returns what came of it.
 *
 * @throws CannotRunError when there is nothing to give a verdict on.
 */
export async function runContract(options: RunOptions): Promise<Report | undefined> {
  for (const file of Object.values(options.reports ?? {})) await checkWritable(file);
  if (options.arrays) return examine(toTargets(options.arrays, options), options);
  const embedded = await startEmbedded(options.embedded ?? 'simulator', options.version, options.permit?.mode);
  try {
    return await examine(embedded.targets, options);
  } finally {
    await embedded.close();
  }
}

async function examine(targets: Targets, options: RunOptions): Promise<Report | undefined> {
  const { print, tell, live } = options;
  const started = new Date();
  const sites = sitesOf(targets);
  const checks = modulesAt(options.checks ?? []);
  const accepted = options.baseline === undefined ? [] : readBaseline(options.baseline);
  const probes: Partial<Record<Site, Probe>> = {};
  const connected: { probe: Probe; close: () => Promise<void> }[] = [];
  try {
    const identities: Partial<Record<Site, Identity>> = {};
    const logins: SuiteInput['logins'] = {};
    for (const site of sites) {
      const target = targets[site] as Target;
      const fetch = nodeFetch({ ...(target.tls && { tls: target.tls }) });
      const probe = createProbe(target, fetch);
      probes[site] = probe;
      connected.push({ probe, close: () => fetch.close() });
      identities[site] = await preflight(target, probe);
      logins[site] = await probe.session();
    }
    const releases = { a: identities.a?.release ?? '', b: identities.b?.release };
    const listed = await readListed(targets, probes, releases);
    const { budget } = options;
    for (const line of describePlan({ targets, identities, listed, modules: checks.length, budget })) tell(line);
    if (options.dryRun) return undefined;
    for (const site of sites)
      print(`${targets[site]?.label}: release ${releases[site]}, compared with the contract of ${contractVersion}`);
    const reporter = new CheckReporter(
      followChecks({
        print,
        live,
        titleOf: (group, site) => (sites.length > 1 ? `${group} (${targets[site]?.label})` : group),
      }),
    );
    const interrupted = await runSuite({ targets, releases, logins, budget, checks, accepted }, reporter, tell);
    if (interrupted === undefined && reporter.broken !== undefined)
      throw new CannotRunError(`The suite itself failed: ${reporter.broken}`);
    for (const { index, why } of reporter.notRestored) {
      const id = targets.a.permit.sessions[index] ?? 'one of the simulator';
      tell(`Not as it was before: session ${id}: ${why}.`);
    }
    const outcome = reportOf(reporter.records, {
      started,
      mode: targets.a.permit.mode,
      control: targets.a.control !== undefined,
      arrays: sites.map((site) => ({ site, label: String(targets[site]?.label), release: String(releases[site]) })),
      notRestored: reporter.notRestored.map(({ reference, why }) => `${reference}: ${why}`),
      interrupted,
    });
    const report: Report = { ...outcome, ...outdated(accepted, outcome) };
    for (const line of describeReport(report)) print(line);
    for (const [kind, file] of Object.entries(options.reports ?? {}) as [ReportKind, string][])
      await writeFile(file, renderers[kind](report));
    return report;
  } finally {
    for (const { probe, close } of connected) {
      await probe.end();
      await close();
    }
  }
}
