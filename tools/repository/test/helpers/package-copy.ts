import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('../../../../packages', import.meta.url));

/** The compiler that checks and builds every package. */
const compiler = join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc');

/** The sources of a package in a temporary folder, with the compiler settings and the dependencies of the package. */
export interface PackageCopy extends AsyncDisposable {
  /** Line of a text, from 1. Fails where the file does not have the text exactly once. */
  lineOf(file: string, text: string): Promise<number>;
  /** Replaces a text. Fails where the file does not have the text exactly once. */
  replace(file: string, text: string, replacement: string): Promise<void>;
  /** What the compiler prints; nothing where it finds no error. */
  compile(): Promise<string>;
}

export async function copyPackage(name: string): Promise<PackageCopy> {
  const original = join(packages, name);
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'powerstore-repository-')));
  await cp(join(original, 'src'), join(folder, 'src'), { recursive: true });
  await symlink(join(original, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const settings = {
    extends: join(original, 'tsconfig.json'),
    compilerOptions: { incremental: false },
    include: ['src'],
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  await cp(join(original, 'package.json'), join(folder, 'package.json'));
  const around = async (file: string, text: string): Promise<readonly [before: string, after: string]> => {
    const [before, after, ...more] = (await readFile(join(folder, file), 'utf8')).split(text);
    if (before === undefined || after === undefined || more.length > 0)
      throw new Error(`packages/${name}/${file} does not have the text ${JSON.stringify(text)} exactly once`);
    return [before, after];
  };
  return {
    lineOf: async (file, text) => lineAfter((await around(file, text))[0]),
    async replace(file, text, replacement) {
      const [before, after] = await around(file, text);
      await writeFile(join(folder, file), `${before}${replacement}${after}`);
    },
    compile: () =>
      new Promise((resolve, reject) => {
        execFile(process.execPath, [compiler, '--noEmit', '-p', folder], { cwd: folder }, (error, stdout, stderr) => {
          if (error && typeof error.code !== 'number') reject(error);
          else resolve(stdout + stderr);
        });
      }),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

/** The line in which a text ends, from 1. */
const lineAfter = (before: string): number => before.split('\n').length;
