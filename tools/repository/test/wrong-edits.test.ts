// A wrong edit of the code does not compile: states, attributes and operations are names that the contract has.
import { expect, it } from 'vitest';
import { copyPackage } from './helpers/package-copy.ts';

interface WrongEdit {
  mistake: string;
  /** Folder below `packages/`. */
  package: string;
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

const wrongEdits: WrongEdit[] = [
  {
    mistake: 'a misspelt state',
    package: 'mock-server',
    file: `${replication}/reconcile.ts`,
    find: "'Switching_To_Synchronous'",
    replace: "'Switching_To_Synchronus'",
    word: 'Switching_To_Synchronus',
  },
  {
    mistake: 'a misspelt attribute',
    package: 'mock-server',
    file: `${replication}/session-side.ts`,
    find: 'is_host_access_available: ',
    replace: 'is_host_acess_available: ',
    word: 'is_host_acess_available',
  },
  {
    mistake: 'a misspelt attribute that changes only sometimes',
    package: 'mock-server',
    file: `${replication}/session-side.ts`,
    find: 'next_sync_timestamp: null',
    replace: 'next_sync_timestmap: null',
    word: 'next_sync_timestmap',
  },
  {
    mistake: 'a misspelt attribute of a resource',
    package: 'mock-server',
    file: `${replication}/host-access.ts`,
    find: 'is_host_access_available: available',
    replace: 'is_host_acess_available: available',
    word: 'is_host_acess_available',
  },
  {
    mistake: 'a misspelt attribute in a variable',
    package: 'mock-server',
    file: `${replication}/provisioning.ts`,
    find: 'is_host_access_available: true',
    replace: 'is_host_acess_available: true',
    word: 'is_host_acess_available',
  },
  {
    mistake: 'a method with a misspelt operation',
    package: 'client',
    file: 'src/resources/replication-sessions.ts',
    find: "readonly promote: ActionMethod<'replication_session_promote'>;",
    replace: "readonly promote: ActionMethod<'replication_session_promot'>;",
    word: 'replication_session_promot',
  },
  {
    // Both operations exist, and take the same body.
    mistake: 'a method with the operation of another one',
    package: 'client',
    file: 'src/resources/replication-sessions.ts',
    find: "readonly promote: ActionMethod<'replication_session_promote'>;",
    replace: "readonly promote: ActionMethod<'replication_session_demote'>;",
    word: 'replication_session_demote',
    reportedAt: 'export const createReplicationSessions',
  },
];

it.for(wrongEdits)('$mistake does not compile: $word', async ({ file, find, replace, word, reportedAt, ...edit }) => {
  await using copy = await copyPackage(edit.package);
  const edited = await copy.replace(file, find, replace);
  const line = reportedAt === undefined ? edited : await copy.lineOf(file, reportedAt);

  const output = await copy.compile();

  // An error goes on in lines that begin with a space.
  const errors = output.split(/^(?=\S)/m).filter((error) => error.startsWith(`${file}(${line},`));
  expect(errors, output).toContainEqual(expect.stringMatching(new RegExp(`: error TS\\d+: [^]*\\b${word}\\b`)));
});

it.for(['mock-server', 'client'])('%s compiles as it is', async (name) => {
  await using copy = await copyPackage(name);

  expect(await copy.compile()).toBe('');
});
