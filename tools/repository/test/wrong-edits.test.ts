// A wrong edit of the code does not compile: states, attributes and operations are names that the contract has. The compiler
// checks all wrong edits of a package at once, and has to report each of them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyPackage, type PackageCopy } from './helpers/package-copy.ts';

interface WrongEdit {
  mistake: string;
  file: string;
  /** Text that the file has once, and the text that replaces it. Neither has more than one line. */
  find: string;
  replace: string;
  /** The wrong word, which the compiler has to name. */
  word: string;
  /** Text that the file has once, in the line of the error, where that is not the edited line. */
  reportedAt?: string;
}

const replication = 'src/simulator/replication';

/** By folder below `packages/`. */
const wrongEdits: Readonly<Record<string, WrongEdit[]>> = {
  'mock-server': [
    {
      mistake: 'a misspelt state',
      file: `${replication}/reconcile.ts`,
      find: "'Switching_To_Synchronous'",
      replace: "'Switching_To_Synchronus'",
      word: 'Switching_To_Synchronus',
    },
    {
      mistake: 'a misspelt attribute',
      file: `${replication}/session-side.ts`,
      find: 'is_host_access_available: ',
      replace: 'is_host_acess_available: ',
      word: 'is_host_acess_available',
    },
    {
      mistake: 'a misspelt attribute that changes only sometimes',
      file: `${replication}/session-side.ts`,
      find: 'next_sync_timestamp: null',
      replace: 'next_sync_timestmap: null',
      word: 'next_sync_timestmap',
    },
    {
      mistake: 'a misspelt attribute of a resource',
      file: `${replication}/host-access.ts`,
      find: 'is_host_access_available: available',
      replace: 'is_host_acess_available: available',
      word: 'is_host_acess_available',
    },
    {
      mistake: 'a misspelt attribute in a variable',
      file: `${replication}/provisioning.ts`,
      find: 'is_host_access_available: true',
      replace: 'is_host_acess_available: true',
      word: 'is_host_acess_available',
    },
    {
      mistake: 'a misspelt attribute in a condition',
      file: `${replication}/actions.ts`,
      find: 'set?.auto_failover_state',
      replace: 'set?.auto_failover_stat',
      word: 'auto_failover_stat',
    },
    {
      mistake: 'a misspelt literal that is left out',
      file: 'src/simulator/start/session-spec.ts',
      find: "it !== 'Zero'",
      replace: "it !== 'Zeros'",
      word: 'Zeros',
    },
  ],
  client: [
    {
      mistake: 'a method with a misspelt operation',
      file: 'src/resources/volumes.ts',
      find: "readonly endMetro: ActionMethod<'volume_end_metro'>;",
      replace: "readonly endMetro: ActionMethod<'volume_end_metr'>;",
      word: 'volume_end_metr',
    },
    {
      // Both operations exist, and take the same body.
      mistake: 'a method with the operation of another one',
      file: 'src/resources/replication-sessions.ts',
      find: "readonly promote: ActionMethod<'replication_session_promote'>;",
      replace: "readonly promote: ActionMethod<'replication_session_demote'>;",
      word: 'replication_session_demote',
      reportedAt: 'export const createReplicationSessions',
    },
    {
      mistake: 'a misspelt state that a failover waits for',
      file: 'src/pair/failovers.ts',
      find: "{ state: 'Failed_Over', role: 'Destination' }",
      replace: "{ state: 'Faild_Over', role: 'Destination' }",
      word: 'Faild_Over',
    },
    {
      mistake: 'a misspelt state that an answer is compared with',
      file: 'src/session/next-states.ts',
      find: "state === ('Error' satisfies ReplicationState)",
      replace: "state === ('Eror' satisfies ReplicationState)",
      word: 'Eror',
    },
  ],
  'contract-tests': [
    {
      mistake: 'a misspelt attribute of an answer',
      file: 'src/checks/pair.ts',
      find: 'here.toOther.has(row.remote_system_id)',
      replace: 'here.toOther.has(row.remote_systm_id)',
      word: 'remote_systm_id',
    },
    {
      mistake: 'a misspelt literal in a filter',
      file: 'src/checks/actions.ts',
      find: "state: 'eq.Failed_Over'",
      replace: "state: 'eq.Faild_Over'",
      word: 'Faild_Over',
    },
    {
      // It would drop data of a session that the suite restores.
      mistake: 'a misspelt field of an action',
      file: 'src/replication/routes.ts',
      find: 'body?.discard_changes_after_failover',
      replace: 'body?.discard_changes_after_failovr',
      word: 'discard_changes_after_failovr',
    },
  ],
};

describe.for(Object.entries(wrongEdits))('%s', ([name, edits]) => {
  let copy: PackageCopy;
  let output: string;

  beforeAll(async () => {
    copy = await copyPackage(name);
    for (const { file, find, replace } of edits) await copy.replace(file, find, replace);
    output = await copy.compile();
  });
  afterAll(() => copy[Symbol.asyncDispose]());

  it.for(edits)('$mistake does not compile: $word', async ({ file, replace, word, reportedAt = replace }) => {
    const line = await copy.lineOf(file, reportedAt);

    // An error goes on in lines that begin with a space.
    const errors = output.split(/^(?=\S)/m).filter((error) => error.startsWith(`${file}(${line},`));
    expect(errors, output).toContainEqual(expect.stringMatching(new RegExp(`: error TS\\d+: [^]*\\b${word}\\b`)));
  });
});

it.for(Object.keys(wrongEdits))('%s compiles as it is', async (name) => {
  await using copy = await copyPackage(name);

  expect(await copy.compile()).toBe('');
});
