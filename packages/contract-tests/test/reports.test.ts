// The reports of a run: they come from the same data, say all of it, and do not tell whose array it was.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Simulator } from '@powerstore-api/mock-server';
import { literals, operations } from '@powerstore-api/types';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convert } from 'xmlbuilder2';
import {
  diffReports,
  type Finding,
  findingKinds,
  readReport,
  renderers,
  type Report,
  runContract,
} from '../src/index.js';
import { renderFindingsPage } from '../src/report/render/findings-page.js';
import schema from '../docs/report.schema.json' with { type: 'json' };
import { powerstoreContract } from './helpers/command-line.js';
import { createTamperingProxy } from './helpers/tampering-proxy.js';
import { createSteppedSimulator } from './helpers/stepped-simulator.js';

const kinds = ['html', 'json', 'junit', 'markdown'] as const;

let folder: string;
let sim: Simulator;
/** A run with findings: the texts of its reports, the printed lines, and the values that none of them may have. */
const run = { printed: '', secrets: new Set<string>(), texts: new Map<string, string>() };
let report: Report;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'powerstore-contract-'));
  sim = await createSteppedSimulator();
  const session = sim.save().sessions.find(({ name }) => name === 'metro-plain');
  collect(sim.save(), run.secrets);
  await using proxy = await createTamperingProxy(sim.a.url, (answer) => {
    if (answer.status === 404) answer.status = 410;
    if (answer.target.startsWith('/volume?')) answer.text = answer.text.replaceAll('"type":"Primary"', '"type":7');
    for (const value of [
      ...(answer.headers['set-cookie'] ?? []),
      answer.headers['dell-emc-token'] ?? [],
      answer.requestHeaders.cookie ?? [],
    ].flat())
      run.secrets.add(value.replace(/^auth_cookie=/, '').split(';')[0] ?? '');
    if (answer.status < 300 && answer.text.startsWith('[')) collect(JSON.parse(answer.text), run.secrets);
  });
  for (const { url, username, password } of [sim.a, sim.b, { ...sim.a, url: proxy.url }]) {
    const { host, port } = new URL(url);
    for (const entry of [host, port, `${username}:${password}`, password]) run.secrets.add(entry);
  }
  const files = Object.fromEntries(kinds.map((kind) => [kind, join(folder, kind)]));
  const { username, password } = sim.a;
  const made = await runContract({
    arrays: { a: { url: proxy.url, username, password }, b: { url: sim.b.url, username, password: sim.b.password } },
    // Paths, bodies and jobs name the session that it changes.
    permit: { mode: 'disruptive', sessions: [session?.id ?? ''] },
    pace: { requestsPerSecond: undefined },
    reports: files,
    print: (line) => (run.printed += `${line}\n`),
    tell: () => undefined,
  });
  if (!made) throw new Error('there is no report');
  report = made;
  for (const kind of kinds) run.texts.set(kind, await readFile(join(folder, kind), 'utf8'));
});
afterAll(async () => {
  await sim.close();
  await rm(folder, { recursive: true });
});

const known = new Set(Object.values(literals).flatMap((all) => Object.keys(all)));

/** Ids and names in rows, however deep: they tell whose array it is. Names of the API and its literals do not. */
function collect(json: unknown, into: Set<string>, name = ''): void {
  if (Array.isArray(json)) for (const entry of json) collect(entry, into, name);
  else if (typeof json === 'object' && json !== null)
    for (const [key, entry] of Object.entries(json)) collect(entry, into, key);
  else if (
    typeof json === 'string' &&
    /(^|_)(ids?|name|wwn|serial\w*|address(es)?)$/.test(name) &&
    json.length >= 4 &&
    !known.has(json) &&
    !(json in operations)
  )
    into.add(json);
}

const text = (kind: (typeof kinds)[number]): string => run.texts.get(kind) ?? '';

const hostile =
  '<script>alert(1)</script> & "quoted" | `code` [link](https://evil.example.com) @everyone \u0001 --> ]]>';

