// The simulator's own calls, below /__sim, for whoever drives it from another process. Only from this machine.
import { InputError } from '@powerstore-api/types';
import type { IncomingMessage, RequestListener } from 'node:http';
import * as v from 'valibot';
import { Refusal } from '../../http/errors.js';
import type { Answer } from '../../http/messages.js';
import { parseObject, readBody, write } from '../../http/listener.js';
import { setLink } from '../replication/outages.js';
import type { Engine } from './engine.js';
import type { FaultPlan } from '../faults/faults.js';
import { durationSchema, read, readFault } from '../start/input.js';
import type { SimulatedArray } from './simulator.js';
import type { SavedState } from '../start/saved-state.js';
import { wireTime } from '../world/time.js';

export const controlPath = '/__sim';

/** In bytes: some 200,000 sessions. */
const largestState = 2 ** 30;

export interface Controlled {
  engine: Engine;
  faults: FaultPlan;
  seed: number;
  /** Those that have started. */
  arrays: Readonly<Partial<Record<'a' | 'b', SimulatedArray>>>;
  reset: () => void;
}

const clockInput = v.strictObject({ advance: durationSchema });
const linkInput = v.strictObject({ state: v.picklist(['up', 'down']) });
const powerInput = v.strictObject({ array: v.picklist(['a', 'b']), state: v.picklist(['on', 'off']) });

type Handler = (controlled: Controlled, body: unknown, search: URLSearchParams) => unknown;

/** Method and path below /__sim → what it does; its result is the answer. */
const handlers: Readonly<Record<string, Handler>> = {
  'GET ': overview,
  'POST /clock'({ engine }, body) {
    engine.catchUp();
    engine.time.skip(read(clockInput, body, 'body').advance);
    return { now: wireTime(engine.catchUp().now) };
  },
  'POST /link'({ engine }, body) {
    setLink(engine.catchUp(), read(linkInput, body, 'body').state);
    return { link: engine.world.link };
  },
  async 'POST /power'(controlled, body) {
    const { array, state } = read(powerInput, body, 'body');
    await controlled.arrays[array]?.power(state);
    return overview(controlled).arrays;
  },
  'GET /faults': ({ faults }) => faults.list(),
  'POST /faults': ({ faults }, body) => faults.add(readFault(body)),
  'DELETE /faults'({ faults }, _body, search) {
    faults.clear(search.get('scope') ?? undefined);
    return faults.list();
  },
  'GET /journal': ({ engine }) => engine.catchUp().journal.entries,
  'GET /state': ({ engine }) => engine.save(),
  'PUT /state'(controlled, body) {
    controlled.engine.load(body as SavedState);
    return overview(controlled);
  },
  'POST /reset'(controlled) {
    controlled.reset();
    return overview(controlled);
  },
};

function overview({ engine, seed, arrays }: Controlled) {
  const world = engine.catchUp();
  const states: Record<string, number> = {};
  for (const { sides } of world.sessions.values()) {
    for (const { row } of Object.values(sides)) states[row.state] = (states[row.state] ?? 0) + 1;
  }
  return {
    arrays: Object.fromEntries(
      Object.entries(arrays).map(([site, { url, name, version, powered }]) => [site, { url, name, version, powered }]),
    ),
    link: world.link,
    clock: { now: wireTime(world.now), speed: engine.time.speed },
    seed,
    transitions: world.transitionMode,
    sessions: world.sessions.size,
    states,
  };
}

/** Answers what is below /__sim. */
export const createControl =
  (controlled: Controlled): RequestListener =>
  async (incoming, outgoing) => {
    write(outgoing, await answer(controlled, incoming));
  };

const json = { 'content-type': 'application/json' };
const problem = (status: number, error: string): Answer => ({ status, headers: json, body: { error } });

async function answer(controlled: Controlled, incoming: IncomingMessage): Promise<Answer> {
  if (!/^(::ffff:)?127\.|^::1$/.test(incoming.socket.remoteAddress ?? ''))
    return problem(403, `${controlPath} answers this machine only.`);
  const { pathname, searchParams } = new URL(incoming.url ?? '', 'http://sim');
  const handler = handlers[`${incoming.method} ${pathname.slice(controlPath.length).replace(/\/$/, '')}`];
  if (!handler) return problem(404, `There is no ${incoming.method} ${pathname}. There are ${listing}.`);
  try {
    const text = await readBody(incoming, largestState);
    return {
      status: 200,
      headers: json,
      body: await handler(controlled, text === '' ? {} : parseObject(text), searchParams),
    };
  } catch (error) {
    if (error instanceof InputError || error instanceof RangeError) return problem(400, error.message);
    if (error instanceof Refusal) return problem(400, 'The body is no JSON object.');
    return problem(500, (error as Error).message);
  }
}

const listing = Object.keys(handlers)
  .map((it) => it.replace(' ', ` ${controlPath}`))
  .join(', ');
