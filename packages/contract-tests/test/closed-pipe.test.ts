// A reader such as `head` that closes the pipe. The tests close it before the process has written anything.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readReport } from '../src/index.js';
import { type CommandResult, startPowerstoreContract } from './helpers/command-line.js';

const withoutReader = (args: string[]): Promise<CommandResult> => {
  const { child, ended } = startPowerstoreContract(args);
  child.stdout?.destroy();
  return ended;
};

it('stops a run, which puts everything back and still writes its reports', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'powerstore-closed-pipe-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'report.json');
  const { code, err } = await withoutReader(['--fast', '--release', '1.0', '--json', file]);
  expect(code, err).toBe(2);
  expect(err.trimEnd().split('\n').at(-1)).toBe(
    'The reader of the output has gone: the run was stopped and everything was put back.',
  );
  expect(readReport(file)).toMatchObject({
    endedEarly: 'the reader of the output has gone',
    summary: { verdict: 'no-verdict' },
  });
});

it('is no error for a command that only prints', async () => {
  expect(await withoutReader(['diff', '--help'])).toMatchObject({ code: 0, err: '' });
});
