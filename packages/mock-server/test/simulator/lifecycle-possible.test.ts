// Which action is possible in which state, by hand from the documents, against the simulator. A wrong request, kind of session
// or side is a 400, a wrong state a 422, and a refused action changes nothing.
import { describe, expect, it } from 'vitest';
import { act, refusal, type Site, worldOf } from '../helpers/pair.js';
import { type KindName, type SituationName, situations, start } from '../helpers/situations.js';

interface Expectation {
  site: Site;
  action: string;
  body: unknown;
  /** The status; `4xx` if a request has two mistakes and no document says which one counts; `----` if no document says anything. */
  expected: Map<SituationName, string>;
}

/** Reads a table: the first line has the columns, each other one a side, an action, perhaps a body, and the statuses. */
function read(table: string): Expectation[] {
  const [head = '', ...lines] = table.trim().split('\n');
  const columns = words(head.split('|')[1]) as SituationName[];
  return lines.map((line) => {
    const [request = '', statuses] = line.split('|');
    const [, site, action = '', body = ''] = /^\s*([ab]) (\w+) ?(.*)$/.exec(request.trim()) ?? [];
    const expected = words(statuses);
    if (expected.length !== columns.length || columns.some((column) => !Object.hasOwn(situations, column)))
      throw new Error(`${expected.length} statuses below ${columns.length} columns: ${line}`);
    return {
      site: site as Site,
      action,
      body: body === '' ? undefined : JSON.parse(body),
      expected: new Map(columns.map((column, index) => [column, String(expected[index])])),
    };
  });
}

const words = (text = ''): string[] => text.trim().split(/\s+/);

const asynchronous = `
                                             | OK  Synchronizing System_Paused Paused Paused_Alone Pausing Resuming Failing_Over Failing_Over_For_DR Failed_Over Reprotecting Paused_For_NDU Paused_For_Migration Cut Cut_Paused Cut_Failed_Over
  a sync                                     | 204 422           204           422    422          422     422      422          422                 400         400          422            422                  422 422        422
  b sync                                     | 400 400           400           400    4xx          400     400      400          400                 422         422          400            400                  400 400        422
  a pause                                    | 204 204           204           422    204          422     422      422          422                 422         422          422            422                  204 422        204
  b pause                                    | 204 204           204           422    204          422     422      422          422                 422         422          422            422                  204 422        422
  a resume                                   | 422 422           422           204    422          422     422      422          422                 422         422          422            422                  422 422        422
  b resume                                   | 422 422           422           204    422          422     422      422          422                 422         422          422            422                  422 422        422
  a failover                                 | 204 204           422           422    422          422     422      422          422                 422         400          422            422                  422 422        422
  b failover                                 | 400 400           400           400    4xx          400     400      400          400                 422         422          400            400                  400 400        422
  a failover {"is_planned":true}             | 204 204           422           422    422          422     422      422          422                 422         400          422            422                  422 422        422
  a failover {"reverse":true}                | 204 204           422           422    422          422     422      422          422                 422         400          422            422                  422 422        422
  b failover {"reverse":true}                | 400 400           400           400    4xx          400     400      400          400                 422         422          400            400                  400 400        422
  a failover {"is_planned":false}            | 400 400           400           400    400          400     400      400          400                 422         422          400            400                  400 400        400
  b failover {"is_planned":false}            | 204 204           204           204    204          422     422      204          422                 422         400          422            422                  204 204        422
  a failover {"is_planned":false,"force":true} | 400 400         400           400    400          400     400      400          400                 204         422          400            400                  400 400        400
  b failover {"is_planned":false,"force":true} | 204 204         204           204    204          422     422      204          422                 400         400          422            422                  204 204        400
  a failover {"is_planned":false,"reverse":true} | 400 400       400           400    400          400     400      400          400                 4xx         400          400            400                  400 400        400
  b failover {"is_planned":false,"reverse":true} | 400 400       400           400    400          400     400      400          400                 4xx         400          400            400                  400 400        4xx
  b failover {"is_planned":false,"use_test_copy":true} | 422 422 422           422    422          422     422      422          422                 422         400          422            422                  422 422        422
  a failover {"failover_snapshot_id":"none"} | 400 400           400           400    400          400     400      400          400                 4xx         400          400            400                  400 400        400
  a failover {"is_planned":false,"failover_snapshot_id":"none"} | 4xx 4xx 4xx  4xx    4xx          4xx     4xx      4xx          4xx                 422         4xx          4xx            4xx                  4xx 4xx        4xx
  b failover {"is_planned":false,"failover_snapshot_id":"none"} | 422 422 422  422    422          422     422      422          422                 422         400          422            422                  422 422        422
  a reprotect                                | 422 422           422           422    422          422     422      422          422                 400         400          422            422                  422 422        422
  b reprotect                                | 400 400           400           400    400          400     400      400          400                 204         422          400            400                  400 400        422
  a promote                                  | 400 400           400           400    400          400     400      400          400                 400         400          400            400                  400 400        400
  b promote                                  | 400 400           400           400    400          400     400      400          400                 400         400          400            400                  400 400        400
  a demote                                   | 400 400           400           400    400          400     400      400          400                 400         400          400            400                  400 400        400
  b demote                                   | 400 400           400           400    400          400     400      400          400                 400         400          400            400                  400 400        400
  a modify {"role":"Metro_Preferred"}        | 400 400           400           400    400          400     400      400          400                 400         400          400            400                  400 400        400
  b modify {"role":"Metro_Preferred"}        | 400 400           400           400    400          400     400      400          400                 400         400          400            400                  400 400        400
  b modify {"role":"Source"}                 | 400 400           400           400    400          400     400      400          400                 400         400          400            400                  400 400        400
  a modify {"auto_failover_state":"Enabled_For_Witness_Interaction"} | 400 400 400 400 400         400     400      400          400                 400         400          400            400                  400 400        400
`;