/** The same report with every part that a report can have, and with texts that try to be markup. */
function hostileReport(): Report {
  const [check] = report.checks;
  const [first] = report.findings;
  if (!check || !first) throw new Error('the run found nothing');
  const finding: Finding = {
    ...first,
    message: hostile,
    place: hostile,
    subject: hostile,
    sample: hostile,
    evidence: { curl: hostile, isWrite: true, sent: hostile, headers: { 'content-type': hostile }, body: [hostile] },
  };
  return {
    ...report,
    arrays: report.arrays.map((entry) => ({ ...entry, label: hostile })),
    notRestored: [hostile],
    endedEarly: hostile,
    findings: [{ ...first, ...finding }, ...report.findings],
    checks: [
      {
        ...check,
        outcome: 'failed',
        findings: [finding],
        samples: [
          {
            operation: 'logout',
            request: hostile,
            sent: hostile,
            status: 200,
            headers: { 'content-type': hostile },
            body: [hostile],
          },
        ],
      },
      { ...check, outcome: 'broken', reason: hostile },
      { ...check, outcome: 'not-applicable', reason: hostile },
      ...report.checks,
    ],
  };
}

describe('reports of a run', () => {
  it('hold no secret, address, name or id of the array, and neither do the printed lines', () => {
    expect(run.secrets.size).toBeGreaterThan(100);
    // The run has changed something, too.
    expect(
      report.checks.find(({ check }) => check === 'lifecycle.Metro_Active_Active.volume')?.requests,
    ).toBeGreaterThan(20);
    for (const [kind, content] of [...run.texts, ['stdout', run.printed]] as const) {
      const leaked = [...run.secrets].filter((secret) => secret !== '' && content.includes(secret));
      expect(leaked, kind).toEqual([]);
    }
  });

  it('name every finding', () => {
    expect(report.findings.length).toBeGreaterThan(5);
    for (const { id, message } of report.findings) {
      for (const kind of ['html', 'markdown', 'json'] as const) expect(text(kind), message).toContain(id);
      expect(run.printed).toContain(`${id}: ${message}`);
    }
  });
});

interface Part {
  unevaluatedProperties?: boolean;
  properties?: Record<string, Part>;
}

/** Schemas that are combined with others are closed there; the schema of the headers closes itself. */
const withoutOpenParts = (closed: string): object => {
  const parsed = JSON.parse(closed) as {
    $defs: Record<'finding' | 'found' | 'sample', Part & { properties: Record<string, Part> }>;
  };
  delete parsed.$defs.finding.unevaluatedProperties;
  delete parsed.$defs.found.unevaluatedProperties;
  delete parsed.$defs.sample.properties['headers']?.unevaluatedProperties;
  delete parsed.$defs.finding.properties['evidence']?.properties?.['headers']?.unevaluatedProperties;
  return parsed;
};

