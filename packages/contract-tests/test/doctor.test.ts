// The results of doctor for arrays in order, and for each thing that can be out of order.
import { createSimulator } from '@powerstore-api/mock-server';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../src/doctor/diagnose.js';
import { type ArrayTarget, toTargets } from '../src/array/target/target.js';
import { powerstoreContract } from './helpers/command-line.js';
import { lacking, withoutInstances } from './helpers/lacking.js';
import { createTamperingProxy } from './helpers/tampering-proxy.js';

async function diagnosisOf(a: ArrayTarget, b?: ArrayTarget): Promise<{ isInOrder: boolean; lines: string[] }> {
  const lines: string[] = [];
  const targets = toTargets({ a, b }, { pace: { requestsPerSecond: undefined } });
  const isInOrder = await diagnose(targets, ({ ok, text, remedy = '' }) =>
    lines.push(`${ok === undefined ? '–' : ok === 'warning' ? '!' : ok ? '✓' : '✗'} ${text} ${remedy}`.trimEnd()),
  );
  return { isInOrder, lines };
}

const login = ({ url, username, password }: ArrayTarget): ArrayTarget => ({ url, username, password });

describe('doctor', () => {
  it('finds a pair in order: network, login, release, role, and each array among the remote systems of the other', async () => {
    await using simulator = await createSimulator({ clock: 'manual', fast: true });
    const { isInOrder, lines } = await diagnosisOf(login(simulator.a), login(simulator.b));
    expect(isInOrder).toBe(true);
    expect(lines).toEqual([
      ...['array a', 'array b'].flatMap((label) => [
        expect.stringMatching(new RegExp(`^✓ ${label}: 127\\.0\\.0\\.1:\\d+ is reachable$`)) as string,
        `✓ ${label}: the array uses plain HTTP, within this machine`,
        `✓ ${label}: user admin is logged in`,
        `✓ ${label}: release 4.4.0.0`,
        `✓ ${label}: it has each resource of the contract`,
        `✓ ${label}: user admin has role 1; a read-only role is enough for this run`,
      ]),
      '✓ pair: array a has array b as a remote system',
      '✓ pair: array b has array a as a remote system',
    ]);
    expect(simulator.a.url).toBeTruthy();
  });

  it('finds two arrays that are no remote systems of each other', async () => {
    await using simulator = await createSimulator({ clock: 'manual', fast: true });
    await using stranger = await createSimulator({ clock: 'manual', fast: true, seed: 7 });
    const { isInOrder, lines } = await diagnosisOf(login(simulator.a), login(stranger.a));
    expect(isInOrder).toBe(false);
    expect(lines.filter((line) => line.startsWith('✗'))).toEqual([
      expect.stringMatching(/^✗ pair: array a does not have array b \(PS\w+\) as a remote system Name two arrays/),
      expect.stringMatching(/^✗ pair: array b does not have array a/),
    ]);
  });

  it('shows the fingerprint of an untrusted certificate, and how to trust it', async () => {
    await using sim = await createSimulator({ tls: true, fast: true });
    const { fingerprint = '' } = sim.a;
    const untrusted = await diagnosisOf(login(sim.a));
    expect(untrusted.isInOrder).toBe(false);
    expect(untrusted.lines).toEqual([
      expect.stringContaining('✓ array a: 127.0.0.1'),
      expect.stringContaining(`– array a: certificate ${fingerprint}`),
      expect.stringMatching(
        new RegExp(
          `^✗ array a: the certificate is not trusted.*--fingerprint, POWERSTORE_FINGERPRINT or arrays\\.a\\.fingerprint to ${fingerprint}`,
        ),
      ),
      '– pair: only one array is named, so the suite compares no pair',
    ]);
    const trusted = await diagnosisOf({ ...login(sim.a), tls: { fingerprint } });
    expect(trusted.lines).toContain('✓ array a: the certificate is trusted');
    expect(trusted.isInOrder).toBe(true);
  });

  it('says why the login fails, and why the array is out of reach', async () => {
    const sim = await createSimulator({ fast: true });
    const refused = await diagnosisOf({ ...login(sim.a), password: 'not-the-password' });
    expect(refused.lines.at(-2)).toMatch(
      /^✗ array a: the array refuses user admin \(401\) Check the user \(--username, POWERSTORE_USERNAME /,
    );
    expect(refused.lines.join('\n')).not.toContain('not-the-password');
    const refusedByB = await diagnosisOf(login(sim.a), { ...login(sim.b), password: 'not-the-password' });
    expect(refusedByB.lines.at(-1)).toMatch(
      /^✗ array b: the array refuses user admin \(401\) .*POWERSTORE_B_USERNAME .*\(POWERSTORE_B_PASSWORD, or the file of --password-file-b,/,
    );
    await sim.close();
    const { isInOrder, lines } = await diagnosisOf(login(sim.a));
    expect(isInOrder).toBe(false);
    expect(lines[0]).toMatch(/^✗ array a: not reachable: .*ECONNREFUSED/);
    expect(lines).toHaveLength(2);
  });

  it('names what an array lacks, each with the reason for it', async () => {
    await using sim = await createSimulator({ fast: true });
    await using proxy = await createTamperingProxy(sim.a.url, (answer) => {
      lacking('policy', 'remote_system')(answer);
      if (answer.target.startsWith('/volume?') || answer.target === '/volume') answer.status = 403;
      withoutInstances('replication_session', 405)(answer);
    });
    const { isInOrder, lines } = await diagnosisOf({ ...login(sim.a), url: proxy.url }, login(sim.b));
    expect(isInOrder).toBe(false);
    expect(lines.filter((line) => !line.startsWith('✓ array'))).toEqual([
      expect.stringMatching(
        /^✗ array a: it does not have GET \/replication_session\/\{id\}: it answers 405 .* Check the release and/,
      ),
      expect.stringMatching(/^✗ array a: it does not have remote_system: .* with 404\. Check the release and/),
      expect.stringMatching(/^✗ array a: it does not have policy: .* with 404\. Check the release and/),
      expect.stringMatching(/^✗ array a: it does not let the user read volume: .* with 403\. Give the user a role/),
      '– array a: it does not show its remote_system, so it cannot be compared with the other array of a pair',
    ]);
    expect(lines).toContain('✓ array a: user admin has role 1; a read-only role is enough for this run');
    expect(lines).toContain('✓ array b: it has each resource of the contract');
  });

  it.each([
    ['software_installed', /^✗ array a: it does not say which release it runs: it does not have software_installed/],
    ['login_session', /^✗ array a: it answers GET \/login_session with 404, but every PowerStore has this resource\./],
    ['cluster', /^– array a: it does not show its cluster/],
  ])('goes as far as it can without %s', async (resource, said) => {
    await using sim = await createSimulator({ fast: true });
    await using proxy = await createTamperingProxy(sim.a.url, lacking(resource));
    const { isInOrder, lines } = await diagnosisOf({ ...login(sim.a), url: proxy.url });
    expect(isInOrder).toBe(false);
    expect(lines).toContainEqual(expect.stringMatching(said));
    expect(lines.join('\n')).not.toContain('must be allowed');
  });

  it('names the Content-Encoding where the body of the login cannot be decoded', async () => {
    await using sim = await createSimulator({ fast: true });
    await using proxy = await createTamperingProxy(sim.a.url, ({ headers }) => {
      headers['content-encoding'] = 'gzip';
    });
    const { isInOrder, lines } = await diagnosisOf({ ...login(sim.a), url: proxy.url });
    expect(isInOrder).toBe(false);
    expect(lines.join('\n')).toMatch(
      /✗ array a: .* that does not have the Content-Encoding that it names Look for a proxy/,
    );
  });

  it('is a command with exit codes', async () => {
    await using sim = await createSimulator({ fast: true });
    const { url, username, password } = sim.a;
    const env = {
      POWERSTORE_URL: url,
      POWERSTORE_USERNAME: username,
      POWERSTORE_PASSWORD: password,
      POWERSTORE_REQUESTS_PER_SECOND: '100',
    };
    const well = await powerstoreContract(['doctor'], env);
    expect([well.code, well.err]).toEqual([0, '']);
    expect(well.out).toContain('✓ array a: user admin is logged in');
    const unwell = await powerstoreContract(['doctor', '--username', 'nobody'], env);
    expect([unwell.code, unwell.out]).toEqual([1, expect.stringContaining('✗ array a: the array refuses user nobody')]);
    const nothing = await powerstoreContract(['doctor']);
    expect([nothing.code, nothing.err]).toEqual([2, expect.stringContaining('No array is named')]);
  });
});
