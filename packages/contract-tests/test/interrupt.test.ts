// Ctrl-C, as the process meets it in which an action is under way. The answer is held back until it has been heard.
import type { Simulator } from '@powerstore-api/mock-server';
import { describe, expect, it } from 'vitest';
import { type Running, startPowerstoreContract } from './helpers/command-line.js';
import { readSides } from './helpers/sessions.js';
import { createTamperingProxy, type Tamper, withoutRows } from './helpers/tampering-proxy.js';
import { createSteppedSimulator } from './helpers/stepped-simulator.js';

/** The oldest release has least to ask for. */
const createPair = () => createSteppedSimulator({ version: '1.0', sessions: [{ name: 'erp' }] });

const heard = 'Stopping: what was changed is put back first.';

/** The command line, told that it may do anything to the session of a pair, and that answers may take an hour. */
const start = ({ a, b, save }: Simulator, urlA: string, urlB = ''): Running =>
  startPowerstoreContract([], {
    POWERSTORE_URL: urlA,
    POWERSTORE_USERNAME: a.username,
    POWERSTORE_PASSWORD: a.password,
    POWERSTORE_B_URL: urlB,
    POWERSTORE_B_USERNAME: b.username,
    POWERSTORE_B_PASSWORD: b.password,
    POWERSTORE_MODE: 'disruptive',
    POWERSTORE_SESSIONS: String(save().sessions[0]?.id),
    POWERSTORE_REQUESTS_PER_SECOND: '100',
    POWERSTORE_TIMEOUT: '3600',
    POWERSTORE_B_TIMEOUT: '3600',
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
    expect(err).toContain(`These sessions may not be as they were before: ${session?.id}.`);
  });
});
