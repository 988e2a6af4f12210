import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { InputError } from '../src/index.js';
import { formatTimeline, runScenario, type Scenario, ScenarioError } from '../src/scenario/index.js';

const folder = new URL('../scenarios/', import.meta.url);
const play = async (name: string): Promise<string> => {
  const { timeline } = await runScenario(new URL(`${name}.yaml`, folder));
  return formatTimeline(timeline, { width: 160 });
};

/** Those of the texts that a page has, one after the other, until one is missing. */
function inOrder(page: string, texts: readonly string[]): readonly string[] {
  let from = 0;
  const missing = texts.findIndex((text) => {
    const at = page.indexOf(text, from);
    from = at + text.length;
    return at === -1;
  });
  return missing === -1 ? texts : texts.slice(0, missing);
}

/** The lines that the built-in scenarios have to show, in this order. */
const points: Readonly<Record<string, readonly string[]>> = {
  'planned-failover': [
    'failover erp-data → 204',
    'erp-data: OK → Failing_Over',
    'Failing_Over → Reprotecting, role Source → Destination',
    'Failing_Over → Reprotecting, role Destination → Source',
    'erp-data: Reprotecting → OK',
    'erp-data: OK → Synchronizing',
    'failover erp-data → 400',
    'failover erp-data → 204',
    'Reprotecting, role Destination → Source',
    'erp-data: Reprotecting → OK',
  ],
  'site-loss': [
    'link cut',
    'erp-data: OK → System_Paused',
    'failover erp-data → 422',
    '+10:00',
    'failover erp-data → 422',
    'failover erp-data → 204',
    'System_Paused → Failing_Over_For_DR',
    'Failing_Over_For_DR → Failed_Over, role Destination → Source',
    'link healed',
    'erp-data: System_Paused → Failed_Over, role Source → Destination',
    'reprotect erp-data → 204',
    'erp-data: Reprotecting → OK',
    'failover erp-data → 204',
    'Reprotecting, role Destination → Source',
    'erp-data: Reprotecting → OK',
  ],
  'failover-test': [
    'start_failover_test erp-data → 400',
    'start_failover_test erp-data → 204',
    'failover_test_in_progress true',
    'erp-data: OK → Synchronizing',
    'failover erp-data → 422',
    'stop_failover_test erp-data → 200',
    'failover_test_in_progress false',
  ],
  'metro-fracture': [
    'link cut',
    'metro-witnessed: OK → Fractured',
    'local_resource_state System_Demoted',
    'link healed',
    'Fractured → Switching_To_Metro_Sync',
    'powered off',
    'local_resource_state System_Promoted',
    'powered on',
    'metro-witnessed: Switching_To_Metro_Sync → OK',
    'powered off',
    'promote metro-plain → 204',
    'local_resource_state Promoted',
    'demote metro-plain → 204',
    'metro-plain: Switching_To_Metro_Sync → OK',
  ],
};

describe('the built-in scenarios', () => {
  it('are these', async () => {
    const names = (await readdir(folder)).map((file) => file.replace('.yaml', ''));
    expect(names.toSorted()).toEqual(Object.keys(points).toSorted());
  });

  it.each(Object.keys(points))('%s', async (name) => {
    expect(inOrder(await play(name), points[name] ?? [])).toEqual(points[name]);
  });

  it('are not alone: the one in the README runs as well', async () => {
    const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
    const source = /^```yaml\n(.*?)^```$/ms.exec(readme)?.[1] ?? '';
    const { timeline } = await runScenario(parse(source) as Scenario);
    expect(formatTimeline(timeline)).toContain('System_Paused → Failing_Over_For_DR');
  });

  it('have the same timeline each time', async () => {
    const file = new URL('site-loss.yaml', folder);
    const [one, two] = [await runScenario(file), await runScenario(file)];
    expect(two.timeline).toEqual(one.timeline);
  });
});

const erp: Scenario['simulator'] = { fast: true, sessions: [{ name: 'erp-data' }] };
const scenario = (...steps: Scenario['steps']): Scenario => ({ name: 'a drill', simulator: erp, steps });
const on = { session: 'erp-data', on: 'a' } as const;

