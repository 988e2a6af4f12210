// The checks of the conditions on writes find a simulator that breaks them. Only an embedded simulator has these checks, so the
// test gives them one behind a proxy that changes its answers.
import { createSimulator } from '@powerstore-api/mock-server';
import { describe, expect, test } from 'vitest';
import { ArraySession } from '../src/array/http/array-session.js';
import { createRedactor } from '../src/array/secrecy/redact.js';
import { type Target, toTargets } from '../src/array/target/target.js';
import { createCheckContext } from '../src/checks/context/check-context.js';
import { writeConditionChecks } from '../src/checks/write-conditions.js';
import { createTamperingProxy, type PassedAnswer, type Tamper } from './helpers/tampering-proxy.js';

/** The findings of a check, each as its kind and subject. */
async function findingsOf(id: string, tamper: Tamper): Promise<string[]> {
  await using sim = await createSimulator({ clock: 'manual', fast: true });
  await using proxy = await createTamperingProxy(sim.a.url, tamper);
  const { username, password } = sim.a;
  const { a } = toTargets({ a: { url: proxy.url, username, password } }, { pace: { requestsPerSecond: undefined } });
  const target: Target = { ...a, control: sim.a.url, permit: { mode: 'disruptive', sessions: 'all' } };
  const arraySession = new ArraySession(target, globalThis.fetch);
  await arraySession.login();
  const { context, result } = createCheckContext({
    array: { target, release: '4.4.0.0', arraySession },
    redactor: createRedactor(),
    strays: { reference: String, add: () => undefined, size: () => 0 },
    seed: 'one',
  });
  await writeConditionChecks.find((check) => check.id === id)?.run(context);
  return [...new Set(result.findings.map(({ id: kind, subject }) => `${kind} ${subject ?? ''}`))];
}

const isWrite = ({ method }: PassedAnswer): boolean => method === 'PATCH';

const answer = (passed: PassedAnswer, status: number): void => {
  Object.assign(passed, { status, text: status < 300 ? '' : passed.text });
  if (status < 300) delete passed.headers['content-type'];
};

describe('volume_modify.conditions', () => {
  test('finds nothing in a good array', async () => {
    const seen = new Set<number>();
    const found = await findingsOf('volume_modify.conditions', (passed) => {
      if (isWrite(passed)) seen.add(passed.status);
    });
    expect(found).toEqual([]);
    expect([...seen].toSorted()).toEqual([204, 400, 404, 422]);
  });

  test('finds a request that is accepted and breaks a condition', async () => {
    const found = await findingsOf('volume_modify.conditions', (passed) => {
      if (isWrite(passed) && passed.text.includes('is not larger than before')) answer(passed, 204);
    });
    expect(found).toEqual(['action.accepted size_larger']);
  });

  test('notes another status than that which the contract only assumes', async () => {
    const found = await findingsOf('volume_modify.conditions', (passed) => {
      if (isWrite(passed) && passed.text.includes('is not larger than before')) answer(passed, 422);
    });
    expect(found).toEqual(['assumption.contradicted conditions/size_larger#condition']);
  });

  test('finds another status than that which a source names', async () => {
    const found = await findingsOf('volume_configure_metro.conditions', (passed) => {
      if (passed.text.includes('is a member of a volume group')) answer(passed, 422);
    });
    expect(found).toEqual(['status.unexpected volume_is_no_member']);
  });

  test('notes a request that is accepted, and breaks a condition that is only assumed', async () => {
    const found = await findingsOf('volume_modify.conditions', (passed) => {
      if (passed.text.includes('is metro with that array already')) answer(passed, 204);
    });
    expect(found).toContain('assumption.contradicted conditions/metro_or_policy#condition');
    expect(found.filter((it) => it.startsWith('action.'))).toEqual([]);
  });

  test('finds a request that is refused and meets all conditions', async () => {
    const found = await findingsOf('volume_modify.conditions', (passed) => {
      if (!isWrite(passed) || passed.status !== 204) return;
      Object.assign(passed, { status: 422, text: '{"messages":[{"code":"0xEFFFFFFFFFFF","severity":"Error"}]}' });
      passed.headers['content-type'] = 'application/json';
    });
    expect(found).toContain('action.refused description');
    expect(found).toContain('action.refused size');
  });
});
