// Plain HTTP to another machine: whoever sends a password over it is warned, and the report says so.
import { createSimulator, type Simulator } from '@powerstore-api/mock-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { powerstoreContract } from './helpers/command-line.js';
import { run } from './helpers/in-process.js';

const risk = 'plain HTTP: anyone between you and the array can read the password';

let sim: Simulator;
let env: Record<string, string>;
/** An address of this machine that is no loopback address. */
let elsewhere: string;

beforeAll(async () => {
  sim = await createSimulator({ fast: true, clock: 'manual', release: '1.0' });
  elsewhere = sim.a.url.replace('127.0.0.1', '0.0.0.0');
  env = {
    POWERSTORE_USERNAME: sim.a.username,
    POWERSTORE_PASSWORD: sim.a.password,
    POWERSTORE_REQUESTS_PER_SECOND: '100',
  };
});
afterAll(() => sim.close());

describe('plain HTTP to another machine', () => {
  it('is a warning of doctor, and nothing that is in order', async () => {
    const { code, out } = await powerstoreContract(['doctor'], { ...env, POWERSTORE_URL: elsewhere });
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^! array a: ${risk}\n {2}Write its address with https://`, 'm'));
    expect(out).not.toMatch(/✓.*HTTP/);
    // The warning comes before the password is sent.
    expect(out.indexOf(risk)).toBeLessThan(out.indexOf('is logged in'));
  });

  it('is the first line of a run, and a warning in its report', async () => {
    const { err } = await powerstoreContract(['--dry-run'], { ...env, POWERSTORE_URL: elsewhere });
    expect(err).toMatch(new RegExp(`^array a: Warning: ${risk}\\. Write its address with https://`));
    const { report, printed } = await run(sim.a, { through: elsewhere, rows: 1 });
    expect(report.findings).toMatchObject([{ id: 'auth.plain-http', severity: 'warning', checks: ['auth.login'] }]);
    expect(printed).toContain('Warnings (1)');
    expect(report.summary.verdict).toBe('conforms');
  });

  it('is a warning of record', async () => {
    const { err } = await powerstoreContract(['record', '/dev/null'], { ...env, POWERSTORE_URL: elsewhere });
    expect(err).toContain(`array a: Warning: ${risk}`);
  });
});

it.each(['127.0.0.1', 'localhost'])('plain HTTP within this machine (%s) is none', async (host) => {
  const url = sim.a.url.replace('127.0.0.1', host);
  const doctor = await powerstoreContract(['doctor'], { ...env, POWERSTORE_URL: url });
  expect(doctor.out).toContain('✓ array a: the array uses plain HTTP, within this machine');
  const dry = await powerstoreContract(['--dry-run'], { ...env, POWERSTORE_URL: url });
  expect(dry.err).not.toContain('Warning');
});
