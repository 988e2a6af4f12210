import { mkdir, open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startVitest } from 'vitest/node';
import { contractVersion } from './contract.js';
import { type EmbeddedKind, startEmbedded } from './embedded.js';
import { preflight } from './preflight.js';
import { type ArrayTarget, CannotRunError, readOnly, type Target } from './target.js';
import type { Verdict } from './verdict.js';
import { VerdictReporter } from './verdict-reporter.js';

export interface RunOptions {
  /** The array to check, which is only read; without one, an array of the embedded simulator. */
  target?: ArrayTarget | undefined;
  /**
   * Without a target: the simulator, or the mock that answers with the examples of the contract.
   * @default 'simulator'
   */
  embedded?: EmbeddedKind | undefined;
  /** File to write JUnit XML to. */
  junit?: string | undefined;
  /** Where lines for a person go. */
  print: (line: string) => void;
}

declare module 'vitest' {
  interface ProvidedContext {
    target: Target;
    release: string;
  }
}

/**
 * Runs the suite against an array and returns the verdict.
 *
 * @throws CannotRunError when there is nothing to give a verdict on.
 */
export async function runContract({ target, embedded = 'simulator', junit, print }: RunOptions): Promise<Verdict> {
  if (target) return examine(readOnly(target), { junit, print });
  const mock = await startEmbedded(embedded);
  try {
    return await examine(mock.target, { junit, print });
  } finally {
    await mock.close();
  }
}

async function examine(target: Target, { junit, print }: Pick<RunOptions, 'junit' | 'print'>): Promise<Verdict> {
  if (junit !== undefined) await checkWritable(junit);
  print(`PowerStore contract: ${target.name}`);
  const { release } = await preflight(target);
  print(`  release ${release}, compared with the contract of ${contractVersion}`);
  print(target.writable ? '  reads and writes' : '  reads only: operations that change something are not sent');
  const reporter = new VerdictReporter(print);
  await runSuite(
    target,
    release,
    junit === undefined ? [reporter] : [reporter, ['junit', { outputFile: resolve(junit) }]],
  );
  if (reporter.broken !== undefined) throw new CannotRunError(`The suite itself failed: ${reporter.broken}`);
  return reporter.verdict;
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

type Reporters = NonNullable<Parameters<typeof startVitest>[2]>['reporters'] & {};

async function runSuite(target: Target, release: string, reporters: Reporters): Promise<void> {
  const exitCode = process.exitCode;
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
    testTimeout: 120_000,
    hookTimeout: 120_000,
    provide: { target, release },
    reporters,
  });
  await vitest.close();
  // vitest sets it when a check fails; here the caller decides what a verdict means.
  process.exitCode = exitCode;
}
