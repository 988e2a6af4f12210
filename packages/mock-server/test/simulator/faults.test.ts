// The effect of each kind of fault on a request.
import { connect } from 'node:net';
import { request as httpsRequest } from 'node:https';
import { describe, expect, it } from 'vitest';
import { createSimulator, type Fault, type Simulator } from '../../src/index.js';
import {
  act,
  basicOf,
  done,
  everything,
  fileSystemsOf,
  idOf,
  instance,
  list,
  refusal,
  send,
  sendAs,
  finishTransitions,
  states,
} from '../helpers/pair.js';
import { login, connectionError, readWith, writeWith } from '../helpers/wire.js';

const manual = { clock: 'manual', fast: true } as const;
const pauses: Fault['operation'] = 'replication_session_pause';
const stateOf = async (sim: Simulator, id: string): Promise<string> => {
  const [one, two] = (await states(sim, id)).split(' / ');
  return one === two ? String(one) : `${one} / ${two}`;
};

describe('status', () => {
  it.each([401, 403, 422, 500, 503] as const)(
    '%i is answered in the shape of PowerStore, and nothing is done',
    async (status) => {
      await using sim = await createSimulator(manual);
      const id = await idOf(sim, 'erp-data');
      const before = await everything(sim);
      sim.faults.add({ operation: pauses, effect: { status, text: 'Not now.' } });
      const answer = await act(sim, 'a', id, 'pause');
      expect([answer.status, refusal(answer).message_l10n, refusal(answer).severity]).toEqual([
        status,
        'Not now.',
        'Error',
      ]);
      expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
      expect(answer.headers.get('retry-after')).toBeNull();
      expect(await everything(sim)).toEqual(before);
      expect((await act(sim, 'a', id, 'pause')).status).toBe(204);
    },
  );

  it.each([
    [2, '2'],
    [0, '0'],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 'Thu, 01 Jan 2026 00:00:30 GMT'],
  ])('retryAfter %s is sent as it is', async (retryAfter, sent) => {
    await using sim = await createSimulator(manual);
    sim.faults.add({ effect: { status: 503, retryAfter } });
    const answer = await send(sim, 'a', 'GET', '/cluster');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, sent]);
  });

  it('carriedOut says that the work was done all the same', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    sim.faults.add({ operation: pauses, effect: { status: 500, carriedOut: true } });
    sim.faults.add({ operation: pauses, effect: { status: 500, carriedOut: false } });
    expect((await act(sim, 'a', id, 'pause')).status).toBe(500);
    expect(await stateOf(sim, id)).toBe('Pausing');
    expect(await list(sim, 'a', 'job')).toHaveLength(1);
    const other = await idOf(sim, 'sql-group');
    expect((await act(sim, 'a', other, 'pause')).status).toBe(500);
    expect(await stateOf(sim, other)).toBe('OK');
  });
});

