// An array that is busy for a moment, or ends the login session on the way: the run goes on, and says so once.
import { createSimulator, type Simulator } from '@powerstore-api/mock-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../src/index.js';
import { run, type Run } from './helpers/in-process.js';
import { createTamperingProxy, type PassedAnswer, type Tamper, withoutRows } from './helpers/tampering-proxy.js';

let sim: Simulator;
beforeAll(async () => {
  sim = await createSimulator({ release: '4.4', fast: true, clock: 'manual' });
});
afterAll(() => sim.close());

async function runThrough(...tampers: Tamper[]): Promise<Run & { requests: string[] }> {
  await using proxy = await createTamperingProxy(sim.a.url, async (answer) => {
    for (const tamper of [withoutRows('volume'), ...tampers]) await tamper(answer);
  });
  return { ...(await run(sim.a, { through: proxy.url })), requests: proxy.requests };
}

const later = '{"messages":[{"code":"0xE04040010005","severity":"Error","message_l10n":"Later."}]}';

/** Is too busy for some requests of checks, and says with these headers when to ask again. The first look selects nothing. */
const busyFor = (times: number, headers: Record<string, string>): Tamper => {
  let left = times;
  return (answer) => {
    if (!isRead(answer, 'volume') || !answer.target.includes('select=') || left === 0) return;
    left -= 1;
    Object.assign(answer, { status: 503, text: later });
    Object.assign(answer.headers, headers);
  };
};

const isRead = ({ method, target }: PassedAnswer, resource: string): boolean =>
  method === 'GET' && target.startsWith(`/${resource}?`);

const errors = ({ findings }: Report) => findings.filter(({ severity }) => severity === 'error');
const ofKind = ({ findings }: Report, kind: string) => findings.filter(({ id }) => id === kind);

describe('an array that is busy', () => {
  const date = 'Wed, 21 Oct 2026 07:28:00 GMT';
  it.each([
    ['seconds', { 'retry-after': '0' }],
    ['a date by its own clock', { 'retry-after': date, date }],
  ])('for one read is asked again when Retry-After says, in %s, and conforms', async (_form, headers) => {
    const { report } = await runThrough(busyFor(1, headers));
    expect(errors(report)).toEqual([]);
    expect(report.summary).toMatchObject({ verdict: 'conforms', outcomes: { broken: 0, 'not-run': 0, failed: 0 } });
    expect(ofKind(report, 'array.busy')).toMatchObject([
      { severity: 'note', operation: 'volume_collection_query', status: 503, times: 1 },
    ]);
  });

  it.each([
    ['does not say when', {}],
    ['asks for an hour', { 'retry-after': '3600' }],
    ['says nothing that can be read', { 'retry-after': 'soon' }],
  ])('is not asked again where it %s', async (_case, headers) => {
    const { report } = await runThrough(busyFor(1, headers));
    expect(ofKind(report, 'array.busy')).toEqual([]);
    expect(errors(report)).toMatchObject([{ id: 'status.unexpected', operation: 'volume_collection_query' }]);
  });

  it('is left alone at the third time', async () => {
    let refused = 0;
    const { report } = await runThrough(busyFor(1000, { 'retry-after': '0' }), ({ status }) => {
      if (status === 503) refused += 1;
    });
    expect(report.endedEarly).toContain('the array was busy (503) 3 times in a row');
    expect(refused).toBe(3);
    expect(errors(report)).toEqual([]);
  });

  it('gets no write twice', async () => {
    const sessions: unknown[] = [];
    const { report } = await runThrough((answer) => {
      const { target, requestHeaders, status, headers } = answer;
      if (target !== '/logout' || status >= 300) return;
      sessions.push(requestHeaders.cookie);
      Object.assign(answer, { status: 503, text: later });
      headers['retry-after'] = '0';
    });
    expect(sessions).not.toEqual([]);
    expect(new Set(sessions).size).toBe(sessions.length);
    expect(ofKind(report, 'array.busy')).toEqual([]);
    expect(errors(report)).toContainEqual(expect.objectContaining({ operation: 'logout', status: 503 }));
  });
});

/** Ends the login session on the array before a read of volumes, so many times. */
function endsSession(times: number): Tamper {
  let left = times;
  let token = '';
  return async (answer) => {
    const { headers, requestHeaders } = answer;
    if (typeof headers['dell-emc-token'] === 'string') token = headers['dell-emc-token'];
    if (left === 0 || !isRead(answer, 'volume') || answer.status >= 300 || requestHeaders.cookie === undefined) return;
    left -= 1;
    const { status } = await fetch(`${sim.a.url}/api/rest/logout`, {
      method: 'POST',
      headers: { cookie: requestHeaders.cookie, 'dell-emc-token': token, 'content-type': 'application/json' },
    });
    if (status >= 300) throw new Error(`the login session was not ended: ${status}`);
  };
}

