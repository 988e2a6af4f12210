// A project of a user: a folder with the packages, a page's files, and what its commands generate.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { type Section, tsconfig } from './page.ts';

const packages = fileURLToPath(new URL('../../node_modules', import.meta.url));

export interface Ended {
  code: number;
  output: string;
}

export interface Project {
  /** Runs a command of a page. */
  run(command: string, env?: Record<string, string>): Promise<Ended>;
  /** Compiles everything in it. The result is the complaints of the compiler. */
  compile(): Promise<string>;
  read(name: string): Promise<string>;
  write(name: string, content: string): Promise<void>;
}

/** Makes the project of a section, and runs its commands. The test removes it. */
export async function projectOf({ files, commands }: Section): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'powerstore-generators-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await symlink(packages, join(folder, 'node_modules'));
  const path = `${join(packages, '.bin')}:${process.env['PATH']}`;
  const project: Project = {
    run: (command, env = {}) =>
      new Promise((resolve) => {
        const options = { cwd: folder, env: { ...process.env, PATH: path, NO_COLOR: '1', ...env } };
        execFile('/bin/sh', ['-c', command], options, (error, stdout, stderr) =>
          resolve({ code: Number(error?.code ?? 0), output: stdout + stderr }),
        );
      }),
    compile: async () => (await project.run('node node_modules/typescript-7.0/bin/tsc -p . --pretty false')).output,
    read: (name) => readFile(join(folder, name), 'utf8'),
    write: (name, content) => writeFile(join(folder, name), content),
  };
  await project.write('package.json', '{ "type": "module" }');
  await project.write('tsconfig.json', tsconfig);
  for (const [name, content] of Object.entries(files)) await project.write(name, content);
  for (const command of commands) {
    const { code, output } = await project.run(command);
    if (code !== 0) throw new Error(`${command}\n${output}`);
  }
  return project;
}
