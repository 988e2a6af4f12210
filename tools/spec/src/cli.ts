import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { formatProblems, getTotals, YamlParseError } from '@redocly/openapi-core';
import { Command } from 'commander';
import { bundleDocument } from './bundle.ts';
import { lintDocument } from './lint.ts';
import { entryDocument } from './paths.ts';

const program = new Command('powerstore-spec')
  .description('Works on the contract in spec/: checks it, bundles it, and generates packages/types from it.')
  .option('--spec <file>', 'entry document', entryDocument)
  .showHelpAfterError();

program
  .command('lint')
  .description('check the contract: OpenAPI, and the rules this project adds')
  .action(async () => {
    const { spec } = program.opts<{ spec: string }>();
    if (!(await isClean(spec))) return;
    console.log(`${relative(process.cwd(), spec)}: no problem found`);
  });

program
  .command('bundle')
  .description('write the contract as one JSON document')
  .argument('<output>', 'file to write')
  .action(async (output: string) => {
    const document = await bundleDocument(program.opts<{ spec: string }>().spec);
    await mkdir(dirname(resolve(output)), { recursive: true });
    await writeFile(output, `${JSON.stringify(document, null, 2)}\n`);
    console.log(`wrote ${output}`);
  });

program
  .command('generate')
  .description('write the generated files of a package (packages/types)')
  .argument('[package]', 'folder of the package', '.')
  .option('--check', 'write nothing; fail when a committed file is not what spec/ says')
  .action(async (folder: string, options: { check?: true }) => {
    const { spec } = program.opts<{ spec: string }>();
    if (!(await isClean(spec))) return;
    // Loaded late: it brings a compiler, which the other commands would wait for.
    const { generateFiles, staleFiles } = await import('./generate.ts');
    const files = await generateFiles(spec);
    if (options.check) {
      const stale = await staleFiles(folder, files);
      if (stale.length > 0) {
        console.error('Generated files are stale: they are not what spec/ says.');
        for (const file of stale) console.error(`  ${relative(process.cwd(), file)}`);
        console.error('Run `npm run generate` and commit what it changes. Generated files are never edited by hand.');
        process.exitCode = 1;
        return;
      }
      console.log(`${files.size} generated files are fresh`);
      return;
    }
    for (const [name, content] of files) {
      const file = resolve(folder, name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    console.log(`wrote ${files.size} files`);
  });

/** Prints what is wrong with the contract, file and line first, and says so in the exit code. */
async function isClean(spec: string): Promise<boolean> {
  const problems = await lintDocument(spec);
  if (problems.length === 0) return true;
  formatProblems(problems, { format: 'codeframe', totals: getTotals(problems) });
  console.error(`${problems.length} problem${problems.length === 1 ? '' : 's'} in ${relative(process.cwd(), spec)}`);
  process.exitCode = 1;
  return false;
}

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof YamlParseError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
