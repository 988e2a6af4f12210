import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { run } from '../../src/cli.ts';

const bin = fileURLToPath(new URL('../../bin/powerstore-spec.mjs', import.meta.url));

export interface Run {
  exitCode: number | string | null | undefined;
  /** The text of both outputs. */
  output: string;
}

/** Runs `powerstore-spec` in a folder, inside of this process, which saves starting a process each time. */
export async function powerstoreSpec(cwd: string, ...words: string[]): Promise<Run> {
  let output = '';
  const add = (text: unknown): boolean => {
    output += String(text);
    return true;
  };
  const home = process.cwd();
  process.chdir(cwd);
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(add),
    vi.spyOn(process.stderr, 'write').mockImplementation(add),
  ];
  try {
    return { exitCode: await run(words), output };
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.chdir(home);
  }
}

/** Runs it as a user would. */
export const powerstoreSpecProcess = (cwd: string, ...words: string[]): Promise<Run> =>
  new Promise((resolve) => {
    execFile(process.execPath, [bin, ...words], { cwd, env: { ...process.env, NO_COLOR: '1' } }, (error, out, err) =>
      resolve({ exitCode: error ? error.code : 0, output: `${out}\n${err}` }),
    );
  });
