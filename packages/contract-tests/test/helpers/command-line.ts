// The command line: as a function, what it prints and how it ends; and as a user runs it, a process.
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { commandLine } from '../../src/commands/command-line.js';
import { withEnvironment } from './environment.js';

const bin = fileURLToPath(new URL('../../bin/powerstore-contract.js', import.meta.url));

export interface CommandResult {
  code: number | null;
  out: string;
  err: string;
}

/** Does what `powerstore-contract` does, with no setting but these, in this process. */
export async function powerstoreContract(args: string[], env: Record<string, string> = {}): Promise<CommandResult> {
  const result: CommandResult = { code: null, out: '', err: '' };
  result.code = await withEnvironment(env, () =>
    commandLine(args, {
      print: (line) => (result.out += `${line}\n`),
      tell: (line) => (result.err += `${line}\n`),
    }),
  );
  return result;
}

export interface Running {
  child: ChildProcess;
  /** Resolves when standard error has said this. */
  saidOnStderr(text: string): Promise<void>;
  ended: Promise<CommandResult>;
}

/** Runs `powerstore-contract` as a process, with no setting but these. */
export const startPowerstoreContract = (args: string[], env: Record<string, string> = {}): Running =>
  startProcess(process.execPath, [bin, ...args], env);

/** The same as npx does it: under a shell, which a signal ends without the command. */
export const startUnderNpx = (args: string[], env: Record<string, string> = {}): Running =>
  startProcess('sh', ['-c', '"$@" & wait', 'sh', process.execPath, bin, ...args], {
    ...env,
    npm_lifecycle_event: 'npx',
  });

function startProcess(file: string, args: string[], env: Record<string, string>): Running {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(POWERSTORE_|VITEST|NODE_ENV)/.test(name)),
  );
  const child = spawn(file, args, { env: { ...inherited, NO_COLOR: '1', ...env } });
  const result: CommandResult = { code: null, out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (result.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (result.err += chunk.toString()));
  const ended = new Promise<CommandResult>((resolve) => {
    child.once('close', (code) => resolve({ ...result, code }));
  });
  const saidOnStderr = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (result.err.includes(text)) resolve();
      };
      look();
      child.stderr.on('data', look);
      child.once('close', () => reject(new Error(`it ended without saying "${text}":\n${result.err}`)));
    });
  return { child, saidOnStderr, ended };
}
