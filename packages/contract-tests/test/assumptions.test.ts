// A run says of each assumption of the contract whether the array confirms it, contradicts it, or why it cannot tell.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSimulator, type Simulator } from '@powerstore-api/mock-server';
import { assumptions, attributes, decisions, literals } from '@powerstore-api/types';
import { beforeAll, describe, expect, test } from 'vitest';
import { checksOf } from '../src/assumptions/results.js';
import { type Report, runContract } from '../src/index.js';
import { powerstoreContract } from './helpers/command-line.js';
import { run } from './helpers/in-process.js';
import { pasteAndLint } from './helpers/paste.js';
import { idsByName } from './helpers/sessions.js';
import { createSteppedSimulator } from './helpers/stepped-simulator.js';
import { createTamperingProxy, type Intercept, type PassedAnswer, withoutRows } from './helpers/tampering-proxy.js';

const silent = { print: () => undefined, tell: () => undefined };

const ofState = ({ assumptions: all }: Report, state: string): string[] =>
  all.filter((it) => it.state === state).map(({ assumption }) => assumption);

/** The suite gives an array up after a few looks, because time passes on it only with requests. */
const credentials = ({ username, password }: Simulator['a'], url: string) => ({ url, username, password, patience: 1 });

const reasonOf = (report: Report | undefined, name: string): string | undefined =>
  report?.assumptions.find(({ assumption }) => assumption === name)?.reason;

const decisionOf = (name: string): string => assumptions[name]?.decision ?? '';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'powerstore-assumptions-'));
  return () => rm(folder, { recursive: true });
});

test.each(Object.entries(decisions).filter(([, { checks }]) => checks))(
  '%s is decided by checks of the suite',
  (_, one) => {
    for (const pattern of one.checks ?? []) expect(checksOf({ checks: [pattern] }).length, pattern).toBeGreaterThan(0);
  },
);

describe('the embedded simulator', () => {
  let report: Report;
  const lines: string[] = [];
  beforeAll(async () => {
    const file = join(folder, 'embedded.json');
    await runContract({
      fast: true,
      reports: { json: file },
      print: (line) => lines.push(line),
      tell: () => undefined,
    });
    report = JSON.parse(await readFile(file, 'utf8')) as Report;
  });

  test('contradicts none, and confirms all that its instances show', () => {
    expect(ofState(report, 'contradicted')).toEqual([]);
    const decided = new Set(ofState(report, 'confirmed').map(decisionOf));
    // Each way to decide an assumption decides some of them.
    expect([...decided].toSorted()).toEqual(
      Object.entries(decisions)
        .flatMap(([name, { checks }]) => (checks ? [name] : []))
        .toSorted(),
    );
    const untold = ofState(report, 'cannot-tell').filter((name) => decisionOf(name) !== 'answer');
    // Both arrays of the simulator have one release, so each supports what the other one does.
    expect(untold).toEqual(['conditions/target_supports_it#condition']);
  });

  test('says why no check can decide the others', () => {
    const undecided = report.assumptions.filter(({ state }) => state === 'no-check');
    expect(undecided.length).toBeGreaterThan(50);
    for (const { assumption, reason } of undecided) expect(reason).toBe(decisions[decisionOf(assumption)]?.because);
    expect(undecided.map(({ assumption }) => assumption)).toContain('parameters/order#chance');
  });

  test('counts them in one line', () => {
    const count = (state: string) => ofState(report, state).length;
    expect(lines).toContain(
      `Assumptions: ${count('confirmed')} confirmed, 0 contradicted; this run cannot tell ${count('cannot-tell')}, and no check can decide ${count('no-check')}`,
    );
    expect(report.assumptions).toHaveLength(Object.keys(assumptions).length);
  });
});

const refuse: Intercept = ({ body }) => (body.includes('"role":"Metro_Preferred"') ? 422 : undefined);