describe('transport', () => {
  it.each([
    ['reset', undefined, 'OK'],
    ['reset', false, 'OK'],
    ['reset', true, 'Pausing'],
    ['cut', undefined, 'Pausing'],
    ['cut', false, 'OK'],
    ['cut', true, 'Pausing'],
  ] as const)(
    '%s with carriedOut %s loses the answer, and leaves the session %s',
    async (transport, carriedOut, state) => {
      await using sim = await createSimulator(manual);
      const id = await idOf(sim, 'erp-data');
      sim.faults.add({ operation: pauses, effect: { transport, ...(carriedOut !== undefined && { carriedOut }) } });
      expect(await connectionError(act(sim, 'a', id, 'pause'))).toMatch(/ECONNRESET|UND_ERR_SOCKET/);
      expect(await stateOf(sim, id)).toBe(state);
      expect(sim.faults.unused()).toEqual([]);
    },
  );

  it('reset ends the connection before anything was sent', async () => {
    await using sim = await createSimulator(manual);
    sim.faults.add({ effect: { transport: 'reset' } });
    expect(await raw(sim.a.url, '/api/rest/cluster', basicOf(sim.a))).toEqual({ text: '', code: 'ECONNRESET' });
  });

  it('cut ends it half way through the body', async () => {
    await using sim = await createSimulator(manual);
    const whole = (await send(sim, 'a', 'GET', '/replication_session?select=*')).text;
    sim.faults.add({ effect: { transport: 'cut' } });
    const { text } = await raw(sim.a.url, '/api/rest/replication_session?select=*', basicOf(sim.a));
    const [head = '', body = ''] = text.split('\r\n\r\n');
    expect(head).toContain('200 OK');
    expect(head.toLowerCase()).toContain(`content-length: ${Buffer.byteLength(whole)}`);
    expect(body.length).toBeGreaterThan(0);
    expect(body.length).toBeLessThan(whole.length);
    expect(whole.startsWith(body)).toBe(true);
  });

  it.each(['reset', 'cut'] as const)('%s works over TLS', async (transport) => {
    await using sim = await createSimulator({ ...manual, tls: true });
    const read = (): Promise<string> => secure(sim, '/api/rest/replication_session?select=id');
    sim.faults.add({ effect: { transport } });
    expect(await connectionError(read())).toMatch(/ECONNRESET/);
    expect(JSON.parse(await read())).toHaveLength(
      sim.save().sessions.filter(({ sites }) => sites.includes('a')).length,
    );
    expect(sim.faults.unused()).toEqual([]);
  });

  it.each([
    [undefined, 'OK'],
    [true, 'Pausing'],
  ] as const)('stall with carriedOut %s never answers, and leaves the session %s', async (carriedOut, state) => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    sim.faults.add({
      operation: pauses,
      effect: { transport: 'stall', ...(carriedOut !== undefined && { carriedOut }) },
    });
    let isOver = false;
    const stalled = connectionError(act(sim, 'a', id, 'pause')).finally(() => (isOver = true));
    while (sim.faults.unused().length > 0) await send(sim, 'a', 'GET', '/cluster');
    for (let count = 0; count < 20; count += 1) await send(sim, 'a', 'GET', '/cluster');
    expect(isOver).toBe(false);
    expect(await stateOf(sim, id)).toBe(state);
    await sim.close();
    expect(await stalled).not.toBe('');
  });

  it('neither stall nor slow holds up another request or close()', async () => {
    const sim = await createSimulator(manual);
    const operation = 'cluster_collection_query';
    sim.faults.add({ array: 'a', operation, effect: { transport: 'stall' } });
    sim.faults.add({ array: 'b', operation, effect: { transport: 'slow', delay: 3_600_000 } });
    const order: string[] = [];
    const hanging = (['a', 'b'] as const).map((site) =>
      connectionError(send(sim, site, 'GET', '/cluster')).finally(() => order.push(site)),
    );
    while (sim.faults.unused().length > 0) await send(sim, 'a', 'GET', '/volume?limit=1');
    for (const site of ['a', 'b'] as const) expect((await send(sim, site, 'GET', '/cluster')).status).toBe(200);
    order.push('others');
    await sim.close();
    expect(await Promise.all(hanging)).toEqual([expect.any(String), expect.any(String)]);
    expect(order[0]).toBe('others');
  });

  it('slow arrives late, and whole', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    sim.faults.add({ operation: 'cluster_collection_query', effect: { transport: 'slow', delay: 50 } });
    const began = performance.now();
    expect((await send(sim, 'a', 'GET', '/cluster?select=name')).json).toEqual([{ name: 'array-a' }]);
    // Timers count whole milliseconds, and may begin with one that has nearly passed.
    expect(performance.now() - began).toBeGreaterThan(48);
    sim.faults.add({ operation: pauses, effect: { transport: 'slow', delay: 1 } });
    expect((await act(sim, 'a', id, 'pause')).status).toBe(204);
    expect(await stateOf(sim, id)).toBe('Pausing');
  });

  it('leaves other connections alone', async () => {
    await using sim = await createSimulator(manual);
    sim.faults.add({ array: 'a', effect: { transport: 'reset' }, times: 3 });
    const asked = [...'aaabbb'].map((site) => send(sim, site as 'a' | 'b', 'GET', '/cluster'));
    const got = (await Promise.allSettled(asked)).map(({ status }) => status);
    expect(got.filter((status) => status === 'rejected')).toHaveLength(3);
    expect(got.slice(3)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  });
});