describe('an array that ends the login session on the way', () => {
  it('is logged in to again, and one finding says so', async () => {
    const { report, printed } = await runThrough(endsSession(1));
    expect(errors(report)).toEqual([]);
    expect(report.summary).toMatchObject({ verdict: 'conforms', outcomes: { broken: 0, 'not-run': 0, failed: 0 } });
    expect(ofKind(report, 'auth.session-ended')).toMatchObject([{ severity: 'warning', times: 1 }]);
    expect(JSON.stringify(report) + printed).not.toContain(sim.a.password);
  });

  it('because nobody used it for its idle_timeout is logged in to again, as often as that happens', async () => {
    let times = 0;
    const { report } = await runThrough((answer) => {
      if (!isRead(answer, 'volume') || answer.status >= 300 || answer.requestHeaders.cookie === undefined) return;
      // An hour, by the clock of the array.
      sim.clock.advance(3_600_000);
      times += 1;
    });
    expect(times).toBeGreaterThan(3);
    expect(report.findings).toEqual([]);
    expect(report.summary).toMatchObject({ verdict: 'conforms', outcomes: { broken: 0, 'not-run': 0, failed: 0 } });
  });

  it('long after the last time is logged in to again', async () => {
    let left = 2;
    let requests = 0;
    const end = endsSession(1000);
    const { report } = await runThrough(async (answer) => {
      requests += 1;
      if (left === 0 || requests < 110 || !isRead(answer, 'volume')) return;
      await end(answer);
      requests = 0;
      left -= 1;
    });
    expect(left).toBe(0);
    expect(errors(report)).toEqual([]);
    expect(report.endedEarly).toBeUndefined();
    expect(ofKind(report, 'auth.session-ended')).toMatchObject([{ severity: 'warning' }]);
  });

  it('again and again is left alone, and one line says why', async () => {
    const { report } = await runThrough(endsSession(1000));
    expect(report.summary.verdict).toBe('no-verdict');
    expect(report.endedEarly).toContain('the array ended the login session of the run again');
    expect(errors(report)).toEqual([]);
    expect(ofKind(report, 'auth.session-ended')).toHaveLength(1);
    expect(report.checks.filter(({ outcome }) => outcome === 'broken')).toHaveLength(1);
  });

  it('and refuses another login is left alone, and one line says why', async () => {
    let isOver = false;
    const end = endsSession(1);
    const { report } = await runThrough(end, (answer) => {
      if (isRead(answer, 'volume')) isOver = true;
      if (isOver && answer.target === '/login_session') Object.assign(answer, { status: 401, text: later });
    });
    expect(report.summary.verdict).toBe('no-verdict');
    expect(report.endedEarly).toContain(
      'the array ended the login session of the run, and answers another login with 401',
    );
    expect(errors(report)).toEqual([]);
  });

  it('is not blamed for a read that it refuses to a user who is logged in', async () => {
    const { report } = await runThrough((answer) => {
      if (isRead(answer, 'volume') && answer.requestHeaders.cookie !== undefined && answer.status < 300)
        Object.assign(answer, { status: 401, text: later });
    });
    expect(ofKind(report, 'auth.session-ended')).toEqual([]);
    expect(errors(report).map(({ id }) => id)).toEqual(['operation.fails']);
    expect(report.endedEarly).toBeUndefined();
  });
});

/** Whether it answers with a volume that was asked for by its id. */
const isVolume = ({ target, status }: PassedAnswer): boolean => /^\/volume\/[^:]+$/.test(target) && status === 200;

describe('an instance that is not found', () => {
  it('and that the list has no longer is no fault', async () => {
    let isDeleted = false;
    let rereads = 0;
    const { report } = await runThrough((answer) => {
      if (isVolume(answer) && !isDeleted) {
        isDeleted = true;
        Object.assign(answer, { status: 404, text: later });
      } else if (isDeleted && rereads === 0 && isRead(answer, 'volume')) {
        rereads += 1;
        answer.text = '[]';
      }
    });
    expect(rereads).toBe(1);
    expect(errors(report)).toEqual([]);
  });

  it('and is found when it is asked for again is no fault', async () => {
    let missed = 0;
    const { report } = await runThrough((answer) => {
      if (!isVolume(answer) || missed > 0) return;
      missed += 1;
      Object.assign(answer, { status: 404, text: later });
    });
    expect(missed).toBe(1);
    expect(errors(report)).toEqual([]);
  });
});
