// A wrong password may lock the user, so a run tries one only where somebody has asked for it.
import { createSimulator, type Simulator } from '@powerstore-api/mock-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Report, runContract } from '../src/index.js';
import { powerstoreContract } from './helpers/command-line.js';
import { createTamperingProxy, type PassedAnswer, type Tamper, withoutRows } from './helpers/tampering-proxy.js';

let sim: Simulator;
beforeAll(async () => {
  sim = await createSimulator({ release: '4.4', fast: true, clock: 'manual' });
});
afterAll(() => sim.close());

/** Whether the request logs in as the user with another password than that of the user. */
function isWrong({ requestHeaders: { authorization = '' } }: PassedAnswer): boolean {
  const [user, password] = Buffer.from(authorization.replace('Basic ', ''), 'base64').toString().split(':');
  return user === sim.a.username && password !== sim.a.password;
}

interface Tried {
  wrong: number;
  report: Report | undefined;
}

async function runThrough(tamper: Tamper, options: { tryWrongPassword?: boolean } = {}): Promise<Tried> {
  let wrong = 0;
  const few = withoutRows();
  await using proxy = await createTamperingProxy(sim.a.url, async (answer) => {
    await few(answer);
    if (isWrong(answer)) wrong += 1;
    await tamper(answer);
  });
  const { username, password } = sim.a;
  const arrays = { a: { url: proxy.url, username, password } };
  const report = await runContract({ arrays, pace: { requestsPerSecond: undefined }, ...options });
  return { wrong, report };
}

const idsOf = ({ report }: Tried) => report?.checks.map(({ check }) => check);

describe('a wrong password of the user', () => {
  it('is not tried by default', async () => {
    const tried = await runThrough(() => undefined);
    expect(tried.wrong).toBe(0);
    expect(idsOf(tried)).not.toContain('auth.user-password');
  });

  it('is tried once where somebody asks for it, and an array that refuses it conforms', async () => {
    const tried = await runThrough(() => undefined, { tryWrongPassword: true });
    expect(tried.wrong).toBe(1);
    expect(tried.report?.findings).toEqual([]);
    expect(idsOf(tried)).toContain('auth.user-password');
  });

  it('that the array accepts is a finding', async () => {
    const { report } = await runThrough(
      (answer) => {
        if (isWrong(answer)) Object.assign(answer, { status: 200, text: '[]' });
      },
      { tryWrongPassword: true },
    );
    expect(report?.findings).toMatchObject([{ id: 'auth.open', subject: 'wrong password', places: [{}] }]);
  });

  it('is a flag of the command line, whose help says what may happen', async () => {
    const help = await powerstoreContract(['check', '--help']);
    expect(help.out.replaceAll(/\s+/g, ' ')).toMatch(
      /--try-wrong-password try one wrong password of the user as well; an array may lock the user after several/,
    );
    let wrong = 0;
    const few = withoutRows();
    await using proxy = await createTamperingProxy(sim.a.url, async (answer) => {
      await few(answer);
      if (isWrong(answer)) wrong += 1;
    });
    const { code } = await powerstoreContract(['--try-wrong-password'], {
      POWERSTORE_URL: proxy.url,
      POWERSTORE_USERNAME: sim.a.username,
      POWERSTORE_PASSWORD: sim.a.password,
      POWERSTORE_REQUESTS_PER_SECOND: '100',
    });
    expect([code, wrong]).toEqual([0, 1]);
  });
});