describe('login', () => {
  it('expired ends the session of the cookie', async () => {
    await using sim = await createSimulator(manual);
    const [mine, other] = [await login(sim.a), await login(sim.a)];
    sim.faults.add({ effect: { login: 'expired' } });
    const refused = await readWith(sim.a, mine);
    expect([refused.status, refusal(refused).severity]).toEqual([401, 'Error']);
    expect((await readWith(sim.a, mine)).status).toBe(401);
    expect((await readWith(sim.a, other)).status).toBe(200);
    expect((await readWith(sim.a, await login(sim.a))).status).toBe(200);
  });

  it('expired does a write not, and Basic is good all the same', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    const mine = await login(sim.a);
    sim.faults.add({ operation: pauses, effect: { login: 'expired' }, times: 2 });
    expect((await writeWith(sim.a, mine, `/replication_session/${id}/pause`)).status).toBe(401);
    expect(await stateOf(sim, id)).toBe('OK');
    expect((await act(sim, 'a', id, 'pause', undefined, { headers: { cookie: mine.cookie } })).status).toBe(204);
    expect(await stateOf(sim, id)).toBe('Pausing');
  });

  it('new-token makes the old one worth nothing; any read has the new one', async () => {
    await using sim = await createSimulator(manual);
    const target = `/replication_session/${await idOf(sim, 'erp-data')}/pause`;
    const { cookie, token } = await login(sim.a);
    sim.faults.add({ operation: pauses, effect: { login: 'new-token' } });
    expect((await writeWith(sim.a, { cookie, token }, target)).status).toBe(403);
    expect((await writeWith(sim.a, { cookie, token }, target)).status).toBe(403);
    const renewed = (await readWith(sim.a, { cookie })).headers.get('dell-emc-token') ?? '';
    expect(renewed).not.toBe(token);
    expect((await writeWith(sim.a, { cookie, token: renewed }, target)).status).toBe(204);
  });

  it('new-token with a read gives the new one at once', async () => {
    await using sim = await createSimulator(manual);
    const { cookie, token } = await login(sim.a);
    sim.faults.add({ effect: { login: 'new-token' } });
    const renewed = (await readWith(sim.a, { cookie })).headers.get('dell-emc-token');
    expect(renewed).not.toBe(token);
    expect((await readWith(sim.a, { cookie })).headers.get('dell-emc-token')).toBe(renewed);
  });
});

