// Coverage tells what an answer had from what the array merely accepted in a filter, and names the mode of the run.
import { createSimulator } from '@powerstore-api/mock-server';
import { beforeAll, expect, it } from 'vitest';
import { renderers, type Report } from '../src/index.js';
import { run } from './helpers/in-process.js';
import { createTamperingProxy, withoutRows } from './helpers/tampering-proxy.js';
import { isList, queryOf, refuse, value } from './tampered/tamper.js';

let report: Report;
let printed: string;
beforeAll(async () => {
  await using simulator = await createSimulator({ release: '4.4', fast: true, clock: 'manual' });
  await using proxy = await createTamperingProxy(simulator.a.url, async (answer) => {
    await withoutRows('volume')(answer);
    value('volume', { state: 'Offline' })(answer);
    if (isList(answer, 'job') && /[(,]Failing[,)]/.test(queryOf(answer).get('phase') ?? '')) refuse(answer);
  });
  ({ report, printed } = await run(simulator.a, { through: proxy.url }));
});

const covered = (item: string) => report.coverage.find((found) => found.item === item);

it('a literal that an answer had is seen, one that only a filter had is accepted, and one of neither is open', () => {
  expect(covered('literal VolumeState.Offline')?.by).toContain('volume.attributes');
  expect(covered('literal VolumeState.Initializing')).toMatchObject({ by: [], acceptedBy: ['volume.literals'] });
  expect(covered('literal JobPhase.Failing')).toEqual({
    item: 'literal JobPhase.Failing',
    attainable: true,
    by: [],
  });
  const { coverage } = report.summary;
  const count = (fits: (entry: Report['coverage'][number]) => boolean): number => report.coverage.filter(fits).length;
  expect(coverage.reached).toBe(count(({ by }) => by.length > 0));
  expect(coverage.accepted).toBe(count(({ by, acceptedBy }) => by.length === 0 && acceptedBy !== undefined));
  expect(coverage.accepted).toBeGreaterThan(100);
});

it('every report and the terminal name the mode, and have two marks', () => {
  const literals = report.coverage.filter(({ item }) => item.startsWith('literal '));
  const seen = literals.filter(({ by }) => by.length > 0).length;
  const accepted = literals.filter(({ by, acceptedBy }) => by.length === 0 && acceptedBy).length;
  const attainable = literals.filter((entry) => entry.attainable).length;
  expect(printed).toMatch(
    new RegExp(
      `enum literals +${seen} of +${attainable} that a read-only run can see, and ${accepted} more accepted in a filter`,
    ),
  );
  const html = renderers.html(report);
  for (const words of ['that a read-only run can see', 'only accepted in a filter', 'a read-only run cannot see it'])
    expect(html).toContain(words);
  expect(html).toMatch(
    /<i class="cell accepted"><\/i> <code>Initializing<\/code>.*only accepted in a filter, by volume.literals/,
  );
  expect(html).toMatch(/<i class="cell h\d"><\/i> <code>Offline<\/code> <span class="muted">seen by /);
  expect(renderers.markdown(report)).toMatch(
    new RegExp(
      `Only accepted in a filter \\| That a read-only run can see \\|[^]*enum literals \\| ${seen} \\| ${accepted} \\| ${attainable} \\|`,
    ),
  );
  for (const text of [printed, html, renderers.markdown(report)]) expect(text).not.toMatch(/can be seen here/i);
});
