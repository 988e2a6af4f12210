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
];

it.for(wrongEdits)('$mistake does not compile: $word', async ({ package: name, file, find, replace, word }) => {
  await using copy = await copyPackage(name);
  const line = await copy.replace(file, find, replace);

  const output = await copy.compile();

  const errors = output.split('\n').filter((text) => text.startsWith(`${file}(${line},`));
  expect(errors, output).toContainEqual(expect.stringMatching(new RegExp(`: error TS\\d+: .*\\b${word}\\b`)));
});

it.for(['mock-server', 'client'])('%s compiles as it is', async (name) => {
  await using copy = await copyPackage(name);

  expect(await copy.compile()).toBe('');
});
