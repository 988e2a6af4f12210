// Examples of the client as programs: with two simulated arrays in place of those they name.
import * as diagnosticsChannel from 'node:diagnostics_channel';
import { compileFunction } from 'node:vm';
import * as openTelemetry from '@opentelemetry/api';
import * as client from '@powerstore-api/client';
import * as node from '@powerstore-api/client/node';
import * as input from '@powerstore-api/input';
import * as mockServer from '@powerstore-api/mock-server';
import { createSimulator, type SimulatedArray, type Simulator } from '@powerstore-api/mock-server';
import * as types from '@powerstore-api/types';
import * as valibot from 'valibot';
import ts from 'typescript';
import { caughtBy } from './caught.ts';
import { exampleModule } from './example-module.ts';
import { type Preparation, preparations } from './preparations.ts';
import type { PublicApi } from './public-api.ts';

/** The resources that examples find on the arrays. A session brings its policy for half an hour. */
const sessions = [
  { name: 'erp-data' },
  { name: 'database', rpo: 'Thirty_Minutes' },
  { name: 'ledger', kind: 'volume_group', rpo: 'Thirty_Minutes' },
  { name: 'metro-volume', type: 'Metro_Active_Active' },
  { name: 'journal', type: 'Synchronous' },
  { name: 'home', kind: 'nas_server', rpo: 'One_Hour' },
] as const;

/** A name in examples, and what the simulator calls it. */
const renamed = ['name:thirty-minutes', 'name:thirty-minutes-array-a-to-array-b'] as const;

/** What examples import, by the name of the module. */
export type Modules = Readonly<Record<string, unknown>>;

export interface Stage extends AsyncDisposable {
  /** Runs an example, and resolves with how many requests it made; rejects with what it throws. */
  run(name: string, code: string, prepare?: Preparation): Promise<number>;
}

/** Two arrays to run examples on, each of which finds them as they were in the beginning. */
export async function createStage(
  exports: PublicApi['exports'],
  modulesOf: (sim: Simulator) => Modules = () => ({}),
): Promise<Stage> {
  const sim = await createSimulator({ clock: 'manual', transitions: 'immediate', fast: true, tls: true, sessions });
  const more = modulesOf(sim);
  return {
    async run(name, code, prepare = preparations[name]) {
      sim.reset();
      await using array = await login(sim.a);
      await using b = await login(sim.b);
      await using pair = await client.connectPair(array, b);
      const { id, volumeId } = await replicated(array, 'erp-data');
      const { username, password, certificate: ca, fingerprint } = sim.a;
      const ids = { id, sessionId: id, volumeId, snapshotId: '' };
      const prepared = await prepare?.({ sim, array, b, pair, id, find: (it) => replicated(array, it) });
      const given = { array, pair, ...ids, host: 'array-a.example.com', username, password, ca, fingerprint };
      const before = requestsOf(sim);
      using channels = createChannels();
      await compiled(code, exports)(modules(sim, channels, more), { ...given, error: caughtBy(code), ...prepared });
      if (sim.faults.unused().length > 0) throw new Error('what was to go wrong has not');
      return requestsOf(sim) - before;
    },
    [Symbol.asyncDispose]: () => sim.close(),
  };
}

const login = ({ url, username, password, certificate: ca = '' }: SimulatedArray): Promise<client.PowerStore> =>
  node.connect({ url, username, password, tls: { ca } });

const requestsOf = (sim: Simulator): number => sim.journal.filter(({ kind }) => kind === 'request').length;

/** A replicated volume, and its session. */
async function replicated(array: client.PowerStore, name: string): Promise<{ id: string; volumeId: string }> {
  const volume = await array.volumes.get(`name:${name}`, { select: ['id', 'replication_sessions'] });
  return { id: volume.replication_sessions[0]?.id ?? '', volumeId: volume.id };
}

/** The values that `ambient.d.ts` declares. */
const ambient = 'array, pair, id, sessionId, snapshotId, volumeId, host, username, password, ca, fingerprint, error';

type Program = (modules: (name: string) => unknown, given: object) => Promise<void>;

/** As a function of what it imports and of what it uses without saying where it comes from. */
function compiled(code: string, exports: PublicApi['exports']): Program {
  const { imports, body } = exampleModule(code.replaceAll(...renamed), exports);
  // In a block of its own, where it may give these names to something else.
  const module = `${imports}\nexport async function example({ ${ambient} }: any) { { ${body} } }`;
  const { outputText } = ts.transpileModule(module, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  return (require, given) => {
    const exported: { example?: (given: object) => Promise<void> } = {};
    compileFunction(outputText, ['require', 'exports'])(require, exported);
    return exported.example?.(given) ?? Promise.reject(new Error('nothing was compiled'));
  };
}

/** The modules that examples import. Any array that they connect to is a simulated one. */
function modules(sim: Simulator, channels: object, more: Modules): (name: string) => unknown {
  const connect = ({ host = '', ...options }: client.ConnectOptions & node.NodeConnectOptions) => {
    const { url, username, password, certificate: ca = '' } = host.startsWith('array-b') ? sim.b : sim.a;
    const there = { ...options, url, username, password };
    return options.fetch ? client.connect(there) : node.connect({ tls: { ca }, ...there });
  };
  const known: Readonly<Record<string, unknown>> = {
    '@powerstore-api/client': { ...client, connect },
    '@powerstore-api/client/node': { ...node, connect },
    '@opentelemetry/api': openTelemetry,
    'node:diagnostics_channel': { ...diagnosticsChannel, ...channels },
    'node:fs/promises': {
      readFile: async (file: string) => (file.startsWith('array-b') ? sim.b : sim.a).certificate,
    },
    'node:readline/promises': { createInterface: () => ({ question: async () => 'yes', close() {} }) },
    '@powerstore-api/types': types,
    '@powerstore-api/input': input,
    '@powerstore-api/mock-server': mockServer,
    valibot,
    ...more,
  };
  return (name) => known[name] ?? raise(`${name} is not for examples`);
}

/** Diagnostics channels for one example, which says when it begins to listen, and not when it ends. */
function createChannels(): Disposable & Pick<typeof diagnosticsChannel, 'subscribe'> {
  const subscriptions: Parameters<typeof diagnosticsChannel.subscribe>[] = [];
  return {
    subscribe(...subscription) {
      diagnosticsChannel.subscribe(...subscription);
      subscriptions.push(subscription);
    },
    [Symbol.dispose]() {
      for (const subscription of subscriptions) diagnosticsChannel.unsubscribe(...subscription);
    },
  };
}

function raise(message: string): never {
  throw new Error(message);
}
