// Runs the command line in this process, which has already loaded Prism, and collects its output and its exit code.
import { connect } from 'node:net';
import { stripVTControlCharacters } from 'node:util';
import { CommanderError } from 'commander';
import { vi } from 'vitest';
import { createProgram } from '../../src/cli/program.js';

export interface Printed {
  code: number;
  out: string;
  err: string;
}

/** Runs a command until it ends, or until its servers have started. */
export async function command(...args: string[]): Promise<Printed> {
  const printed = { out: '', err: '' };
  const print = (where: 'out' | 'err') => (text: string) => (printed[where] += stripVTControlCharacters(text));
  const line = (where: 'out' | 'err') => (text: unknown) => print(where)(`${String(text)}\n`);
  const spies = [vi.spyOn(console, 'log').mockImplementation(line('out'))];
  spies.push(vi.spyOn(console, 'error').mockImplementation(line('err')));
  const program = createProgram();
  for (const each of [program, ...program.commands])
    each.configureOutput({ writeOut: print('out'), writeErr: print('err') });
  try {
    await program.parseAsync(args, { from: 'user' });
    return { code: Number(process.exitCode ?? 0), ...printed };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { code: error.exitCode, ...printed };
  } finally {
    process.exitCode = undefined;
    for (const spy of spies) spy.mockRestore();
  }
}

/** Stops a command with a signal, and waits until its server no longer listens. */
export async function stop(signal: 'SIGINT' | 'SIGTERM', url: string): Promise<void> {
  process.emit(signal);
  while (await isListening(url));
}

const isListening = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