const validator = (strict: boolean) => {
  const ajv = new Ajv2020({ allErrors: true });
  addFormats.default(ajv);
  const closed = JSON.stringify(schema).replaceAll(
    /"type":"object",(?!"additional)/g,
    '"type":"object","unevaluatedProperties":false,',
  );
  return ajv.compile(strict ? withoutOpenParts(closed) : schema);
};

describe('JSON', () => {
  it('matches its schema, which documents every part', () => {
    const validate = validator(true);
    for (const entry of [JSON.parse(text('json')) as unknown, hostileReport()]) {
      validate(entry);
      expect(validate.errors).toBeNull();
    }
  });

  it.each<[string, (wrong: Report) => object]>([
    ['another format', (entry) => ({ ...entry, format: 1 })],
    [
      'an outcome that is none',
      (entry) => ({ ...entry, checks: entry.checks.map((check) => ({ ...check, outcome: 'ok' })) }),
    ],
    ['no mode', ({ mode: _mode, ...rest }) => rest],
    [
      'a status that is a text',
      (entry) => ({ ...entry, findings: entry.findings.map((one) => ({ ...one, status: '404' })) }),
    ],
    [
      'an item of no dimension',
      (entry) => ({ ...entry, coverage: [{ item: 'logout 204', attainable: true, by: [] }] }),
    ],
  ])('with %s is not', (_title, tamper) => {
    expect(validator(false)(tamper(report))).toBe(false);
  });
});

describe('JUnit', () => {
  interface Suite {
    '@name': string;
    '@tests': string;
    '@failures': string;
  }
  interface Suites {
    testsuites: Suite & { testsuite: Suite[] };
  }
  const parse = (xml: string): Suites => convert(xml, { format: 'object' }) as unknown as Suites;

  it('has a suite per group and array, and counts what is in it', () => {
    const { testsuites } = parse(text('junit'));
    expect(testsuites['@tests']).toBe(String(report.checks.length));
    expect(testsuites['@failures']).toBe(String(report.summary.outcomes.failed));
    const suites = testsuites.testsuite.map((suite) => suite['@name']);
    expect(suites).toContain('paging (array a)');
    expect(suites).toContain('paging (array b)');
    expect(text('junit')).toMatch(
      /<failure type="status\.undocumented" message="status\.undocumented: The array answers with 410, which is not among/,
    );
    for (const property of ['release a', 'contract', 'mode', 'verdict'])
      expect(text('junit')).toContain(`<property name="${property}"`);
    expect(text('junit')).not.toContain('hostname');
  });

  it('stays well-formed with any text, and begins with the sessions that were not put back', () => {
    const xml = renderers.junit(hostileReport());
    const [first] = parse(xml).testsuites.testsuite;
    expect([first?.['@name'], first?.['@failures']]).toEqual(['restore', '1']);
    expect(xml).toContain('<skipped message="&lt;script&gt;');
    expect(xml).not.toContain('\u0001');
  });
});

describe('HTML', () => {
  it('is one document that loads nothing, and takes no text for markup', () => {
    const html = renderers.html(hostileReport());
    expect(html).not.toContain('<script>alert');
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text('html')).not.toMatch(/https?:|\ssrc=|<link|@import|url\(|\sstyle=|\son\w+=/);
    const [, policy] = /Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
    expect(policy?.replaceAll('&apos;', "'")).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+';/,
    );
    expect(html.indexOf('Not put back as it was')).toBeLessThan(html.indexOf('<h1'));
  });

  it('has a card for every operation, a section for every kind of finding, and a row for every check', () => {
    for (const id of Object.keys(operations)) expect(text('html')).toContain(`id="op-${id}"`);
    for (const { id } of report.findings) expect(text('html')).toContain(`id="kind-${id}"`);
    for (const { check, site } of report.checks) expect(text('html')).toContain(`id="check-${site}-${check}"`);
    for (const [, target] of text('html').matchAll(/href="#([^"]+)"/g))
      expect(text('html')).toContain(` id="${target}"`);
    const ids = [...text('html').matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(new Set(ids).size);
  });
});

describe('Markdown', () => {
  it('begins with the verdict, and takes no text for markup', () => {
    expect(text('markdown')).toMatch(/^## ❌ Does not conform to the contract\n/);
    const markdown = renderers.markdown(hostileReport());
    expect(markdown).not.toMatch(/(?<!\\)<script/);
    expect(markdown).not.toContain('[link](');
    for (const line of markdown.split('\n').filter((entry) => entry.startsWith('| error')))
      expect(line.split(/(?<!\\)\|/)).toHaveLength(8);
  });

  it('stays below what GitHub takes, and says what it leaves out', () => {
    const [first] = report.findings;
    const findings = Array.from({ length: 3000 }, (_, index) => ({
      ...report.findings[0],
      ...first,
      message: `${index} ${hostile.repeat(9)}`,
    })) as Report['findings'];
    const checks = Array.from({ length: 9 }, () => report.checks).flat();
    const markdown = renderers.markdown({
      ...report,
      findings,
      checks,
      notRestored: findings.map(({ message }) => message),
    });
    expect(Buffer.byteLength(markdown)).toBeLessThan(60_000);
    expect(markdown).toMatch(/Left out here: \d+ findings/);
    expect(markdown).toMatch(/Left out here: \d+ checks/);
    expect(markdown).toMatch(/and \d+ more/);
  });
});

/** The same report with another severity of all that was found. */
const ofSeverity = (entry: Report, severity: 'warning' | 'note'): Report => ({
  ...entry,
  findings: entry.findings.map((one) => ({
    ...one,
    severity,
    places: one.places.map((place) => ({ ...place, severity })),
  })),
});

const clean = (): Report => ({
  ...report,
  findings: [],
  checks: report.checks.map((entry) => ({
    ...entry,
    outcome: entry.outcome === 'failed' ? ('passed' as const) : entry.outcome,
    findings: [],
  })),
});

describe('a comparison of two reports', () => {
  it('shows no change between a report and itself', () => {
    const { worse, findings, checks, coverage } = diffReports(report, report);
    expect([worse, findings.new, findings.resolved, checks, coverage]).toEqual([
      false,
      [],
      [],
      [],
      { gained: [], lost: [] },
    ]);
    expect(findings.unchanged).toEqual(report.findings);
  });

  it('is worse with new findings, and not when they are resolved', () => {
    const worse = diffReports(clean(), report);
    expect(worse.worse).toBe(true);
    expect(worse.findings.new).toEqual(report.findings);
    expect(worse.checks.every(({ before, after }) => before === 'passed' && after === 'failed')).toBe(true);
    expect(worse.checks).toHaveLength(report.summary.outcomes.failed);
    const better = diffReports(report, clean());
    expect([better.worse, better.findings.resolved.length]).toEqual([false, report.findings.length]);
  });

  it.each<[string, boolean, (after: Report) => Report]>([
    ['a note', false, (entry) => ofSeverity(entry, 'note')],
    ['a warning', true, (entry) => ofSeverity(entry, 'warning')],
    [
      'a check that is not run any more',
      true,
      (entry) => ({ ...entry, findings: [], checks: entry.checks.map((one) => ({ ...one, outcome: 'not-run' })) }),
    ],
    [
      'a check with nothing to try it on',
      false,
      (entry) => ({
        ...entry,
        findings: [],
        checks: entry.checks.map((one) => ({ ...one, outcome: 'not-applicable' })),
      }),
    ],
    ['a state that was not put back', true, (entry) => ({ ...entry, findings: [], notRestored: ['a session'] })],
  ])('with %s: %s', (_title, worse, change) => {
    const before = clean();
    expect(diffReports(before, change({ ...report, checks: before.checks })).worse).toBe(worse);
  });

  it('says nothing good about checks that the second run does not have', async () => {
    const [before, after, markdown] = ['before.json', 'after.json', 'change.md'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    const diffWithout = async (isLeft: (check: Report['checks'][number]) => boolean) => {
      const first = clean();
      await writeFile(before, JSON.stringify(first));
      await writeFile(after, JSON.stringify({ ...first, checks: first.checks.filter(isLeft) }));
      const result = await powerstoreContract(['diff', before, after, '--markdown', markdown]);
      return { ...result, page: await readFile(markdown, 'utf8') };
    };
    const none = await diffWithout(() => false);
    expect(none.code).toBe(1);
    for (const told of [none.out, none.page]) {
      expect(told).toContain('Something got worse');
      expect(told).toMatch(
        /The second run does not have \d+ checks of the first, and says nothing about what they found/,
      );
    }
    const gone = clean().checks.find(({ outcome }) => outcome === 'passed');
    const one = await diffWithout(({ check, site }) => check !== gone?.check || site !== gone.site);
    expect(one.code).toBe(0);
    for (const told of [one.out, one.page]) {
      expect(told).toContain('Nothing got worse where both runs looked:');
      expect(told).toContain('The second run does not have 1 check of the first, and says nothing about what it found');
    }
    const same = await diffWithout(() => true);
    expect([same.code, same.out]).toEqual([0, expect.stringContaining('Nothing got worse: ')]);
    expect(same.out).not.toContain('does not have');
  });

  it('names the coverage that was gained and lost', () => {
    const first = report.coverage.find(({ by }) => by.length > 0);
    const less = {
      ...report,
      coverage: report.coverage.map((entry) => (entry === first ? { ...entry, by: [] } : entry)),
    };
    expect(diffReports(less, report).coverage).toEqual({ gained: [first?.item], lost: [] });
    expect(diffReports(report, less).coverage).toEqual({ gained: [], lost: [first?.item] });
  });

  it.each([
    ['no JSON', 'no JSON', 'it is not JSON'],
    [
      'a recording',
      '{"format":1,"now":"2026-01-01T00:00:00+00:00","arrays":{"a":{"release":"4.0.0.0","resources":{}}}}',
      'a recording is a recording, not a report. Write a report with --json.',
    ],
    [
      'what diff wrote',
      '{"worse":false,"arrays":[]}',
      'what diff wrote is a comparison of two reports, not a report. Write a report with --json.',
    ],
    [
      'an older format',
      '{"format":1}',
      'a report of format 1, and this version reads format 3. Run again with --json to write a new one, or use the version that wrote it.',
    ],
    [
      'a newer format',
      '{"format":7}',
      'a report of format 7, and this version reads format 3. Use the version that wrote it, or a newer one.',
    ],
    ['something else', '{"name":"x"}', 'not a report of powerstore-contract'],
  ])('is refused for %s', async (name, content, reason) => {
    const file = join(folder, name);
    await writeFile(file, content);
    expect(() => readReport(file)).toThrow(reason);
  });

  it('is refused for a file that does not exist', () => {
    expect(() => readReport(join(folder, 'none'))).toThrow('cannot be read: there is no such file. Write a report');
  });
});

it('docs/findings.md is up to date: `vitest run -u` writes it', async () => {
  const page = renderFindingsPage();
  for (const id of Object.keys(findingKinds)) expect(page).toContain(`<a id="${id}"></a>`);
  await expect(page).toMatchFileSnapshot('../docs/findings.md');
});
