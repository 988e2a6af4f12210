// Runs command lines as child processes, and collects their output.
import { type ChildProcess, spawn } from 'node:child_process';

export const start = (script: string, args: string[], env: Record<string, string> = {}): ChildProcess =>
  spawn(process.execPath, [script, ...args], { env: { ...process.env, NO_COLOR: '1', ...env } });

/** Starts it as npx does: under a shell, which a signal ends without it. */
export const startUnderNpx = (script: string, ...args: string[]): ChildProcess =>
  spawn('sh', ['-c', '"$@" & wait', 'sh', process.execPath, script, ...args], {
    env: { ...process.env, NO_COLOR: '1', npm_lifecycle_event: 'npx' },
  });

/** Runs it until it exits, and returns its output. */
export async function run(
  script: string,
  ...args: string[]
): Promise<{ code: number | null; out: string; err: string }> {
  const child = start(script, args);
  const [out, err] = [collect(child.stdout), collect(child.stderr)];
  const code = await exit(child);
  return { code, out: out(), err: err() };
}

export const exit = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.once('close', (code) => resolve(code));
  });

/** Waits until its output matches the pattern. Fails if it exits before. */
export const seen = (child: ChildProcess, pattern: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    const text = collect(child.stdout);
    child.stdout?.on('data', () => {
      if (pattern.test(text())) resolve(text());
    });
    child.once('close', () => reject(new Error(`exited before it printed ${String(pattern)}: ${text()}`)));
  });

function collect(stream: ChildProcess['stdout']): () => string {
  let text = '';
  stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return () => text;
}
