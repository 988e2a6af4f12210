// The servers that are compared, and what each of them is asked.
import { get, logIn, type Target } from './load.js';
import { type ServerProcess, startServer } from '../server-process.js';
import { pathOf, record } from '../record.js';
import type { Recorded } from '../servers/bare.js';

export const contenders = ['with Prism', 'fast', 'Prism', 'static mock', 'node:http'] as const;
/** The simulator both ways, Prism's own server, the mock with examples, and a server with nothing to do. */
export type Contender = (typeof contenders)[number];

export const questions = ['one', 'page'] as const;
export type Question = (typeof questions)[number];

export interface Running {
  readonly contender: Contender;
  readonly server: ServerProcess;
  readonly targets: Readonly<Record<Question, Target>>;
}

/** Enough for a page that is not all there is. */
const sessions = 1000;

/** The simulator, with so many sessions beside those it always has. */
export const startSimulator = (contender: 'with Prism' | 'fast', count = 0): Promise<ServerProcess> =>
  startServer('simulator', { fast: contender === 'fast', sessions: count });

const page = '/replication_session?select=id,state,role,type&limit=100';

/** Starts a server that is ready to be asked; the bare one repeats what the given one answers. */
export async function startContender(contender: Contender, model?: Running): Promise<Running> {
  switch (contender) {
    case 'with Prism':
    case 'fast':
      return ready(contender, await startSimulator(contender, sessions));
    case 'static mock':
      return ready(contender, await startServer('static-mock'));
    case 'Prism':
      // It takes any cookie.
      return ready(contender, await startServer('prism'), { cookie: 'auth_cookie=any' });
    default:
      return model ? repeat(model) : ready(contender, await startServer('bare'), {});
  }
}

async function ready(contender: Contender, server: ServerProcess, headers?: Record<string, string>): Promise<Running> {
  const login = headers ?? (await logIn(server.url));
  const list = (await (await get(`${server.url}${page}`, login)).json()) as { id: string }[];
  const one = `/replication_session/${list[0]?.id}?select=id,state,role`;
  const targetOf = (path: string): Target => ({ url: server.url + path, headers: login });
  return {
    contender,
    server,
    targets: { one: targetOf(one), page: targetOf(page) },
  };
}

/** A server that knows the answers of another one, and nothing else. */
async function repeat({ targets }: Running): Promise<Running> {
  const recorded: Recorded = {};
  const paths = {} as Record<Question, string>;
  for (const question of questions) {
    const { url, headers } = targets[question];
    const answer = await get(url, headers);
    paths[question] = pathOf(url);
    recorded[paths[question]] = await record(answer);
  }
  const server = await startServer('bare', recorded);
  const targetOf = (question: Question): Target => ({
    url: server.url + paths[question],
    headers: targets[question].headers,
  });
  return {
    contender: 'node:http',
    server,
    targets: { one: targetOf('one'), page: targetOf('page') },
  };
}
