// What is possible when, written down by hand from what is documented, and compared with what the simulator does: a wrong
// request, kind of session or side is a 400, a wrong state a 422, and whatever is refused changes nothing.
import { describe, expect, it } from 'vitest';
import { createSimulator, type SessionSpec, type Simulator } from '../../src/index.js';
import {
  act,
  done,
  fileSystemsOf,
  forceState,
  list,
  refusal,
  roles,
  session,
  settle,
  type Site,
  states,
  trace,
  worldOf,
} from '../helpers/pair.js';

/** One session, and no other: its source, or the side that is preferred, is on A. */
interface Kind {
  spec: SessionSpec;
  /** Whether what is looked at is the session of its first file system. */
  isFileSystem?: true;
}

const kinds = {
  volume: { spec: { name: 'one' } },
  volume_group: { spec: { name: 'one', kind: 'volume_group' } },
  replication_group: { spec: { name: 'one', kind: 'replication_group' } },
  nas_server: { spec: { name: 'one', kind: 'nas_server', parts: 1 } },
  file_system: { spec: { name: 'one', kind: 'nas_server', parts: 2 }, isFileSystem: true },
  'synchronous volume': { spec: { name: 'one', type: 'Synchronous' } },
  'synchronous volume_group': { spec: { name: 'one', kind: 'volume_group', type: 'Synchronous' } },
  'synchronous nas_server': { spec: { name: 'one', kind: 'nas_server', type: 'Synchronous', parts: 1 } },
  'metro volume': { spec: { name: 'one', type: 'Metro_Active_Active' } },
  'metro volume_group': { spec: { name: 'one', kind: 'volume_group', type: 'Metro_Active_Active' } },
  'metro volume with witness': { spec: { name: 'one', type: 'Metro_Active_Active', witness: true } },
} satisfies Record<string, Kind>;

type KindName = keyof typeof kinds;

async function start(name: KindName): Promise<{ sim: Simulator; id: string }> {
  const { spec, isFileSystem }: Kind = kinds[name];
  const sim = await createSimulator({ clock: 'manual', fast: true, sessions: [{ rpo: 'One_Hour', ...spec }] });
  const type = spec.kind ?? 'volume';
  const [found] = await list(sim, 'a', 'replication_session', `resource_type=eq.${type}`);
  const id = String(found?.['id']);
  return { sim, id: isFileSystem ? String((await fileSystemsOf(sim, id))[0]) : id };
}

type Situation = (sim: Simulator, id: string) => Promise<unknown> | void;

/** How a session is brought into the states that the columns below are about. */
const situations = {
  OK: () => {},
  Synchronizing: (sim, id) => done(sim, 'a', id, 'sync'),
  System_Paused: async (sim, id) => {
    sim.faults.add({ operation: 'replication_session_sync', effect: { job: 'fails' } });
    await done(sim, 'a', id, 'sync');
    settle(sim);
  },
  Paused: async (sim, id) => {
    await done(sim, 'a', id, 'pause');
    settle(sim);
  },
  /** B was paused while the link was down, and A was not. */
  Paused_Alone: async (sim, id) => {
    sim.link.cut();
    await done(sim, 'b', id, 'pause');
    settle(sim);
    sim.link.heal();
    settle(sim);
  },
  Pausing: (sim, id) => done(sim, 'a', id, 'pause'),
  Resuming: async (sim, id) => {
    await done(sim, 'a', id, 'pause');
    settle(sim);
    await done(sim, 'a', id, 'resume');
  },
  Failing_Over: (sim, id) => done(sim, 'a', id, 'failover'),
  Failing_Over_For_DR: (sim, id) => done(sim, 'b', id, 'failover', { is_planned: false }),
  Failed_Over: async (sim, id) => {
    await done(sim, 'a', id, 'failover');
    settle(sim);
  },
  Reprotecting: async (sim, id) => {
    await done(sim, 'a', id, 'failover');
    settle(sim);
    await done(sim, 'b', id, 'reprotect');
  },
  Testing: (sim, id) => done(sim, 'b', id, 'start_failover_test'),
  Modify_Role_In_Progress: (sim, id) => done(sim, 'b', id, 'modify', { role: 'Metro_Preferred' }),
  Recovering: (sim) => {
    sim.link.cut();
    sim.link.heal();
  },
  Paused_For_NDU: (sim, id) => forceState(sim, id, 'Paused_For_NDU'),
  Paused_For_Migration: (sim, id) => forceState(sim, id, 'Paused_For_Migration'),
  Cut: (sim) => sim.link.cut(),
  Cut_Paused: async (sim, id) => {
    await done(sim, 'a', id, 'pause');
    settle(sim);
    sim.link.cut();
  },
  Cut_Failed_Over: async (sim, id) => {
    sim.link.cut();
    await done(sim, 'b', id, 'failover', { is_planned: false, force: true });
    settle(sim);
  },
  /** Both sides of a mirror have served while they did not reach each other. */
  Split: async (sim, id) => {
    sim.link.cut();
    await done(sim, 'b', id, 'promote');
    sim.link.heal();
    settle(sim);
  },
} satisfies Record<string, Situation>;