describe('a step', () => {
  it('is reported, with those that went before', async () => {
    const texts: string[] = [];
    const { name, sessions } = await runScenario(
      scenario({ note: 'Hello.' }, { advance: '1h' }, { link: 'cut' }, { expect: { ...on, state: 'System_Paused' } }),
      { onStep: ({ number, text }) => texts.push(`${number} ${text}`) },
    );
    expect(texts).toEqual([
      '1 Hello.',
      '2 1h pass',
      '3 the link is cut',
      '4 expect that erp-data on a has state: System_Paused',
    ]);
    expect([name, sessions]).toEqual(['a drill', ['erp-data']]);
  });

  it('can be a fault, on a session by its name, and an answer that is expected to get lost', async () => {
    const { timeline } = await runScenario(
      scenario(
        { fault: { array: 'a', session: 'erp-data', effect: { status: 503 } } },
        { fault: { operation: 'replication_session_pause', effect: { transport: 'reset', carriedOut: true } } },
        { action: 'pause', ...on, expect: { status: 503 } },
        { action: 'pause', ...on, expect: { error: 'no answer' } },
        { wait: { ...on, state: 'Paused' } },
      ),
    );
    expect(formatTimeline(timeline)).toContain('pause erp-data → reset');
  });

  it('can be a fault whose delay has its unit', async () => {
    const slow = scenario({ fault: { effect: { transport: 'slow', delay: '1ms' } } }, { action: 'pause', ...on });
    expect(formatTimeline((await runScenario(slow)).timeline)).toContain('pause erp-data → slow');
    for (const delay of ['1', '30 days', 5 as unknown as string])
      await expect(runScenario(scenario({ fault: { effect: { transport: 'slow', delay } } }))).rejects.toThrow(
        'scenario.steps.0.fault.effect',
      );
  });

  it('can be asynchronous, a modification, and power', async () => {
    const { timeline } = await runScenario(
      {
        name: 'metro',
        simulator: { fast: true, sessions: [{ name: 'm', type: 'Metro_Active_Active' }] },
        steps: [
          { action: 'modify', on: 'b', session: 'm', body: { role: 'Metro_Preferred' }, expect: { status: 204 } },
          { wait: { session: 'm', on: 'b', state: 'OK', role: 'Metro_Preferred', within: '1m' } },
          { action: 'pause', on: 'a', session: 'm', async: true, expect: { status: 202 } },
          { power: { a: 'off' } },
          { action: 'pause', on: 'a', session: 'm', expect: { error: 'no answer' } },
          { power: { a: 'on' } },
        ],
      },
      { simulator: { tls: true } },
    );
    expect(
      inOrder(formatTimeline(timeline), ['modify m → 204', 'pause m?is_async=true → 202', 'powered off']),
    ).toHaveLength(3);
  });

  it('runs in real time where the clock does', async () => {
    const { timeline } = await runScenario(
      scenario({ action: 'pause', ...on }, { expect: { ...on, state: 'Paused' } }, { advance: '1s' }),
      {
        simulator: { clock: { speed: 1000 } },
      },
    );
    expect(formatTimeline(timeline)).toContain('Pausing → Paused');
  });

  const failing: [string, Scenario['steps'][number], string][] = [
    [
      'state',
      { expect: { ...on, state: 'Paused', role: 'Source' } },
      'expected state: Paused, but there was state: OK.',
    ],
    [
      'wait',
      { wait: { ...on, state: 'Paused', within: '5s' } },
      'expected state: Paused within 5s, but then there was state: OK.',
    ],
    ['answer', { action: 'resume', ...on }, 'expected success, but the answer was 422 The session is OK; it has to be'],
    ['status', { action: 'pause', ...on, expect: { status: 422 } }, 'expected 422, but the answer was 204.'],
    [
      'error',
      { action: 'resume', ...on, expect: { error: 'no such words' } },
      'expected an error with "no such words", but the answer was 422',
    ],
    [
      'session',
      { expect: { session: 'erp', on: 'a', state: 'OK' } },
      'expected a session of erp, but the sessions are those of erp-data.',
    ],
  ];
  it.each(failing)('stops the scenario: %s', async (_, step, message) => {
    const error = await runScenario(scenario({ advance: '1s' }, step, { link: 'cut' })).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(ScenarioError);
    const { message: text, step: number, run } = error as ScenarioError;
    expect(text).toContain('a drill: step 2, ');
    expect(text).toContain(message);
    expect(number).toBe(2);
    expect(run.timeline.map(({ kind }) => kind)).not.toContain('link');
  });

  it('is not begun after an abort', async () => {
    const reason = new Error('enough');
    const stopping = new AbortController();
    const running = runScenario(scenario({ advance: '1s' }, { link: 'cut' }), {
      signal: stopping.signal,
      onStep: () => stopping.abort(reason),
    });
    await expect(running).rejects.toBe(reason);
  });
});