/** Failover tests are of volumes, of groups of them, and of replication groups. */
const tests = `
                                             | OK  Synchronizing System_Paused Paused Paused_Alone Pausing Resuming Failing_Over Failing_Over_For_DR Failed_Over Reprotecting Testing Paused_For_NDU Paused_For_Migration Cut Cut_Paused Cut_Failed_Over
  a start_failover_test                      | 400 400           400           400    400          400     400      400          400                 422         422          400     400            400                  400 400        400
  b start_failover_test                      | 204 204           204           204    204          422     422      422          422                 400         400          422     422            422                  204 204        400
  b start_failover_test {"snapshot_id":"no"} | 422 422           422           422    422          422     422      422          422                 400         400          422     422            422                  422 422        400
  a stop_failover_test                       | 400 400           400           400    400          400     400      400          400                 422         422          400     400            400                  400 400        400
  b stop_failover_test                       | 422 422           422           422    422          422     422      422          422                 400         400          204     422            422                  422 422        400
  b stop_failover_test {"force":true}        | 422 422           422           422    422          422     422      422          422                 400         400          204     422            422                  422 422        400
  b stop_failover_test {"create_end_of_test_snapshot":true} | 422 422 422      422    422          422     422      422          422                 400         400          200     422            422                  422 422        400
  a reprotect {"discard_changes_after_failover":true} | 400 400  400           400    400          400     400      400          400                 400         400          400     400            400                  400 400        400
  b reprotect {"discard_changes_after_failover":true} | 400 400  400           400    400          400     400      400          400                 400         400          400     400            400                  400 400        400
`;