type SituationName = keyof typeof situations;

interface Expectation {
  site: Site;
  action: string;
  body: unknown;
  /** Status, or `4xx` where two things are wrong, and no document says which of them is told. `----`: nobody says. */
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

/** What else is possible while a test runs. */
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

/** Of blocks, neither a mirror on one side nor one on two fails over: the sides of metro are promoted and demoted. */
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

const synchronousNas = `
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
  ['synchronous volume', [mirror, noSync, noFailover, noMetro, noAutomaticFailover]],
  ['synchronous volume_group', [mirror, noSync, noFailover, noMetro, noAutomaticFailover]],
  ['synchronous nas_server', [mirror, noSync, noMetro, synchronousNas]],
  ['metro volume', [mirror, metro, noFailover, noAutomaticFailover]],
  ['metro volume_group', [mirror, metro, noFailover, noAutomaticFailover]],
  ['metro volume with witness', [mirror, metro, noFailover, noAutomaticFailover]],
];

describe('what is possible, on which side, and when', () => {
  const cases = tables.flatMap(([kind, texts]) => {
    const rows = texts.flatMap(read);
    const columns = [...new Set(rows.flatMap(({ expected }) => [...expected.keys()]))];
    return columns.map((situation) => ({ kind, situation, rows: rows.filter((row) => row.expected.has(situation)) }));
  });

  it.each(cases)('$kind, $situation', async ({ kind, situation, rows }) => {
    const { sim, id } = await start(kind);
    await using _ = sim;
    await situations[situation](sim, id);
    const before = sim.snapshot();
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

interface Course {
  kinds: KindName[];
  situation: SituationName;
  site: Site;
  action: string;
  body?: unknown;
  /** What each array shows from the answer on. */
  a: string;
  b?: string;
  /** Roles in the end. */
  roles: string;
  fails?: true;
}

const asynchronousKinds: KindName[] = ['volume', 'volume_group', 'replication_group', 'nas_server', 'file_system'];
const testKinds: KindName[] = ['volume', 'volume_group', 'replication_group'];
const synchronousBlocks: KindName[] = ['synchronous volume', 'synchronous volume_group'];
const metroKinds: KindName[] = ['metro volume', 'metro volume_group', 'metro volume with witness'];
const as = 'Source / Destination';
const swapped = 'Destination / Source';

/** Where an action leads, on both arrays; B shows the same as A where it does not say otherwise. */
const courses: Course[] = [
  { kinds: asynchronousKinds, situation: 'OK', site: 'a', action: 'sync', a: 'Synchronizing → OK', roles: as },
  {
    kinds: asynchronousKinds,
    situation: 'System_Paused',
    site: 'a',
    action: 'sync',
    a: 'Synchronizing → OK',
    roles: as,
  },
  {
    kinds: asynchronousKinds,
    situation: 'OK',
    site: 'a',
    action: 'sync',
    fails: true,
    a: 'Synchronizing → System_Paused',
    roles: as,
  },
  ...(['a', 'b'] as const).flatMap((site): Course[] => [
    {
      kinds: [...asynchronousKinds, ...synchronousBlocks, 'synchronous nas_server'],
      situation: 'OK',
      site,
      action: 'pause',
      a: 'Pausing → Paused',
      roles: as,
    },
    { kinds: asynchronousKinds, situation: 'Synchronizing', site, action: 'pause', a: 'Pausing → Paused', roles: as },
    { kinds: asynchronousKinds, situation: 'System_Paused', site, action: 'pause', a: 'Pausing → Paused', roles: as },
    { kinds: asynchronousKinds, situation: 'Paused', site, action: 'resume', a: 'Resuming → OK', roles: as },
    {
      kinds: [...synchronousBlocks, 'synchronous nas_server'],
      situation: 'Paused',
      site,
      action: 'resume',
      a: 'Resuming → Switching_To_Synchronous → OK',
      roles: as,
    },
    {
      kinds: metroKinds,
      situation: 'OK',
      site,
      action: 'pause',
      a: 'Pausing → Paused',
      roles: 'Metro_Preferred / Metro_Non_Preferred',
    },
    {
      kinds: metroKinds,
      situation: 'Paused',
      site,
      action: 'resume',
      a: 'Resuming → Switching_To_Metro_Sync → OK',
      roles: 'Metro_Preferred / Metro_Non_Preferred',
    },
    {
      kinds: metroKinds,
      situation: 'Split',
      site,
      action: 'pause',
      a: 'Pausing → Paused',
      roles: 'Metro_Preferred / Metro_Non_Preferred',
    },
    {
      kinds: metroKinds,
      situation: 'Cut',
      site,
      action: 'promote',
      a: 'Fractured',
      roles: 'Metro_Preferred / Metro_Non_Preferred',
    },
    {
      kinds: metroKinds,
      situation: 'Paused',
      site,
      action: 'demote',
      a: 'Paused',
      roles: 'Metro_Preferred / Metro_Non_Preferred',
    },
  ]),
  {
    kinds: asynchronousKinds,
    situation: 'Cut',
    site: 'b',
    action: 'pause',
    a: 'System_Paused',
    b: 'Pausing → Paused',
    roles: as,
  },
  {
    kinds: asynchronousKinds,
    situation: 'Cut',
    site: 'a',
    action: 'pause',
    a: 'Pausing → Paused',
    b: 'System_Paused',
    roles: as,
  },
  {
    kinds: metroKinds,
    situation: 'Cut',
    site: 'b',
    action: 'pause',
    a: 'Fractured',
    b: 'Pausing → Paused',
    roles: 'Metro_Preferred / Metro_Non_Preferred',
  },
  { kinds: asynchronousKinds, situation: 'Paused_Alone', site: 'a', action: 'pause', a: 'Pausing → Paused', roles: as },
  { kinds: asynchronousKinds, situation: 'Paused_Alone', site: 'b', action: 'pause', a: 'Pausing → Paused', roles: as },
  {
    kinds: asynchronousKinds,
    situation: 'OK',
    site: 'a',
    action: 'failover',
    a: 'Failing_Over → Failed_Over',
    roles: swapped,
  },
  {
    kinds: asynchronousKinds,
    situation: 'Synchronizing',
    site: 'a',
    action: 'failover',
    body: { is_planned: true, force: true, use_test_copy: true },
    a: 'Failing_Over → Failed_Over',
    roles: swapped,
  },
  {
    kinds: asynchronousKinds,
    situation: 'OK',
    site: 'a',
    action: 'failover',
    body: { reverse: true },
    a: 'Failing_Over → Reprotecting → OK',
    roles: swapped,
  },
  {
    kinds: asynchronousKinds,
    situation: 'OK',
    site: 'a',
    action: 'failover',
    fails: true,
    a: 'Failing_Over → System_Paused',
    roles: as,
  },
  {
    kinds: asynchronousKinds,
    situation: 'OK',
    site: 'b',
    action: 'failover',
    body: { is_planned: false },
    a: 'Failing_Over_For_DR → Failed_Over',
    roles: swapped,
  },
  {
    kinds: asynchronousKinds,
    situation: 'Failing_Over',
    site: 'b',
    action: 'failover',
    body: { is_planned: false },
    a: 'Failing_Over_For_DR → Failed_Over',
    roles: swapped,
  },
  {
    kinds: asynchronousKinds,
    situation: 'Paused',
    site: 'b',
    action: 'failover',
    body: { is_planned: false },
    a: 'Failing_Over_For_DR → Failed_Over',
    roles: swapped,
  },
  {
    kinds: asynchronousKinds,
    situation: 'Cut',
    site: 'b',
    action: 'failover',
    body: { is_planned: false },
    a: 'System_Paused',
    b: 'Failing_Over_For_DR → Failed_Over',
    roles: 'Source / Source',
  },
  {
    kinds: asynchronousKinds,
    situation: 'Failed_Over',
    site: 'a',
    action: 'failover',
    body: { is_planned: false, force: true },
    a: 'Failing_Over_For_DR → Failed_Over',
    roles: as,
  },
  {
    kinds: testKinds,
    situation: 'Testing',
    site: 'b',
    action: 'failover',
    body: { is_planned: false, use_test_copy: true },
    a: 'Failing_Over_For_DR → Failed_Over',
    roles: swapped,
  },
  {
    kinds: asynchronousKinds,
    situation: 'Failed_Over',
    site: 'b',
    action: 'reprotect',
    a: 'Reprotecting → OK',
    roles: swapped,
  },
  {
    kinds: asynchronousKinds,
    situation: 'Failed_Over',
    site: 'b',
    action: 'reprotect',
    fails: true,
    a: 'Reprotecting → System_Paused',
    roles: swapped,
  },
  {
    kinds: ['nas_server'],
    situation: 'Failed_Over',
    site: 'b',
    action: 'reprotect',
    body: { discard_changes_after_failover: true },
    a: 'Reprotecting → OK',
    roles: as,
  },
  {
    kinds: ['nas_server'],
    situation: 'Failed_Over',
    site: 'b',
    action: 'reprotect',
    body: { discard_changes_after_failover: false },
    a: 'Reprotecting → OK',
    roles: swapped,
  },
  {
    kinds: ['synchronous nas_server'],
    situation: 'OK',
    site: 'a',
    action: 'failover',
    a: 'Failing_Over → Failed_Over',
    roles: swapped,
  },
  {
    kinds: ['synchronous nas_server'],
    situation: 'OK',
    site: 'b',
    action: 'failover',
    body: { is_planned: false },
    a: 'Failing_Over_For_DR → Failed_Over',
    roles: swapped,
  },
  {
    kinds: ['synchronous nas_server'],
    situation: 'Paused',
    site: 'b',
    action: 'failover',
    body: { is_planned: false, force: true },
    a: 'Failing_Over_For_DR → Failed_Over',
    roles: swapped,
  },
  {
    kinds: ['synchronous nas_server'],
    situation: 'Failed_Over',
    site: 'b',
    action: 'reprotect',
    a: 'Reprotecting → OK',
    roles: swapped,
  },
  {
    kinds: metroKinds,
    situation: 'OK',
    site: 'b',
    action: 'modify',
    body: { role: 'Metro_Preferred' },
    a: 'Modify_Role_In_Progress → OK',
    roles: 'Metro_Non_Preferred / Metro_Preferred',
  },
  {
    kinds: testKinds,
    situation: 'Synchronizing',
    site: 'b',
    action: 'start_failover_test',
    a: 'Synchronizing → OK',
    roles: as,
  },
  { kinds: testKinds, situation: 'Paused', site: 'b', action: 'start_failover_test', body: {}, a: 'Paused', roles: as },
];

describe('where it leads', () => {
  const cases = courses.flatMap(({ kinds: some, ...course }) => some.map((kind) => ({ kind, ...course })));

  it.each(cases)('$kind, $situation: $site $action $body → $a', async (course) => {
    const { kind, situation, site, action, body, a, b = a, fails } = course;
    const { sim, id } = await start(kind);
    await using _ = sim;
    await situations[situation](sim, id);
    if (fails) sim.faults.add({ array: site, session: id, effect: { job: 'fails' } });
    expect((await act(sim, site, id, action, body)).status).toBe(204);
    expect(await trace(sim, id)).toEqual({ a, b });
    expect(await roles(sim, id)).toBe(course.roles);
  });

  it.each([
    ['Synchronizing', 'Resuming → Synchronizing → OK'],
    ['System_Paused', 'Resuming → Synchronizing → OK'],
    ['OK', 'Resuming → OK'],
  ] as const)('a session paused while it was %s is resumed', async (situation, course) => {
    for (const kind of asynchronousKinds) {
      const { sim, id } = await start(kind);
      await using _ = sim;
      await situations[situation](sim, id);
      await done(sim, 'b', id, 'pause');
      settle(sim);
      expect(await states(sim, id)).toBe('Paused / Paused');
      await done(sim, 'b', id, 'resume');
      expect(await trace(sim, id)).toEqual({ a: course, b: course });
    }
  });

  it('goes on where a synchronization failed on resuming', async () => {
    const { sim, id } = await start('volume');
    await using _ = sim;
    await situations.Synchronizing(sim, id);
    await done(sim, 'a', id, 'pause');
    settle(sim);
    sim.faults.add({ operation: 'replication_session_resume', effect: { job: 'fails', text: 'no space left' } });
    await done(sim, 'a', id, 'resume');
    settle(sim);
    expect(await states(sim, id)).toBe('System_Paused / System_Paused');
    await done(sim, 'a', id, 'sync');
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  });
});

describe('what an action leaves behind', () => {
  it('tells that a session has failed over already by its own code, whichever side is asked, unless that is forced', async () => {
    const { sim, id } = await start('volume');
    await using _ = sim;
    await situations.Failed_Over(sim, id);
    for (const site of ['a', 'b'] as const) {
      for (const body of [undefined, {}, { is_planned: false }, { is_planned: true, reverse: true }]) {
        const answer = await act(sim, site, id, 'failover', body);
        expect([answer.status, refusal(answer).code]).toEqual([422, '0xE0201005000C']);
      }
    }
    expect((await act(sim, 'a', id, 'failover', { is_planned: false, force: true })).status).toBe(204);
  });

  it('shows a failover test on the destination only, from its start to its end', async () => {
    const { sim, id } = await start('volume');
    await using _ = sim;
    const shown = async () => {
      const { a, b } = await session(sim, id);
      return [a?.['failover_test_in_progress'], b?.['failover_test_in_progress']];
    };
    expect(await shown()).toEqual([false, false]);
    await done(sim, 'b', id, 'start_failover_test');
    expect(await shown()).toEqual([false, true]);
    settle(sim);
    expect(await shown()).toEqual([false, true]);
    await done(sim, 'a', id, 'sync');
    settle(sim);
    expect(await shown()).toEqual([false, true]);
    await done(sim, 'b', id, 'stop_failover_test');
    expect(await shown()).toEqual([false, false]);
  });

  it('ends a failover test with the failover that takes its copy', async () => {
    const { sim, id } = await start('volume_group');
    await using _ = sim;
    await done(sim, 'b', id, 'start_failover_test');
    await done(sim, 'b', id, 'failover', { is_planned: false, use_test_copy: true });
    settle(sim);
    const { a, b } = await session(sim, id);
    expect([a?.['failover_test_in_progress'], b?.['failover_test_in_progress']]).toEqual([false, false]);
  });

  it.each(['volume', 'volume_group'] as const)(
    'keeps what a test of a %s wrote as a snapshot that goes by itself',
    async (kind) => {
      const { sim, id } = await start(kind);
      await using _ = sim;
      const own = String((await session(sim, id)).b?.['local_resource_id']);
      await done(sim, 'b', id, 'start_failover_test');
      const answer = await act(sim, 'b', id, 'stop_failover_test', { create_end_of_test_snapshot: true });
      expect([answer.status, Object.keys(answer.json as object)]).toEqual([200, ['snapshot_id']]);
      const { snapshot_id: snapshot } = answer.json as { snapshot_id: string };
      const snapshots = () => list(sim, 'b', kind, 'name=ilike.failover_test*');
      expect(await snapshots()).toEqual([
        expect.objectContaining({
          id: snapshot,
          name: expect.stringMatching(/^failover_test_STOPPED_/),
          protection_policy_id: null,
        }),
      ]);
      expect(await list(sim, 'a', kind, 'name=ilike.failover_test*')).toEqual([]);

      // It is a snapshot to test with and to fail over to, of this side and of no other.
      expect((await act(sim, 'b', id, 'start_failover_test', { snapshot_id: own })).status).toBe(422);
      expect((await act(sim, 'b', id, 'start_failover_test', { snapshot_id: snapshot })).status).toBe(204);
      expect((await act(sim, 'b', id, 'failover', { is_planned: false, failover_snapshot_id: snapshot })).status).toBe(
        422,
      );
      const both = { is_planned: false, use_test_copy: true, failover_snapshot_id: snapshot };
      expect((await act(sim, 'b', id, 'failover', both)).status).toBe(422);
      await done(sim, 'b', id, 'stop_failover_test', { create_end_of_test_snapshot: false });
      await done(sim, 'b', id, 'failover', { is_planned: false, failover_snapshot_id: snapshot });
      settle(sim);
      expect(await states(sim, id)).toBe('Failed_Over / Failed_Over');
      expect(
        (await act(sim, 'a', id, 'failover', { is_planned: false, force: true, failover_snapshot_id: snapshot }))
          .status,
      ).toBe(422);

      sim.clock.advance(400 * 24 * 60 * 60 * 1000);
      expect(await snapshots()).toEqual([]);
    },
  );

  it.each(['metro volume', 'metro volume_group'] as const)(
    'takes a snapshot for three days before it promotes a side of a %s',
    async (kind) => {
      const { sim, id } = await start(kind);
      await using _ = sim;
      sim.link.cut();
      const resource = kind === 'metro volume' ? 'volume' : 'volume_group';
      const snapshots = async () => (await list(sim, 'b', resource, 'type=eq.Snapshot')).length;
      expect(await snapshots()).toBe(0);
      await done(sim, 'b', id, 'promote');
      expect(await snapshots()).toBe(1);
      expect(await list(sim, 'a', resource, 'type=eq.Snapshot')).toEqual([]);
      const threeDays = 3 * 24 * 60 * 60 * 1000;
      sim.clock.advance(threeDays - 1);
      expect(await snapshots()).toBe(1);
      sim.clock.advance(1);
      expect(await snapshots()).toBe(0);
      await done(sim, 'a', id, 'demote');
      expect(await list(sim, 'a', resource, 'type=eq.Snapshot')).toEqual([]);
    },
  );

  it('promotes and demotes the side that is asked, and nothing but what it says to hosts', async () => {
    const { sim, id } = await start('metro volume');
    await using _ = sim;
    await situations.Paused(sim, id);
    const said = async () => {
      const { a, b } = await session(sim, id);
      const access = async (site: Site) =>
        (await list(sim, site, 'volume', 'name=eq.one&type=eq.Primary'))[0]?.['is_host_access_available'];
      return [a?.['local_resource_state'], await access('a'), b?.['local_resource_state'], await access('b')];
    };
    expect(await said()).toEqual(['System_Defined', true, 'System_Defined', false]);
    await done(sim, 'a', id, 'demote');
    expect(await said()).toEqual(['Demoted', false, 'System_Defined', false]);
    await done(sim, 'b', id, 'promote');
    expect(await said()).toEqual(['Demoted', false, 'Promoted', true]);
    expect(await states(sim, id)).toBe('Paused / Paused');
    await done(sim, 'b', id, 'resume');
    settle(sim);
    expect(await said()).toEqual(['System_Defined', true, 'System_Defined', true]);
  });

  it('lets hosts write where the source is, and nowhere else', async () => {
    for (const [kind, resource] of [
      ['volume', 'volume'],
      ['volume_group', 'volume_group'],
    ] as const) {
      const { sim, id } = await start(kind);
      await using _ = sim;
      const written = async () => {
        const rows = [
          ...(await list(sim, 'a', resource, 'name=eq.one')),
          ...(await list(sim, 'b', resource, 'name=eq.one')),
        ];
        return rows.map((row) => [row?.['is_replication_destination'], row?.['is_host_access_available']]);
      };
      const [source, destination] = [
        [false, true],
        [true, false],
      ];
      expect(await written()).toEqual([source, destination]);
      await situations.Failed_Over(sim, id);
      expect(await written()).toEqual([destination, source]);
      await done(sim, 'b', id, 'reprotect');
      settle(sim);
      expect(await written()).toEqual([destination, source]);
    }
  });

  it('switches automatic failover on for the whole session', async () => {
    const { sim, id } = await start('synchronous nas_server');
    await using _ = sim;
    const shown = async () => {
      const { a, b } = await session(sim, id);
      return [a?.['auto_failover_state'], b?.['auto_failover_state']];
    };
    expect(await shown()).not.toContain('Enabled_For_Witness_Interaction');
    expect((await act(sim, 'b', id, 'modify', { auto_failover_state: 'Enabled_For_Witness_Interaction' })).status).toBe(
      204,
    );
    expect(await shown()).toEqual(['Enabled_For_Witness_Interaction', 'Enabled_For_Witness_Interaction']);
  });

  it('knows no session by an id there is none of, on either side', async () => {
    const { sim } = await start('volume');
    await using _ = sim;
    const before = worldOf(sim);
    for (const site of ['a', 'b'] as const) {
      for (const action of [
        'sync',
        'pause',
        'resume',
        'failover',
        'reprotect',
        'promote',
        'demote',
        'start_failover_test',
        'stop_failover_test',
      ]) {
        const answer = await act(sim, site, '00000000-0000-4000-8000-000000000000', action);
        expect([answer.status, refusal(answer).code]).toEqual([404, '0xE04040020009']);
      }
      expect((await act(sim, site, 'name:one', 'pause')).status).toBe(404);
    }
    expect(worldOf(sim)).toBe(before);
  });

  it.each([
    ['4.4', [422, 204]],
    ['4.0', [204, 422]],
    ['1.0', [204, 422]],
  ] as const)('%s: without and with force, where the destination is behind: %s', async (version, statuses) => {
    await using sim = await createSimulator({ clock: 'manual', fast: true, version, sessions: [{ name: 'one' }] });
    const [row] = await list(sim, 'b', 'replication_session');
    const id = String(row?.['id']);
    sim.link.cut();
    expect((await act(sim, 'b', id, 'failover', { is_planned: false, reverse: true })).status).toBe(400);
    sim.clock.advance(6 * 60_000);
    const without = await act(sim, 'b', id, 'failover', { is_planned: false });
    const forced = await act(sim, 'b', id, 'failover', { is_planned: false, force: true });
    expect([without.status, forced.status]).toEqual(statuses);
    settle(sim);
    expect(await states(sim, id)).toBe('System_Paused / Failed_Over');
  });
});

async function nas(type: 'Asynchronous' | 'Synchronous' = 'Asynchronous', parts = 3) {
  const spec = { name: 'one', kind: 'nas_server', type, parts, rpo: 'One_Hour' } as const;
  const sim = await createSimulator({ clock: 'manual', fast: true, sessions: [spec] });
  const [row] = await list(sim, 'a', 'replication_session', 'resource_type=eq.nas_server');
  const id = String(row?.['id']);
  return { sim, id, files: await fileSystemsOf(sim, id) };
}

describe('a NAS server and its file systems', () => {
  it.each([
    ['Asynchronous', 3, 'pause', 'a', 'Paused'],
    ['Asynchronous', 2, 'failover', 'a', 'Failed_Over'],
    ['Synchronous', 2, 'pause', 'b', 'Paused'],
    ['Synchronous', 3, 'failover', 'a', 'Failed_Over'],
  ] as const)('%s, %i file systems: %s takes them along', async (type, parts, action, site, end) => {
    const { sim, id, files } = await nas(type, parts);
    await using _ = sim;
    expect(files).toHaveLength(parts);
    await done(sim, site, id, action);
    const under = await states(sim, id);
    for (const file of files) expect(await states(sim, file)).toBe(under);
    settle(sim);
    for (const each of [id, ...files]) {
      expect(await states(sim, each)).toBe(`${end} / ${end}`);
      expect(await roles(sim, each)).toBe(end === 'Failed_Over' ? swapped : as);
    }
  });

  it('says in part where its file systems differ, and all of it where they agree again', async () => {
    const { sim, id, files } = await nas();
    await using _ = sim;
    const [first = '', second = '', third = ''] = files;
    await done(sim, 'a', first, 'pause');
    settle(sim);
    expect(await states(sim, id)).toBe('Partial_Paused / Partial_Paused');
    expect(await states(sim, second)).toBe('OK / OK');
    await done(sim, 'b', second, 'pause');
    await done(sim, 'b', third, 'pause');
    settle(sim);
    expect(await states(sim, id)).toBe('Paused / Paused');
    for (const file of files) await done(sim, 'a', file, 'resume');
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
    await done(sim, 'a', third, 'failover');
    settle(sim);
    expect(await states(sim, id)).toBe('Partial_Failed_Over / Partial_Failed_Over');
    await done(sim, 'b', third, 'reprotect');
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  });

  it.each([
    ['pause', 'a', undefined, 'OK', 'Partial_Paused', 'Paused'],
    ['failover', 'a', undefined, 'OK', 'Partial_Failed_Over', 'Failed_Over'],
    ['sync', 'a', undefined, 'OK', 'Partial_OK', 'OK'],
    ['reprotect', 'b', undefined, 'Failed_Over', 'Partial_Reprotected', 'OK'],
    ['reprotect', 'b', { discard_changes_after_failover: true }, 'Failed_Over', 'Partial_Failed_Back', 'OK'],
  ] as const)(
    'leaves one of them behind where %s fails on the way',
    async (action, site, body, from, partial, rest) => {
      const { sim, id, files } = await nas();
      await using _ = sim;
      await situations[from](sim, id);
      sim.faults.add({ session: id, effect: { job: 'fails', text: 'one is busy' } });
      const { json } = await act(sim, site, id, action, body, { search: '?is_async=true' });
      settle(sim);
      expect(await states(sim, id)).toBe(`${partial} / ${partial}`);
      const ended = await Promise.all(files.map((file) => states(sim, file)));
      expect(ended.filter((shown) => shown === `${rest} / ${rest}`)).toHaveLength(files.length - 1);
      const [job] = await list(sim, site, 'job', `id=eq.${(json as { id: string }).id}`);
      expect(job).toMatchObject({
        state: 'FAILED',
        phase: 'Failed',
        response_body: { messages: [{ message_l10n: 'one is busy' }] },
      });
    },
  );

  it('does one thing at a time: a file system takes part in what its server does', async () => {
    const { sim, id, files } = await nas();
    await using _ = sim;
    const [file = ''] = files;
    await done(sim, 'a', id, 'sync');
    expect((await act(sim, 'a', file, 'pause')).status).toBe(422);
    expect((await act(sim, 'b', file, 'start_failover_test')).status).toBe(400);
    settle(sim);
    expect((await act(sim, 'a', file, 'pause')).status).toBe(204);
  });
});
