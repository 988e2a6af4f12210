import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../bin/powerstore-spec.mjs', import.meta.url));

export interface Run {
  exitCode: number | string | null | undefined;
  /** What was written to both outputs, one after the other. */
  output: string;
}

/** Runs `powerstore-spec` as a user would, in a folder. */
export const powerstoreSpec = (cwd: string, ...args: string[]): Promise<Run> =>
  new Promise((resolve) => {
    execFile(process.execPath, [bin, ...args], { cwd, env: { ...process.env, NO_COLOR: '1' } }, (error, out, err) =>
      resolve({ exitCode: error ? error.code : 0, output: `${out}\n${err}` }),
    );
  });