describe('a pair that behaves otherwise in three of them', () => {
  let report: Report | undefined;
  beforeAll(async () => {
    await using sim = await createSteppedSimulator({ sessions: [{ name: 's', type: 'Metro_Active_Active' }] });
    const few = withoutRows('replication_session', 'remote_system');
    const otherwise = async (answer: PassedAnswer): Promise<void> => {
      await few(answer);
      const { target, status } = answer;
      if (target === '/logout' && status === 403) answer.status = 401;
      if (target.includes('no_such_operator')) answer.text = answer.text.replace('0xE04040020008', '0xE04040010005');
    };
    await using a = await createTamperingProxy(sim.a.url, otherwise, undefined, refuse);
    await using b = await createTamperingProxy(sim.b.url, otherwise, undefined, refuse);
    report = await runContract({
      ...silent,
      arrays: { a: credentials(sim.a, a.url), b: credentials(sim.b, b.url) },
      permit: { mode: 'disruptive', sessions: [...idsByName(sim).values()] },
      pace: { requestsPerSecond: undefined },
    });
  });

  const contradicted = [
    'errors/unknown_parameter#mistake',
    'replication_session_modify(role=Metro_Preferred)@Metro_Non_Preferred/Metro_Active_Active#row',
    'responses/forbidden#logout',
  ];

  test('contradicts exactly these', () => {
    expect(report && ofState(report, 'contradicted').toSorted()).toEqual(contradicted);
  });

  test('gets a note about each, and conforms', () => {
    const notes = report?.findings.filter(({ id }) => id === 'assumption.contradicted') ?? [];
    expect([...new Set(notes.map(({ subject }) => subject))].toSorted()).toEqual(contradicted);
    expect(new Set(notes.map(({ severity }) => severity))).toEqual(new Set(['note']));
    expect(report?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(report?.summary.verdict).toBe('conforms');
  });

  test('gets the evidence in names of the API', () => {
    const evidence = report?.assumptions.find(({ assumption }) => assumption === contradicted[1])?.evidence;
    expect(evidence).toContain(
      'modify(role=Metro_Preferred)@Metro_Non_Preferred/OK Metro_Active_Active/volume is refused with 422',
    );
  });

  test('hears why a run with an array cannot tell', () => {
    expect(reasonOf(report, 'conditions/size_larger#condition')).toMatch(/^It needs a simulator/);
    expect(reasonOf(report, 'replication_session_resume@Synchronous#failure')).toMatch(/^It needs a simulator/);
    expect(
      reasonOf(
        report,
        'replication_session_start_failover_test@Destination/Asynchronous/volume|volume_group|replication_group#unsaid',
      ),
    ).toBe('No instance and no answer of this array shows it.');
  });
});

describe('what a run contributes', () => {
  const sent = new Set<string>();
  let report: Report;
  let contribution: string;
  let proposals: string;
  let code: number | null;

  /** Every text and number of an answer. */
  function collect(value: unknown): void {
    if (typeof value === 'object' && value !== null) for (const it of Object.values(value)) collect(it);
    else if (typeof value === 'string' || typeof value === 'number') sent.add(String(value));
  }

  beforeAll(async () => {
    await using sim = await createSimulator({ release: '4.4', fast: true, clock: 'manual' });
    await using proxy = await createTamperingProxy(sim.a.url, (answer) => {
      if (answer.text.startsWith('[') || answer.text.startsWith('{')) collect(JSON.parse(answer.text));
      for (const header of ['set-cookie', 'dell-emc-token', 'content-range']) collect(answer.headers[header]);
    });
    ({ report } = await run(sim.a, { through: proxy.url }));
    const [file, out, yaml] = ['report.json', 'contribution.json', 'proposals.yaml'].map((it) => join(folder, it));
    await writeFile(String(file), JSON.stringify(report));
    ({ code } = await powerstoreContract([
      'contribute',
      String(file),
      '--out',
      String(out),
      '--proposals',
      String(yaml),
    ]));
    contribution = await readFile(String(out), 'utf8');
    proposals = await readFile(String(yaml), 'utf8');
  });

  test('has the release, the assumptions and no value of the array', () => {
    const json = JSON.parse(contribution) as { arrays: unknown; assumptions: { state: string }[] };
    expect(code).toBe(0);
    expect(json.arrays).toEqual([{ site: 'a', release: '4.4.0.0' }]);
    expect(json.assumptions.filter(({ state }) => state === 'confirmed').length).toBeGreaterThan(20);
    const ofContract = new Set([
      ...Object.keys(attributes),
      ...Object.values(attributes).flatMap((it) => Object.keys(it)),
      ...Object.values(literals).flatMap((it) =>
        Object.entries(it as Record<string, { text: string }>).flatMap(([literal, { text }]) => [literal, text]),
      ),
      '4.4.0.0',
    ]);
    // A number of up to three digits is no value that anybody could recognize, and counts look the same.
    const values = [...sent].filter((it) => !ofContract.has(it) && it.length > 3);
    expect(values.length).toBeGreaterThan(200);
    const words = new Set(contribution.split(/[^\w.:-]+/));
    expect(
      values.filter((value) => (/^[\w.:-]+$/.test(value) ? words.has(value) : contribution.includes(value))),
    ).toEqual([]);
  });

  test('proposes sources that lint when they are pasted', async () => {
    const linted = await pasteAndLint(proposals, ['x-source']);
    expect(linted).toMatchObject({ code: 0, output: expect.stringContaining('no problem found') as string });
    const contract = [...linted.files.values()].join('\n');
    expect(contract).toContain("capture 'other mistakes in filters on release 4.4.0.0'");
    expect(contract).not.toContain('assumed/mistake');
    expect(contract).toContain('assumed/chance');
  });

  test('replaces neither the report nor one of its two files by the other', async () => {
    const file = join(folder, 'kept.json');
    await writeFile(file, JSON.stringify(report));
    for (const args of [
      ['contribute', file, '--out', file],
      ['contribute', file, '--proposals', file],
      ['contribute', file, '--out', join(folder, 'one'), '--proposals', join(folder, 'one')],
      ['drift', '--report', file, '--proposals', file],
      ['diff', file, file, '--markdown', file],
      ['diff', file, file, '--json', join(folder, 'one'), '--markdown', join(folder, 'one')],
    ]) {
      const { code: exit, out, err } = await powerstoreContract(args);
      expect([exit, out], args.join(' ')).toEqual([2, '']);
      expect(err).toMatch(
        /(kept\.json|one) is named twice, and one file would replace the other\. Name another file\./,
      );
    }
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(report)));
    await expect(readFile(join(folder, 'one'))).rejects.toThrow('ENOENT');
  });

  test.each(['constructor', '__proto__', 'an assumption of another version'])(
    'goes on without an assumption that this version does not have: %s',
    async (assumption) => {
      const file = join(folder, 'other.json');
      const others = (['confirmed', 'contradicted'] as const).map((state) => ({ assumption, state }));
      await writeFile(file, JSON.stringify({ ...report, assumptions: others }));
      const { code: exit, err } = await powerstoreContract([
        'contribute',
        file,
        '--out',
        file.replace('other', 'out'),
        '--proposals',
        '-',
      ]);
      expect([exit, err]).toEqual([0, expect.stringContaining('The array confirms 0 facts')]);
    },
  );

  test('refuses a report with a release that is none', async () => {
    const file = join(folder, 'strange.json');
    const [array] = report.arrays;
    await writeFile(file, JSON.stringify({ ...report, arrays: [{ ...array, release: "4.0'\nx: 1" }] }));
    const { code: exit, err } = await powerstoreContract(['contribute', file, '--proposals', '-']);
    expect([exit, err]).toEqual([2, expect.stringMatching(/\/arrays\/0\/release must match pattern/)]);
  });
});