describe('job', () => {
  it('fails: a volume session is accepted, and ends up as the state table says', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    sim.faults.add({
      effect: { job: 'fails', text: 'The copy broke off.', code: '0xE02010029999' },
      operation: 'replication_session_sync',
    });
    expect((await act(sim, 'a', id, 'sync')).status).toBe(204);
    expect(await stateOf(sim, id)).toBe('Synchronizing');
    finishTransitions(sim);
    expect(await stateOf(sim, id)).toBe('System_Paused');
    expect(await instance(sim, 'a', 'replication_session', id)).toMatchObject({ error_code: '0xE02010029999' });
    const [job] = await list(sim, 'a', 'job');
    expect(job).toMatchObject({
      state: 'FAILED',
      response_body: { messages: [{ message_l10n: 'The copy broke off.' }] },
    });
    await done(sim, 'a', id, 'sync');
    finishTransitions(sim);
    expect(await stateOf(sim, id)).toBe('OK');
  });

  it('fails: a pause leaves the state before', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'ledger');
    sim.faults.add({ effect: { job: 'fails' }, operation: pauses });
    await done(sim, 'a', id, 'pause');
    finishTransitions(sim);
    expect(await stateOf(sim, id)).toBe('OK');
    await done(sim, 'a', id, 'pause');
    finishTransitions(sim);
    expect(await stateOf(sim, id)).toBe('Paused');
  });

  it('fails: an action without a transition is answered with 422 and does nothing', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    sim.faults.add({ effect: { job: 'fails', text: 'No.' }, operation: 'replication_session_start_failover_test' });
    const answer = await act(sim, 'b', id, 'start_failover_test');
    expect([answer.status, refusal(answer).message_l10n]).toEqual([422, 'No.']);
    expect(await instance(sim, 'b', 'replication_session', id)).toMatchObject({ failover_test_in_progress: false });
    expect(await list(sim, 'b', 'job', 'select=state')).toEqual([{ state: 'FAILED' }]);
  });

  it.each([
    ['a', 'pause', undefined, 'Partial_Paused', 'Paused'],
    ['b', 'failover', { is_planned: false }, 'Partial_Failed_Over', 'Failed_Over'],
  ] as const)(
    'fails: on a NAS server (%s, %s) one file system is left behind',
    async (site, action, body, state, others) => {
      await using sim = await createSimulator(manual);
      const nas = await idOf(sim, 'nas-home');
      const files = await fileSystemsOf(sim, nas);
      sim.faults.add({ session: nas, effect: { job: 'fails', text: 'One of them failed.' } });
      // The lookup must not use it up.
      expect(files).toHaveLength(3);
      const answer = await act(sim, site, nas, action, body, { search: '?is_async=true' });
      expect(answer.status).toBe(202);
      finishTransitions(sim);
      expect(await stateOf(sim, nas)).toBe(state);
      const shown = await Promise.all(files.map((id) => stateOf(sim, id)));
      expect(shown.filter((shownState) => shownState === others)).toHaveLength(2);
      const job = await instance(sim, site, 'job', (answer.json as { id: string }).id);
      expect(job).toMatchObject({
        state: 'FAILED',
        response_body: { messages: [{ message_l10n: 'One of them failed.' }] },
      });
    },
  );

  it.each([
    [undefined, 'Partial_Reprotected'],
    [{ discard_changes_after_failover: true }, 'Partial_Failed_Back'],
  ])('fails: reprotecting a NAS server with %o leaves it %s', async (body, state) => {
    await using sim = await createSimulator(manual);
    const nas = await idOf(sim, 'nas-home');
    await done(sim, 'b', nas, 'failover', { is_planned: false });
    finishTransitions(sim);
    expect(await stateOf(sim, nas)).toBe('Failed_Over');
    sim.faults.add({ operation: 'replication_session_reprotect', effect: { job: 'fails' } });
    await done(sim, 'b', nas, 'reprotect', body);
    finishTransitions(sim);
    expect(await stateOf(sim, nas)).toBe(state);
  });
});

describe('collection', () => {
  it('drops rows at the end', async () => {
    await using sim = await createSimulator(manual);
    const all = await list(sim, 'a', 'replication_session', 'select=id');
    sim.faults.add({ operation: 'replication_session_collection_query', effect: { collection: { drop: 3 } } });
    expect(await list(sim, 'a', 'replication_session', 'select=id')).toEqual(all.slice(0, -3));
    expect(await list(sim, 'a', 'replication_session', 'select=id')).toEqual(all);
  });

  it('shrinks between two pages, to the total and to 416', async () => {
    await using sim = await createSimulator({ ...manual, sessions: 182 });
    const page = async (offset: number): Promise<[number, string | null, number]> => {
      const answer = await send(sim, 'a', 'GET', `/replication_session?select=id&limit=100&offset=${offset}`);
      return [answer.status, answer.headers.get('content-range'), Array.isArray(answer.json) ? answer.json.length : 0];
    };
    expect(await page(0)).toEqual([206, '0-99/200', 100]);
    sim.faults.add({
      operation: 'replication_session_collection_query',
      skip: 1,
      effect: { collection: { drop: 50 } },
    });
    expect(await page(0)).toEqual([206, '0-99/200', 100]);
    expect((await page(100))[2]).toBe(50);
    sim.faults.add({
      operation: 'replication_session_collection_query',
      skip: 1,
      effect: { collection: { drop: 100 } },
    });
    expect(await page(0)).toEqual([206, '0-99/200', 100]);
    expect((await page(100))[0]).toBe(416);
  });

  it('more than there are leaves none', async () => {
    await using sim = await createSimulator(manual);
    sim.faults.add({ operation: 'volume_collection_query', effect: { collection: { drop: 1000 } } });
    const answer = await send(sim, 'a', 'GET', '/volume');
    expect([answer.status, answer.json]).toEqual([200, []]);
  });
});

