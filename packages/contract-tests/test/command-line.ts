// The command line as a user runs it: a process, what it prints, and how it ends.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../bin/powerstore-contract.js', import.meta.url));

export interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

/** Runs `powerstore-contract` with no setting but these. */
export function powerstoreContract(args: string[], env: Record<string, string> = {}): Promise<Outcome> {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(POWERSTORE_|VITEST|NODE_ENV)/.test(name)),
  );
  const child = spawn(process.execPath, [bin, ...args], { env: { ...inherited, NO_COLOR: '1', ...env } });
  const outcome: Outcome = { code: null, out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (outcome.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (outcome.err += chunk.toString()));
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ ...outcome, code }));
  });
}
