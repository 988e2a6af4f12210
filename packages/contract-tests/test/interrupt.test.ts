// Ctrl-C in a process with an action under way. The proxy holds the answer back until the process has heard the signal.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Simulator } from '@powerstore-api/mock-server';
import { describe, expect, it } from 'vitest';
import { type Running, startPowerstoreContract, startUnderNpx } from './helpers/command-line.js';
import { readSides } from './helpers/sessions.js';
import { createTamperingProxy, type Tamper, withoutRows } from './helpers/tampering-proxy.js';
import { createSteppedSimulator } from './helpers/stepped-simulator.js';

/** The oldest release has least to ask for. No cycle comes in between. */
const createPair = () => createSteppedSimulator({ release: '1.0', sessions: [{ name: 'erp', rpo: 'One_Day' }] });

const heard = 'Stopping: putting everything back first.';

/** The command line, told that it may do anything to the session of a pair, and that answers may take an hour. */
const start = (
  { a, b, save }: Simulator,
  urlA: string,
  urlB?: string,
  args: string[] = [],
  startCommand = startPowerstoreContract,
): Running =>
  startCommand(args, {
    POWERSTORE_URL: urlA,
    POWERSTORE_USERNAME: a.username,
    POWERSTORE_PASSWORD: a.password,
    ...(urlB !== undefined && {
      POWERSTORE_B_URL: urlB,
      POWERSTORE_B_USERNAME: b.username,
      POWERSTORE_B_PASSWORD: b.password,
    }),
    POWERSTORE_MODE: 'disruptive',
    POWERSTORE_SESSIONS: String(save().sessions[0]?.id),
    POWERSTORE_REQUESTS_PER_SECOND: '100',
    POWERSTORE_TIMEOUT: '1h',
    POWERSTORE_B_TIMEOUT: '1h',
  });

const empty = withoutRows();

/** Calls back when a session has been paused, before the answer is passed on. */
const whenPaused =
  (then: () => Promise<void>): Tamper =>
  (answer) => {
    const { target, status } = answer;
    return target.endsWith('/pause') && status < 300 ? then() : empty(answer);
  };

const select = 'id,state,role';

describe.concurrent('Ctrl-C', () => {
  it('puts everything back, and there is no verdict', async () => {
    await using sim = await createPair();
    const before = await readSides(sim, select);
    let hasBeenPaused = false;
    let running: Running | undefined;
    await using b = await createTamperingProxy(sim.b.url, empty);
    await using a = await createTamperingProxy(
      sim.a.url,
      whenPaused(async () => {
        if (hasBeenPaused) return;
        hasBeenPaused = true;
        running?.child.kill('SIGINT');
        await running?.saidOnStderr(heard);
      }),
    );
    running = start(sim, a.url, b.url);
    const { code, out, err } = await running.ended;
    expect(code, err).toBe(2);
    expect(hasBeenPaused).toBe(true);
    expect(out).toContain('No verdict: stopped by Ctrl-C');
    expect(out + err).not.toMatch(/not as it was|not put back/i);
    expect(await readSides(sim, select)).toEqual(before);
  });

  it('has the same effect as a signal to npx, which does not pass it on', async () => {
    await using sim = await createPair();
    const before = await readSides(sim, select);
    let hasBeenPaused = false;
    let running: Running | undefined;
    await using b = await createTamperingProxy(sim.b.url, empty);
    await using a = await createTamperingProxy(
      sim.a.url,
      whenPaused(async () => {
        if (hasBeenPaused) return;
        hasBeenPaused = true;
        running?.child.kill('SIGTERM');
        await running?.saidOnStderr('npx, which started this run, has ended. Stopping: putting everything back first.');
      }),
    );
    running = start(sim, a.url, b.url, [], startUnderNpx);
    const { out, err } = await running.ended;
    expect(out, err).toContain('No verdict: stopped because npx, which started it, has ended');
    expect(hasBeenPaused).toBe(true);
    expect(await readSides(sim, select)).toEqual(before);
  });

  it('is not all that stops a run: after an error that nobody catches, everything is put back as well', async () => {
    await using sim = await createPair();
    const before = await readSides(sim, select);
    const folder = await mkdtemp(join(tmpdir(), 'powerstore-interrupt-'));
    const careless = join(folder, 'careless.mjs');
    await writeFile(
      careless,
      `export const check = { id: 'ours.careless', title: 'it leaves a promise alone', run: async () => {} };
       process.on('SIGUSR2', () => {
         console.error('a promise is rejected');
         void Promise.reject(new Error('of a check of ours'));
       });`,
    );
    let running: Running | undefined;
    await using b = await createTamperingProxy(sim.b.url, empty);
    await using a = await createTamperingProxy(
      sim.a.url,
      whenPaused(async () => {
        if (running?.child.kill('SIGUSR2')) await running.saidOnStderr('a promise is rejected');
      }),
    );
    running = start(sim, a.url, b.url, ['--check-modules', careless]);
    const { code, out, err } = await running.ended;
    await rm(folder, { recursive: true });
    expect(code, err).toBe(2);
    expect(out).toContain('No verdict: an error outside of the checks: of a check of ours');
    expect(out + err).not.toMatch(/not as it was|not put back/i);
    expect(await readSides(sim, select)).toEqual(before);
  });

  it('a second time leaves at once, and names the sessions to look after', async () => {
    await using sim = await createPair();
    let running: Running | undefined;
    await using a = await createTamperingProxy(
      sim.a.url,
      whenPaused(async () => {
        running?.child.kill('SIGINT');
        await running?.saidOnStderr(heard);
        running?.child.kill('SIGINT');
        await running?.ended;
      }),
    );
    running = start(sim, a.url);
    const { code, err } = await running.ended;
    expect(code, err).toBe(130);
    const [session] = sim.save().sessions;
    expect(err).toContain(`These sessions may not be as they were: ${session?.id}.`);
  });
});