/** Further actions that are possible while a test runs. */
const duringTests = `
                                                       | Testing
  a sync                                               | 204
  a pause                                              | 204
  b pause                                              | 204
  a resume                                             | 422
  a failover                                           | 422
  a failover {"reverse":true}                          | 422
  b failover                                           | 400
  b failover {"is_planned":false}                      | 422
  b failover {"is_planned":false,"force":true}         | 422
  b failover {"is_planned":false,"use_test_copy":true} | 204
  a failover {"is_planned":false,"use_test_copy":true} | 400
  b failover {"is_planned":false,"use_test_copy":true,"failover_snapshot_id":"none"} | 422
  a reprotect                                          | 422
  b reprotect                                          | 400
  b start_failover_test                                | 422
`;

const noTests = `
                                             | OK  Synchronizing System_Paused Paused Failed_Over Cut
  a start_failover_test                      | 400 400           400           400    400         400
  b start_failover_test                      | 400 400           400           400    400         400
  a stop_failover_test                       | 400 400           400           400    400         400
  b stop_failover_test                       | 400 400           400           400    400         400
  b stop_failover_test {"force":true}        | 400 400           400           400    400         400
`;

/** Only an asynchronous NAS server forgets what was written after a failover. */
const discard = `
                                                      | OK  Synchronizing System_Paused Paused Paused_Alone Pausing Failing_Over Failed_Over Reprotecting Cut Cut_Failed_Over
  a reprotect {"discard_changes_after_failover":true} | 422 422           422           422    422          422     422          400         400          422 422
  b reprotect {"discard_changes_after_failover":true} | 400 400           400           400    400          400     400          204         422          400 422
`;

const noDiscard = `
                                                      | OK  Paused Failed_Over Cut
  a reprotect {"discard_changes_after_failover":true} | 400 400    400         400
  b reprotect {"discard_changes_after_failover":true} | 400 400    400         400
`;

const mirror = `
                                             | OK  Paused Paused_Alone Pausing Resuming Recovering Paused_For_NDU Paused_For_Migration Cut Cut_Paused
  a pause                                    | 204 422    204          422     422      422        422            422                  204 422
  b pause                                    | 204 422    204          422     422      422        422            422                  204 422
  a resume                                   | 422 204    422          422     422      422        422            422                  422 422
  b resume                                   | 422 204    422          422     422      422        422            422                  422 422
  a start_failover_test                      | 400 400    400          400     400      400        400            400                  400 400
  b start_failover_test                      | 400 400    400          400     400      400        400            400                  400 400
  a stop_failover_test                       | 400 400    400          400     400      400        400            400                  400 400
  b stop_failover_test                       | 400 400    400          400     400      400        400            400                  400 400
  b failover {"is_planned":false,"reverse":true} | 400 400 400         400     400      400        400            400                  400 400
  a failover {"failover_snapshot_id":"none"} | 400 400    400          400     400      400        400            400                  400 400
  b reprotect {"discard_changes_after_failover":true} | 400 400 400    400     400      400        400            400                  400 400
`;

const noSync = `
         | OK  Paused Pausing Resuming Recovering Cut Cut_Paused
  a sync | 400 400    400     400      400        400 400
  b sync | 400 400    400     400      400        400 400
`;

/** Metro does not fail over: its sides are promoted and demoted. */
const noFailover = `
                                                       | OK  Paused Paused_Alone Pausing Resuming Recovering Paused_For_NDU Cut Cut_Paused
  a failover                                           | 400 400    4xx          400     400      400        400            400 400
  b failover                                           | 400 400    4xx          400     400      400        400            400 400
  a failover {"reverse":true}                          | 400 400    4xx          400     400      400        400            400 400
  a failover {"is_planned":false}                      | 400 400    400          400     400      400        400            400 400
  b failover {"is_planned":false}                      | 400 400    400          400     400      400        400            400 400
  b failover {"is_planned":false,"force":true}         | 400 400    400          400     400      400        400            400 400
  b failover {"is_planned":false,"use_test_copy":true} | 400 400    400          400     400      400        400            400 400
  b reprotect                                          | 400 400    400          400     400      400        400            400 400
`;

