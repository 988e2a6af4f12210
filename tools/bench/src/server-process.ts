import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Usage } from './servers/announce.js';

/** The servers there are: a file of `servers/` each. */
export type ServerName = 'simulator' | 'static-mock' | 'prism' | 'bare' | 'pages';

/** A server in a process of its own, so that it and what loads it do not wait for each other. */
export interface ServerProcess extends AsyncDisposable {
  /** Where its API is. */
  readonly url: string;
  /** Memory and processor time so far. */
  usage(): Promise<Usage>;
}

export async function startServer(name: ServerName, options: object = {}): Promise<ServerProcess> {
  const child = fork(fileURLToPath(new URL(`servers/${name}.js`, import.meta.url)), [JSON.stringify(options)], {
    // For a profile of the servers: BENCH_SERVER_OPTIONS=--cpu-prof.
    execArgv: (process.env['BENCH_SERVER_OPTIONS'] ?? '').split(' ').filter(Boolean),
  });
  const { url } = await message<{ url: string }>(child, name);
  return {
    url,
    usage() {
      child.send('usage');
      return message<Usage>(child, name);
    },
    async [Symbol.asyncDispose]() {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}

const message = <T>(child: ChildProcess, name: string): Promise<T> =>
  new Promise((resolve, reject) => {
    const onExit = (code: number | null): void => reject(new Error(`the server ${name} exited with ${code}`));
    child.once('exit', onExit);
    child.once('message', (received) => {
      child.off('exit', onExit);
      resolve(received as T);
    });
  });