describe('a scenario file', () => {
  let temporary = '';
  beforeAll(async () => {
    temporary = await mkdtemp(join(tmpdir(), 'scenario-'));
  });
  afterAll(() => rm(temporary, { recursive: true }));

  const problemsOf = async (source: string): Promise<string> => {
    const file = join(temporary, 'drill.yaml');
    await writeFile(file, source);
    const error = await runScenario(file).catch((thrown: unknown) => thrown);
    return (error as Error).message.replaceAll(file, 'drill.yaml');
  };

  it('takes a release as YAML writes it, and says on which line a step fails', async () => {
    const source = `name: late
simulator: { release: 3.6, fast: true }
steps:
  # a comment
  - advance: 1m

  - expect: { session: erp-data, on: a, state: Paused }
`;
    expect(await problemsOf(source)).toBe(
      'drill.yaml:7: step 2, expect that erp-data on a has state: Paused: expected state: Paused, but there was state: OK.',
    );
  });

  it('is refused with file, line and path of everything that is wrong', async () => {
    const source = `name: wrong
simulator:
  release: 9.1
steps:
  - action: failovr
    on: c
    session: erp-data
  - advance: 5
  - wiat: 5m
  - expect: { session: erp-data, on: a }
  - link: cut
    colour: red
  - wait: { on: a, state: OK }
  - wait: { session: erp-data, on: a, state: Failed_Ower }
  - expect: { session: erp-data, on: a, role: Master }
`;
    expect((await problemsOf(source)).split('\n')).toEqual([
      expect.stringMatching(/^drill\.yaml:3:3: simulator\.release: "9\.1" is not a release/),
      expect.stringMatching(/^drill\.yaml:5:5: steps\.0\.action: give one of modify, sync, .*; there is "failovr"$/),
      'drill.yaml:6:5: steps.0.on: give a or b; there is "c"',
      'drill.yaml:8:5: steps.1.advance: a duration is a number with its unit, such as 30s, 10m or 1h; there is 5',
      expect.stringMatching(/^drill\.yaml:9:5: steps\.2: a step has one of action, note/),
      'drill.yaml:10:5: steps.3.expect: give an attribute of the session and its value, such as state: OK',
      'drill.yaml:12:5: steps.4.colour is not known; known are link',
      'drill.yaml:13:5: steps.5.wait.session is missing',
      expect.stringMatching(
        /^drill\.yaml:14:39: steps\.6\.wait\.state: give one of Initializing, OK, .*; there is "Failed_Ower"$/,
      ),
      expect.stringMatching(
        /^drill\.yaml:15:41: steps\.7\.expect\.role: give one of Source, Destination, .*; there is "Master"$/,
      ),
    ]);
  });

  it('is refused where it is no YAML, or not there', async () => {
    expect(await problemsOf('name: x\nsteps: [\n')).toMatch(/^drill\.yaml:3:1: /);
    expect(await problemsOf('')).toBe('drill.yaml:1:1: name is missing\ndrill.yaml:1:1: steps is missing');
    await expect(runScenario('nowhere.yaml')).rejects.toThrow(
      new InputError('The scenario nowhere.yaml cannot be read: there is no such file. Correct the path.'),
    );
    await expect(runScenario(undefined as unknown as string)).rejects.toThrow('scenario is missing.');
    await expect(runScenario({ name: 'x', steps: [] })).rejects.toThrow('scenario.steps: give at least one step');
  });
});

it('an option that is misspelt is named, and nothing is played', async () => {
  await expect(runScenario('no-such-file.yaml', { simulatr: {} } as object)).rejects.toThrow(
    'runScenario: simulatr is not known. Did you mean simulator?',
  );
  expect(() => formatTimeline([], { colour: true } as object)).toThrow(
    'formatTimeline: colour is not known. Did you mean color?',
  );
});

it('a session that the releases of the arrays do not have is named as such', async () => {
  const played = runScenario({
    name: 'too old',
    simulator: { release: '2.0', sessions: [{ name: 'erp', type: 'Metro_Active_Active' }] },
    steps: [{ expect: { session: 'erp', on: 'a', state: 'OK' } }],
  });
  await expect(played).rejects.toThrow(
    'expected a session of erp, but there is none, or none that the releases of the arrays have.',
  );
});
