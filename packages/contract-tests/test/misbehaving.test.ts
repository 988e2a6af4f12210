// An array that puts secrets and names where nobody expects them: no report and no printed line repeats them.
import { createSimulator } from '@powerstore-api/mock-server';
import { describe, expect, it } from 'vitest';
import { renderers, type ReportKind } from '../src/index.js';
import { toTargets } from '../src/array/target/target.js';
import { readArrays, recordingOf } from '../src/record/record.js';
import { run, type Run } from './helpers/in-process.js';
import { createTamperingProxy, withoutRows } from './helpers/tampering-proxy.js';

const owner = 'host17.customer-of-ours.example';
/** Each looks like the name of an attribute, of a literal, or of neither. */
const secret = { key: 'hunter2_and_more', literal: 'Hunter2AndMore' };

/** A run on an array that has the password, and answers with these. */
async function runWith(password: string, change: (row: Record<string, unknown>) => void, headers = {}): Promise<Run> {
  const users = [{ username: 'admin', password, role: 'administrator' as const }];
  await using sim = await createSimulator({ release: '4.4', fast: true, clock: 'manual', arrays: { a: { users } } });
  const few = withoutRows('volume');
  await using proxy = await createTamperingProxy(sim.a.url, async (answer) => {
    await few(answer);
    if (!answer.text.startsWith('[') && !answer.text.startsWith('{')) return;
    Object.assign(answer.headers, answer.target.startsWith('/volume') ? headers : {});
    const json = JSON.parse(answer.text) as Record<string, unknown> | Record<string, unknown>[];
    for (const row of [json].flat()) change(row);
    answer.text = JSON.stringify(json);
  });
  return await run(sim.a, { through: proxy.url });
}

/** The lines, printed and in all reports, that hold a text. */
const linesWith = (wanted: string, { report, printed }: Run): string[] =>
  [printed, ...(Object.keys(renderers) as ReportKind[]).map((kind) => renderers[kind](report))]
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.includes(wanted));

describe('a run on an array that misbehaves repeats', () => {
  it('no header that is not of its form, and no key that the contract does not have', async () => {
    const done = await runWith(
      'Password123!',
      (row) => {
        row[`${owner} is here`] = 1;
        row[owner] = { [owner]: 1 };
        if (Array.isArray(row['messages'])) row['messages'] = [{ [owner]: owner }];
      },
      { 'content-type': `application/json; owner=${owner}`, 'content-range': owner, 'retry-after': owner },
    );
    expect(linesWith(owner, done)).toEqual([]);
    const sample = done.report.checks
      .flatMap(({ samples }) => samples)
      .find(({ request }) => request.includes('/volume'));
    expect(sample?.headers).toEqual({
      'content-type': expect.stringMatching(/^⟨text \d+⟩$/),
      'content-range': expect.stringMatching(/^⟨text \d+⟩$/),
      'retry-after': expect.stringMatching(/^⟨text \d+⟩$/),
    });
    expect(Object.keys((sample?.body as object[] | undefined)?.[0] ?? {})).toEqual(
      expect.arrayContaining(['id', expect.stringMatching(/^⟨text \d+⟩$/)]),
    );
  });

  it.each(['text/array-of-acme', 'application/json; charset=array-of-acme'])(
    'no media type that is not a common one, such as %s',
    async (type) => {
      const done = await runWith('Password123!', () => undefined, { 'content-type': type });
      expect(linesWith('array-of-acme', done)).toEqual([]);
      const found = done.report.findings.filter(({ id }) => id === 'body.media-type');
      expect(found.map(({ message }) => message)).toEqual(
        type.startsWith('text/') ? ['The array sends an unknown media type, not application/json.'] : [],
      );
    },
  );

  it.each(['key', 'literal'] as const)('not the password, where it is the %s of something', async (where) => {
    const password = secret[where];
    const done = await runWith(password, (row) => {
      if (where === 'key') row[password] = 1;
      else if ('state' in row) row['state'] = password;
    });
    expect(done.report.findings.map(({ id }) => id)).toContain(`${where === 'key' ? 'attribute' : 'literal'}.unknown`);
    expect(linesWith(password, done)).toEqual([]);
  });

  it('not the login, where it is a literal', async () => {
    // Its Base64 is a word.
    const password = 'Password123!';
    const login = btoa(`admin:${password}`);
    const done = await runWith(password, (row) => {
      if ('state' in row) row['state'] = login;
    });
    expect(linesWith(login, done)).toEqual([]);
    expect(done.report.findings.map(({ id }) => id)).toContain('auth.echo');
  });

  it('no name that is too long, and few where there are many', async () => {
    const long = 'Long'.repeat(1000);
    const done = await runWith('Password123!', (row) => {
      if (!('state' in row)) return;
      row['state'] = long;
      for (let i = 0; i < 1000; i += 1) row[`made_up_${i}`] = i;
    });
    expect(linesWith(long, done)).toEqual([]);
    const unknown = done.report.findings
      .flatMap(({ places }) => places)
      .filter(({ id, subject }) => id === 'attribute.unknown' && subject !== undefined);
    const messages = unknown.filter(({ place }) => place?.includes('volume_instance')).map(({ message }) => message);
    // An operation each.
    expect(new Set(messages).size).toBe(51);
    expect(messages).toContain('The contract does not know more than 50 attributes of volume.');
  });

  it('nothing of a release but its number', async () => {
    const done = await runWith('Password123!', (row) => {
      if ('release_version' in row) row['release_version'] = `4.0.0.0-2284811 ${owner}`;
    });
    expect(done.report.arrays).toMatchObject([{ release: '4.0.0.0' }]);
    expect(linesWith(owner, done)).toEqual([]);
  });

  it('no key in a recording that the contract does not have', async () => {
    await using sim = await createSimulator({ release: '4.4', fast: true, clock: 'manual' });
    await using proxy = await createTamperingProxy(sim.a.url, (answer) => {
      if (!answer.text.startsWith('[')) return;
      const rows = JSON.parse(answer.text) as Record<string, unknown>[];
      for (const row of rows)
        Object.assign(row, { [owner]: owner, hunter2: 1, io_priority: { [owner]: 1, hunter2: 1 } });
      answer.text = JSON.stringify(rows);
    });
    const { username, password } = sim.a;
    const targets = toTargets(
      { a: { url: proxy.url, username, password } },
      { pace: { requestsPerSecond: undefined } },
    );
    const recording = JSON.stringify(recordingOf(await readArrays(targets)));
    expect(recording).toContain('local_resource_id');
    expect(recording).not.toContain(owner);
    expect(recording).not.toContain('hunter2');
  });
});