const noMetro = `
                                             | OK  Paused Paused_Alone Pausing Resuming Recovering Cut Cut_Paused
  a promote                                  | 400 400    400          400     400      400        400 400
  b promote                                  | 400 400    400          400     400      400        400 400
  a demote                                   | 400 400    400          400     400      400        400 400
  b demote                                   | 400 400    400          400     400      400        400 400
  a modify {"role":"Metro_Preferred"}        | 400 400    400          400     400      400        400 400
  b modify {"role":"Metro_Preferred"}        | 400 400    400          400     400      400        400 400
  b modify {"role":"Destination"}            | 400 400    400          400     400      400        400 400
`;

const noAutomaticFailover = `
                                                                     | OK  Paused Cut
  a modify {"auto_failover_state":"Enabled_For_Witness_Interaction"} | 400 400    400
  b modify {"auto_failover_state":"Enabled_For_Witness_Interaction"} | 400 400    400
  a modify {"auto_failover_state":"Not_Applicable"}                  | 400 400    400
`;

/** Synchronous sessions of every kind: CSI's driver fails groups over, too. */
const synchronous = `
                                                | OK  Paused Paused_Alone Pausing Resuming Recovering Failing_Over Failing_Over_For_DR Failed_Over Reprotecting Paused_For_NDU Cut Cut_Paused Cut_Failed_Over
  a sync                                        | 400 400    4xx          400     400      400        400          400                 400         400          400            400 400        400
  a pause                                       | 204 422    204          422     422      422        422          422                 422         422          422            204 422        204
  b pause                                       | 204 422    204          422     422      422        422          422                 422         422          422            204 422        422
  a resume                                      | 422 204    422          422     422      422        422          422                 422         422          422            422 422        422
  a failover                                    | 204 422    422          422     422      422        422          422                 422         400          422            422 422        422
  b failover                                    | 400 400    4xx          400     400      400        400          400                 422         422          400            400 400        422
  a failover {"is_planned":false}               | 400 400    400          400     400      400        400          400                 422         422          400            400 400        400
  b failover {"is_planned":false}               | 204 422    422          422     422      422        ----         422                 422         400          422            422 422        422
  a failover {"is_planned":false,"force":true}  | 400 400    400          400     400      400        400          400                 ----        422          400            400 400        400
  b failover {"is_planned":false,"force":true}  | 204 204    204          422     422      422        ----         422                 400         400          422            204 204        400
  b failover {"is_planned":false,"use_test_copy":true} | 400 400 400      400     400      400        400          400                 422         400          400            400 400        422
  a reprotect                                   | 422 422    422          422     422      422        422          422                 400         400          422            422 422        422
  b reprotect                                   | 400 400    400          400     400      400        400          400                 204         422          400            400 400        422
`;

const automaticFailover = `
                                                | OK  Paused Paused_Alone Pausing Resuming Recovering Failing_Over Failing_Over_For_DR Failed_Over Reprotecting Paused_For_NDU Cut Cut_Paused Cut_Failed_Over
  a modify {"auto_failover_state":"Enabled_For_Witness_Interaction"} | 204 204 204 204 204  204        204          204                 204         204          204            204 204        204
  b modify {"auto_failover_state":"Enabled_For_Witness_Interaction"} | 204 204 204 204 204  204        204          204                 204         204          204            204 204        204
  a modify {"auto_failover_state":"Not_Applicable"} | 400 400 400         400     400      400        400          400                 400         400          400            400 400        400
`;

