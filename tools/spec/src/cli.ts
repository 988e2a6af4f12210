import { mkdir, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { inspect } from 'node:util';
import { formatProblems, getTotals } from '@redocly/openapi-core';
import { Command, CommanderError, Option } from 'commander';
import { bundleDocument } from './contract/bundle.ts';
import { CannotRunError, reasonOf } from './contract/cannot-run-error.ts';
import { entryDocument } from './contract/paths.ts';
import { lintDocument } from './lint.ts';

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

/** The exit codes of every command. */
const codes = { good: 0, verdict: 1, couldNotRun: 2 } as const;

/** Runs `powerstore-spec` with the words typed after it, and resolves with its exit code. */
export async function run(words: readonly string[]): Promise<number> {
  let isGood = true;
  const program = createProgram((verdict) => {
    isGood = verdict;
  });
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    // Commander has said what is wrong, or shown its help.
    if (error instanceof CommanderError) return error.exitCode === 0 ? codes.good : codes.couldNotRun;
    if (error instanceof CannotRunError) console.error(error.message);
    else console.error(`powerstore-spec has a fault of its own. Report it with this:\n${inspect(error)}`);
    return codes.couldNotRun;
  }
  return isGood ? codes.good : codes.verdict;
}

/** The command line. Each command passes its verdict to `conclude`. */
function createProgram(conclude: (isGood: boolean) => void): Command {
  const program = new Command('powerstore-spec')
    .description('Works on the contract in spec/: checks it, bundles it, and generates packages/types from it.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addOption(
      new Option('--spec <file>', 'entry document of the contract').default(
        entryDocument,
        'spec/powerstore.yaml of this repository',
      ),
    )
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', '\nExit codes: 0 good, 1 the contract has problems or files are stale, 2 could not run.')
    .showHelpAfterError()
    .exitOverride();
  const entry = () => program.opts<{ spec: string }>().spec;

  program
    .command('lint')
    .description('check the contract: OpenAPI, and the rules of this project')
    .addHelpText('after', '\nExit codes: 0 no problem, 1 the contract has problems, 2 could not run.')
    .action(async () => {
      const isGood = await lintAndPrint(entry());
      if (isGood) console.log(`${relative(process.cwd(), entry())}: no problem found`);
      conclude(isGood);
    });

  program
    .command('bundle')
    .description('write the contract as one JSON document')
    .argument('<output>', 'file to write')
    .addHelpText('after', '\nExit codes: 0 written, 2 could not run.')
    .action(async (output: string) => {
      await write(output, `${JSON.stringify(await bundleDocument(entry()), null, 2)}\n`);
      console.log(`wrote ${output}`);
    });

  program
    .command('generate')
    .description('write the files that packages/types generates from the contract')
    .argument('<package>', 'folder of the package')
    .option('--check', 'write nothing; exit with 1 when a generated file differs from the contract')
    .addHelpText(
      'after',
      '\nExit codes: 0 written or fresh, 1 the contract has problems or files are stale, 2 could not run.',
    )
    .action(async (folder: string, { check = false }: { check?: boolean }) => {
      conclude((await lintAndPrint(entry())) && (await (check ? checkFiles : writeFiles)(entry(), folder)));
    });

  return program;
}

/** Prints the problems of the contract, file and line first. Resolves with whether there are none. */
async function lintAndPrint(spec: string): Promise<boolean> {
  const problems = await lintDocument(spec);
  if (problems.length === 0) return true;
  formatProblems(problems, { format: 'codeframe', totals: getTotals(problems) });
  console.error(`${problems.length} problem${problems.length === 1 ? '' : 's'} in ${relative(process.cwd(), spec)}`);
  return false;
}

/** Writes the generated files. */
async function writeFiles(spec: string, folder: string): Promise<true> {
  const { generateFiles } = await loadGenerator();
  const files = await generateFiles(spec);
  for (const [name, content] of files) await write(resolve(folder, name), content);
  console.log(`wrote ${files.size} files`);
  return true;
}

/** Prints the stale generated files. Resolves with whether there are none. */
async function checkFiles(spec: string, folder: string): Promise<boolean> {
  if (!(await stat(folder).catch(() => undefined))?.isDirectory())
    throw new CannotRunError(`${folder} is not a folder. Name the folder of the package, such as packages/types.`);
  const { generateFiles, staleFiles } = await loadGenerator();
  const files = await generateFiles(spec);
  const stale = await staleFiles(folder, files);
  if (stale.length === 0) {
    console.log(`${files.size} generated files are fresh`);
    return true;
  }
  console.error('These generated files are stale: they differ from what spec/ says.');
  for (const file of stale) console.error(`  ${relative(process.cwd(), file)}`);
  console.error('Run `npm run generate` and commit the changes. Do not edit generated files by hand.');
  return false;
}

/** Loads it late: it loads a compiler, and the other commands should not wait for that. */
const loadGenerator = () => import('./generate.ts');

async function write(file: string, content: string): Promise<void> {
  try {
    await mkdir(dirname(resolve(file)), { recursive: true });
    await writeFile(file, content);
  } catch (error) {
    throw new CannotRunError(
      `${relative(process.cwd(), file)} cannot be written: ${reasonOf(error as NodeJS.ErrnoException)}. Name another place to write to.`,
    );
  }
}
