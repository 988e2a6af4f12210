import { mkdir, open, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeFetch } from '@powerstore-api/client/node';
import { startVitest } from 'vitest/node';
import { CheckReporter } from './check-reporter.js';
import { contractVersion } from './contract.js';
import { type EmbeddedKind, startEmbedded } from './embedded.js';
import type { Permit } from './mode.js';
import { type Identity, preflight } from './preflight.js';
import { createProbe, type Probe } from './probe.js';
import { describeCheck, describeReport } from './progress.js';
import { type Report, reportOf } from './report.js';
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
  /** Only says what would be done. */
  dryRun?: boolean | undefined;
  /** Files to write reports to, by what they are to be. */
  reports?: Partial<Record<ReportKind, string>> | undefined;
  /** Where lines for a person go. */
  print: (line: string) => void;
  /** Where lines go that tell whose array it is, and are for the eyes of who starts the run. */
  tell: (line: string) => void;
}

declare module 'vitest' {
  interface ProvidedContext {
    suite: SuiteInput;
  }
}

/** What a report can be made into. */
export type ReportKind = 'json';

const renderers: Readonly<Record<ReportKind, (report: Report) => string>> = {
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
};

/**
 * Runs the suite and returns what came of it.
 *
 * @throws CannotRunError when there is nothing to give a verdict on.
 */
export async function runContract(options: RunOptions): Promise<Report | undefined> {
  for (const file of Object.values(options.reports ?? {})) await checkWritable(file);
  if (options.arrays) return examine(toTargets(options.arrays, options), options);
  const embedded = await startEmbedded(options.embedded ?? 'simulator', options.version);
  try {
    return await examine(embedded.targets, options);
  } finally {
    await embedded.close();
  }
}

async function examine(targets: Targets, options: RunOptions): Promise<Report | undefined> {
  const { print, tell } = options;
  const started = new Date();
  const sites = sitesOf(targets);
  const connected: { probe: Probe; close: () => Promise<void> }[] = [];
  try {
    const identities: Partial<Record<Site, Identity>> = {};
    const logins: SuiteInput['logins'] = {};
    for (const site of sites) {
      const target = targets[site] as Target;
      const fetch = nodeFetch({ ...(target.tls && { tls: target.tls }) });
      const probe = createProbe(target, fetch);
      connected.push({ probe, close: () => fetch.close() });
      identities[site] = await preflight(target, probe);
      logins[site] = probe.session();
    }
    const releases = { a: identities.a?.release ?? '', b: identities.b?.release };
    for (const line of describePlan(targets, identities)) tell(line);
    if (options.dryRun) return undefined;
    for (const site of sites)
      print(`${targets[site]?.label}: release ${releases[site]}, compared with the contract of ${contractVersion}`);
    const reporter = new CheckReporter((record) => print(describeCheck(record, sites.length > 1)));
    const interrupted = await runSuite({ targets, releases, logins, budget: options.budget }, reporter, options);
    if (interrupted === undefined && reporter.broken !== undefined)
      throw new CannotRunError(`The suite itself failed: ${reporter.broken}`);
    for (const { index, why } of reporter.notRestored) {
      const id = targets.a.permit.sessions[index] ?? 'one of the simulator';
      tell(`Not as it was before: session ${id}: ${why}.`);
    }
    const report = reportOf(reporter.records, {
      started,
      mode: targets.a.permit.mode,
      control: targets.a.control !== undefined,
      arrays: sites.map((site) => ({ site, label: String(targets[site]?.label), release: String(releases[site]) })),
      notRestored: reporter.notRestored.map(({ reference, why }) => `${reference}: ${why}`),
      interrupted,
    });
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

/** Which array it is, and what is going to be done to it. */
function describePlan(targets: Targets, identities: Partial<Record<Site, Identity>>): string[] {
  const { mode, sessions } = targets.a.permit;
  const { requestsPerSecond } = targets.a.pace;
  return [
    ...sitesOf(targets).flatMap((site) => {
      const { name, serial, release } = identities[site] as Identity;
      const { url, label } = targets[site] as Target;
      return [`${label}: ${new URL(url).host}, ${name}, ${serial}, release ${release}`];
    }),
    mode === 'read-only'
      ? 'Reads only: nothing that changes an array is ever sent.'
      : sessions === 'all'
        ? `Mode ${mode}, on whatever is there.`
        : `Mode ${mode}, on ${sessions.length} replication sessions: ${sessions.join(', ')}. Nothing else is touched.`,
    `One request at a time${requestsPerSecond === undefined ? '' : `, ${requestsPerSecond} in a second at most`}, in one login session.`,
  ];
}

/** Before the array is asked anything: a report that cannot be written is known now. */
async function checkWritable(file: string): Promise<void> {
  try {
    await mkdir(dirname(resolve(file)), { recursive: true });
    await (await open(file, 'a')).close();
  } catch (error) {
    throw new CannotRunError(
      `The report cannot be written to ${resolve(file)} (${(error as NodeJS.ErrnoException).code}).`,
    );
  }
}

/** Runs the suite; says why where it was stopped on the way. */
async function runSuite(suite: SuiteInput, reporter: CheckReporter, { tell }: RunOptions): Promise<string | undefined> {
  const exitCode = process.exitCode;
  let interrupted: string | undefined;
  let cancel: (() => void) | undefined;
  const { mode, sessions } = suite.targets.a.permit;
  const onInterrupt = (): void => {
    if (interrupted === undefined) {
      interrupted = 'stopped by Ctrl-C';
      tell('Stopping: what was changed is put back first. Ctrl-C again leaves it as it is.');
      cancel?.();
      return;
    }
    // Whoever insists is told what there is to look after.
    if (mode !== 'read-only' && sessions !== 'all')
      tell(`Left at once. These sessions may not be as they were before: ${sessions.join(', ')}.`);
    process.exit(130);
  };
  const before = process.listeners('SIGINT');
  process.on('SIGINT', onInterrupt);
  try {
    const vitest = await startVitest('test', [], {
      root: dirname(fileURLToPath(import.meta.url)),
      config: false,
      watch: false,
      include: ['contract.check.js'],
      // The package may be installed below node_modules, which vitest leaves out by default.
      exclude: [],
      // Nothing is written into the package, which may be a read-only install.
      cache: false,
      pool: 'threads',
      fileParallelism: false,
      // An array that is slow conforms all the same; one that hangs does not.
      testTimeout: 600_000,
      hookTimeout: 600_000,
      provide: { suite },
      reporters: [
        reporter,
        {
          onInit(running) {
            // That of vitest ends the process there and then, with the array as it is.
            for (const listener of process.listeners('SIGINT'))
              if (listener !== onInterrupt && !before.includes(listener)) process.off('SIGINT', listener);
            cancel = () => void running.cancelCurrentRun('keyboard-input');
            if (interrupted !== undefined) cancel();
          },
        },
      ],
    });
    await vitest.close();
  } finally {
    process.off('SIGINT', onInterrupt);
  }
  // vitest sets it when a check fails; here the caller decides what a verdict means.
  process.exitCode = exitCode;
  return interrupted;
}