describe('body', () => {
  it('sets and removes attributes of every row of a list, and of no stored one', async () => {
    await using sim = await createSimulator(manual);
    const before = await list(sim, 'a', 'volume', 'select=id,name,size&order=id');
    sim.faults.add({
      operation: 'volume_collection_query',
      effect: { body: { set: { state: 'Melting', extra: { a: [1] } }, remove: ['size', 'none'] } },
    });
    const altered = await list(sim, 'a', 'volume', 'select=id,name,size&order=id');
    expect(altered).toEqual(before.map(({ id, name }) => ({ id, name, state: 'Melting', extra: { a: [1] } })));
    expect(await list(sim, 'a', 'volume', 'select=id,name,size&order=id')).toEqual(before);
  });

  it('shows a state that no release knows in a row', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    sim.faults.add({ session: id, effect: { body: { set: { state: 'Quantum_Entangled' }, remove: ['role'] } } });
    const row = await instance(sim, 'a', 'replication_session', id);
    expect(row).toMatchObject({ id, state: 'Quantum_Entangled' });
    expect(row).not.toHaveProperty('role');
    expect(await instance(sim, 'a', 'replication_session', id)).toMatchObject({ state: 'OK', role: 'Source' });
  });

  it('leaves an answer without a body without one', async () => {
    await using sim = await createSimulator(manual);
    sim.faults.add({ operation: pauses, effect: { body: { set: { x: 1 } } } });
    const answer = await act(sim, 'a', await idOf(sim, 'erp-data'), 'pause');
    expect([answer.status, answer.text]).toEqual([204, '']);
  });
});

describe('with Prism on', () => {
  it('faults reach the client as they are, although they break the contract', async () => {
    await using sim = await createSimulator({ clock: 'manual' });
    const id = await idOf(sim, 'erp-data');
    sim.faults.add({ session: id, effect: { body: { set: { state: 'Quantum_Entangled', role: 7 }, remove: ['id'] } } });
    const row = await instance(sim, 'a', 'replication_session', id);
    expect(row).toMatchObject({ state: 'Quantum_Entangled', role: 7 });
    expect(row).not.toHaveProperty('id');
    sim.faults.add({ operation: pauses, effect: { status: 401, retryAfter: 1 } });
    const refused = await act(sim, 'a', id, 'pause');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([401, '1']);
    sim.faults.add({ operation: pauses, effect: { transport: 'reset', carriedOut: true } });
    expect(await connectionError(act(sim, 'a', id, 'pause'))).toMatch(/ECONNRESET|UND_ERR_SOCKET/);
    expect(await stateOf(sim, id)).toBe('Pausing');
    const all = await list(sim, 'a', 'replication_session', 'select=id');
    sim.faults.add({ operation: 'replication_session_collection_query', effect: { collection: { drop: 1 } } });
    expect(await list(sim, 'a', 'replication_session', 'select=id')).toEqual(all.slice(0, -1));
    sim.faults.add({ operation: 'replication_session_collection_query', effect: { transport: 'cut' } });
    expect(
      await connectionError(sendAs(sim.a, '/replication_session', { headers: { authorization: basicOf(sim.a) } })),
    ).not.toBe('');
  });
});

/** The bytes that arrive over a plain socket, and how the connection ends. */
function raw(url: string, target: string, authorization: string): Promise<{ text: string; code?: string }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let text = '';
    let code: string | undefined;
    const socket = connect(Number(port), hostname, () => {
      socket.write(`GET ${target} HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: ${authorization}\r\n\r\n`);
    });
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('error', (error: NodeJS.ErrnoException) => (code = error.code));
    socket.on('close', () => resolve({ text, ...(code !== undefined && { code }) }));
  });
}

/** Reads over HTTPS, with the array's certificate as the one that is trusted. */
function secure(sim: Simulator, target: string): Promise<string> {
  const { url, certificate: ca } = sim.a;
  return new Promise((resolve, reject) => {
    const options = { ca, agent: false, headers: { authorization: basicOf(sim.a) } };
    const asked = httpsRequest(`${url}${target}`, options, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('error', reject);
      response.on('end', () => resolve(text));
    });
    asked.on('error', reject);
    asked.end();
  });
}