const metro = `
                                      | OK  Paused Paused_Alone Pausing Resuming Modify_Role_In_Progress Recovering Paused_For_NDU Paused_For_Migration Cut Cut_Paused Split
  a pause                             | 204 422    204          422     422      422                     422        422            422                  204 422        204
  b pause                             | 204 422    204          422     422      422                     422        422            422                  204 422        204
  a resume                            | 422 204    422          422     422      422                     422        422            422                  422 422        422
  b resume                            | 422 204    422          422     422      422                     422        422            422                  422 422        422
  a promote                           | 422 204    204          422     422      422                     422        422            422                  204 204        204
  b promote                           | 422 204    204          422     422      422                     422        422            422                  204 204        204
  a demote                            | 422 204    204          422     422      422                     422        422            422                  204 204        204
  b demote                            | 422 204    204          422     422      422                     422        422            422                  204 204        204
  a modify {"role":"Metro_Preferred"} | 400 400    400          400     400      400                     400        400            400                  400 400        400
  b modify {"role":"Metro_Preferred"} | 204 422    422          422     422      422                     422        422            422                  422 422        422
  b modify {"role":"Metro_Non_Preferred"} | 400 400 400         400     400      400                     400        400            400                  400 400        400
  b modify {"role":"Source"}          | 400 400    400          400     400      400                     400        400            400                  400 400        400
  a sync                              | 400 400    400          400     400      400                     400        400            400                  400 400        400
  b sync                              | 400 400    400          400     400      400                     400        400            400                  400 400        400
`;

const tables: [KindName, string[]][] = [
  ['volume', [asynchronous, tests, duringTests]],
  ['volume_group', [asynchronous, tests, duringTests]],
  ['replication_group', [asynchronous, tests, duringTests]],
  ['nas_server', [asynchronous, noTests, discard]],
  ['file_system', [asynchronous, noTests, noDiscard]],
  ['synchronous volume', [mirror, noSync, noMetro, synchronous, noAutomaticFailover]],
  ['synchronous volume_group', [mirror, noSync, noMetro, synchronous, noAutomaticFailover]],
  ['synchronous nas_server', [mirror, noSync, noMetro, synchronous, automaticFailover]],
  ['metro volume', [mirror, metro, noFailover, noAutomaticFailover]],
  ['metro volume_group', [mirror, metro, noFailover, noAutomaticFailover]],
  ['metro volume with witness', [mirror, metro, noFailover, noAutomaticFailover]],
];

describe('the possible actions, by side and state', () => {
  const cases = tables.flatMap(([kind, texts]) => {
    const rows = texts.flatMap(read);
    const columns = [...new Set(rows.flatMap(({ expected }) => [...expected.keys()]))];
    return columns.map((situation) => ({ kind, situation, rows: rows.filter((row) => row.expected.has(situation)) }));
  });

  it.each(cases)('$kind, $situation', async ({ kind, situation, rows }) => {
    const { sim, id } = await start(kind);
    await using _ = sim;
    await situations[situation](sim, id);
    const before = sim.save();
    const asBefore = worldOf(sim);
    const wrong: string[] = [];
    const wantedOf = ({ expected }: Expectation): string => expected.get(situation) ?? '';
    const ask = async (row: Expectation): Promise<{ request: string; isRefused: boolean }> => {
      const { site, action, body } = row;
      const wanted = wantedOf(row);
      const answer = await act(sim, site, id, action, body);
      const isRefused = answer.status >= 400;
      const fits = wanted === '4xx' ? [400, 422].includes(answer.status) : String(answer.status) === wanted;
      const request = `${site} ${action} ${body === undefined ? '' : JSON.stringify(body)}`;
      if (!fits) wrong.push(`${request}: ${answer.status} instead of ${wanted} ${answer.text}`);
      if (isRefused && refusal(answer).severity !== 'Error') wrong.push(`${request}: ${answer.text}`);
      return { request, isRefused };
    };

    const refused: string[] = [];
    for (const row of rows.filter((each) => wantedOf(each).startsWith('4'))) {
      const { request, isRefused } = await ask(row);
      if (isRefused) refused.push(request);
      else sim.load(before);
    }
    if (worldOf(sim) !== asBefore)
      wrong.push(`something has changed, although these were refused: ${refused.join(', ')}`);

    for (const row of rows.filter((each) => wantedOf(each).startsWith('2'))) {
      sim.load(before);
      const { request } = await ask(row);
      if (worldOf(sim) === asBefore) wrong.push(`${request}: nothing has changed`);
    }
    expect(wrong).toEqual([]);
  });
});
