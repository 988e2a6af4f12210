import { mkdir, open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startVitest } from 'vitest/node';
import { contractVersion } from './contract.js';
import { startEmbeddedMock } from './embedded.js';
import { preflight } from './preflight.js';
import { CannotRunError, type Target } from './target.js';
import type { Verdict } from './verdict.js';
import { VerdictReporter } from './verdict-reporter.js';

export interface RunOptions {
  /** The array to check; without one, an embedded mock. */
  target?: Target | undefined;
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
export async function runContract({ target: given, junit, print }: RunOptions): Promise<Verdict> {
  const embedded = given ? undefined : await startEmbeddedMock();
  try {
    const target = given ?? embedded?.target;
    if (!target) throw new CannotRunError('There is no target.');
    if (junit !== undefined) await checkWritable(junit);
    print(`PowerStore contract: ${target.name}`);
    const { release } = await preflight(target);
    print(`  release ${release}, compared with the contract of ${contractVersion}`);
    print(target.writable ? '  reads and writes' : '  reads only: operations that change something are not sent');
    return await runSuite({ target, release, junit, print });
  } finally {
    await embedded?.close();
  }
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

async function runSuite({
  target,
  release,
  junit,
  print,
}: Required<Omit<RunOptions, 'junit'>> & {
  target: Target;
  release: string;
  junit: string | undefined;
}): Promise<Verdict> {
  const reporter = new VerdictReporter(print);
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
    reporters: [
      reporter,
      ...(junit === undefined ? [] : [['junit', { outputFile: resolve(junit) }] as const]),
    ] as never,
  });
  await vitest.close();
  // vitest sets it when a check fails; here the caller decides what a verdict means.
  process.exitCode = exitCode;
  if (reporter.broken !== undefined) throw new CannotRunError(`The suite itself failed: ${reporter.broken}`);
  return reporter.verdict;
}
