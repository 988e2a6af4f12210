// Compiles examples.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('..', import.meta.url));
const compiler = join(home, 'node_modules/typescript-7.0/bin/tsc');

/** A complaint as the compiler prints it: file, line, text. */
const complaint = /^(?:.*[/\\])?example-(\d+)\.mts\((\d+),\d+\): error TS\d+: (.*)$/;

/** The messages of the compiler for each of these modules, with the options of this repository. No module sees another. */
export async function complaints(modules: readonly string[]): Promise<string[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'examples-'));
  try {
    // Where they find what they import.
    await symlink(join(home, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const files = modules.map((_, index) => `example-${index}.mts`);
    await Promise.all(modules.map((code, index) => writeFile(join(folder, `example-${index}.mts`), code)));
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: join(home, 'tsconfig.json'),
        // An example may end before it has used all it shows.
        compilerOptions: { noUnusedLocals: false, noUnusedParameters: false },
        files: [...files, join(home, 'test/ambient.d.ts')],
        include: [],
      }),
    );
    return read(modules, await compile(folder));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** All that the compiler prints. It ends with an error where it has something to complain of. */
const compile = (folder: string): Promise<string> =>
  new Promise((resolve) => {
    execFile(process.execPath, [compiler, '--pretty', 'false', '-p', folder], (_error, out, err) => resolve(out + err));
  });

function read(modules: readonly string[], output: string): string[][] {
  const found = modules.map((): string[] => []);
  let last: string[] | undefined;
  for (const line of output.split('\n').filter((it) => it !== '')) {
    const [, index, row, text] = complaint.exec(line) ?? [];
    if (index !== undefined) {
      last = found[Number(index)];
      last?.push(`${modules[Number(index)]?.split('\n')[Number(row) - 1]?.trim()} — ${text}`);
    } else if (last && line.startsWith(' ')) last.push(`${last.pop()} ${line.trim()}`);
    else throw new Error(`The compiler says: ${line}`);
  }
  return found;
}
