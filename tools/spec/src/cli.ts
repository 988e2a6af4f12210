import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { formatProblems, getTotals, YamlParseError } from '@redocly/openapi-core';
import { Command, CommanderError } from 'commander';
import { bundleDocument } from './contract/bundle.ts';
import { lintDocument } from './lint.ts';
import { entryDocument } from './contract/paths.ts';

/** Runs `powerstore-spec` with what was typed behind it, and resolves with its exit code. */
export async function run(words: readonly string[]): Promise<number> {
  let succeeded = true;
  const program = new Command('powerstore-spec')
    .description('Works on the contract in spec/: checks it, bundles it, and generates packages/types from it.')
    .option('--spec <file>', 'entry document', entryDocument)
    .showHelpAfterError()
    .exitOverride();
  const entry = () => program.opts<{ spec: string }>().spec;

  program
    .command('lint')
    .description('check the contract: OpenAPI, and the rules this project adds')
    .action(async () => {
      succeeded = await lintAndPrint(entry());
      if (succeeded) console.log(`${relative(process.cwd(), entry())}: no problem found`);
    });

  program
    .command('bundle')
    .description('write the contract as one JSON document')
    .argument('<output>', 'file to write')
    .action(async (output: string) => {
      await write(output, `${JSON.stringify(await bundleDocument(entry()), null, 2)}\n`);
      console.log(`wrote ${output}`);
    });

  program
    .command('generate')
    .description('write the generated files of a package (packages/types)')
    .argument('[package]', 'folder of the package', '.')
    .option('--check', 'write nothing; fail when a committed file is not what spec/ says')
    .action(async (folder: string, { check = false }: { check?: boolean }) => {
      succeeded = (await lintAndPrint(entry())) && (await generate(entry(), folder, check));
    });

  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    // Commander has said what is wrong, or shown its help.
    if (error instanceof CommanderError) return error.exitCode;
    if (!(error instanceof YamlParseError)) throw error;
    console.error(error.message);
    return 1;
  }
  return succeeded ? 0 : 1;
}

/** Prints what is wrong with the contract, file and line first. Whether there is nothing. */
async function lintAndPrint(spec: string): Promise<boolean> {
  const problems = await lintDocument(spec);
  if (problems.length === 0) return true;
  formatProblems(problems, { format: 'codeframe', totals: getTotals(problems) });
  console.error(`${problems.length} problem${problems.length === 1 ? '' : 's'} in ${relative(process.cwd(), spec)}`);
  return false;
}

/** Writes the generated files, or says which of them are stale. Whether they now are what the contract says. */
async function generate(spec: string, folder: string, check: boolean): Promise<boolean> {
  // Loaded late: it brings a compiler, which the other commands would wait for.
  const { generateFiles, staleFiles } = await import('./generate.ts');
  const files = await generateFiles(spec);
  if (!check) {
    for (const [name, content] of files) await write(resolve(folder, name), content);
    console.log(`wrote ${files.size} files`);
    return true;
  }
  const stale = await staleFiles(folder, files);
  if (stale.length === 0) {
    console.log(`${files.size} generated files are fresh`);
    return true;
  }
  console.error('Generated files are stale: they are not what spec/ says.');
  for (const file of stale) console.error(`  ${relative(process.cwd(), file)}`);
  console.error('Run `npm run generate` and commit what it changes. Generated files are never edited by hand.');
  return false;
}

async function write(file: string, content: string): Promise<void> {
  await mkdir(dirname(resolve(file)), { recursive: true });
  await writeFile(file, content);
}
