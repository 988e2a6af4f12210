// No query takes an array's time or memory for itself.
import { describe, expect, test } from 'vitest';
import { createMockServer, createSimulator } from '../../src/index.js';
import { ask, messageOf, post } from '../helpers/array.js';
import { list, send } from '../helpers/pair.js';

const groups = (fast: boolean) =>
  createSimulator({
    clock: 'manual',
    fast,
    sessions: [{ name: 'crm', kind: 'volume_group', parts: 20 }, { name: 'a'.repeat(120) }],
  });

/** `volumes(volume_groups(volumes(… id …)))`, this deep. */
const circular = (depth: number): string =>
  `${Array.from({ length: depth }, (_, at) => (at % 2 === 0 ? 'volumes(' : 'volume_groups(')).join('')}id${')'.repeat(depth)}`;

describe.each([
  ['with checks against the contract', false],
  ['fast', true],
])('%s', (_, fast) => {
  test.each([
    [
      'a select that multiplies related resources',
      `volume_group?select=${circular(9)}`,
      /more than 1000000 attributes/,
    ],
    ['a select 1000 deep', `volume_group?select=${circular(1000)}`, /10 deep/],
    ['a select that never ends', `volume_group?select=${'volumes('.repeat(1500)}`, /10 deep/],
    ['a filter 2500 deep', `volume?or=(${'or('.repeat(2500)}id.eq.1${')'.repeat(2501)}`, /10 deep/],
    ['a filter that never ends', `volume?not.and=(${'not.or('.repeat(2000)}`, /10 deep/],
  ])('%s is refused, and the next request is answered', async (__, target, text) => {
    await using sim = await groups(fast);
    const answer = await ask(sim.a, `/${target}`);
    expect([answer.status, messageOf(answer).message_l10n]).toEqual([400, expect.stringMatching(text)]);
    expect((await send(sim, 'a', 'GET', '/cluster')).status).toBe(200);
  });

  test('what a tool needs is answered', async () => {
    await using sim = await groups(fast);
    const chain = 'volume_groups(volumes(volume_groups(protection_policy(replication_rules(remote_system(name))))))';
    const [row] = await list(sim, 'a', 'replication_session', `resource_type=eq.volume_group&select=${chain}`);
    const text = JSON.stringify(row);
    expect(text.match(/"volume_groups":\[\{"protection_policy"/g)).toHaveLength(20);
    expect(text).toContain('"remote_system":{"name":"array-b"}');
    const filter = 'and=(or(and(or(id.neq.1,id.is.null),size.gt.0),not.or(size.lt.0)),name.ilike.crm*)';
    expect((await list(sim, 'a', 'volume', filter)).length).toBeGreaterThan(0);
  });

  test('a pattern with many wildcards, and a body that is deeply nested, take no time', async () => {
    await using sim = await groups(fast);
    expect(await list(sim, 'a', 'volume', `name=ilike.${'*a'.repeat(100)}*b`)).toEqual([]);
    expect(await list(sim, 'a', 'volume', `name=ilike.${'*a'.repeat(100)}*`)).toHaveLength(1);
    const deep = `{"size":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    const answer = await ask(sim.a, '/replication_session/1/pause', post(deep));
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });
});

test.each([
  ['a*', ['alpha', 'ALBA'], ['beta', '']],
  ['*HA', ['alpha', 'ha'], ['hab']],
  ['a*a', ['aa', 'alpha'], ['a']],
  ['a*b*a', ['aba', 'a b a'], ['ab', 'aab']],
  ['*.+*', ['x.+y'], ['xyz']],
  ['alpha', ['Alpha'], ['alphas']],
])('ilike.%s matches whole names, without regard to case', async (pattern, yes, no) => {
  const sessions = [...yes, ...no].filter((name) => name !== '').map((name) => ({ name }));
  await using sim = await createSimulator({ clock: 'manual', fast: true, sessions });
  const rows = await list(sim, 'a', 'volume', `name=ilike.${encodeURIComponent(pattern)}&select=name`);
  expect(rows.map(({ name }) => name).toSorted()).toEqual(yes.toSorted());
});

test('the static mock has the same limits', async () => {
  await using mock = await createMockServer();
  const answer = await ask(mock, `/volume?or=(${'or('.repeat(2500)}id.eq.1${')'.repeat(2501)}`);
  expect([answer.status, messageOf(answer).message_l10n]).toEqual([400, expect.stringContaining('10 deep')]);
});
