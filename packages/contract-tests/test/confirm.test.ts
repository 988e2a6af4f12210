// A disruptive run at a terminal asks before it begins.
import { createSimulator } from '@powerstore-api/mock-server';
import { expect, it } from 'vitest';
import { type Running, startPowerstoreContract } from './helpers/command-line.js';

/** A process that takes its pipes for a terminal. */
const atTerminal = `data:text/javascript,${encodeURIComponent(
  'for (const stream of [process.stdin, process.stderr]) stream.isTTY = true;',
)}`;

const question = 'Type yes to begin: ';
const declined = 'Could not run: The disruptive run was not confirmed, so nothing was changed. Type yes, or add --yes';

/** The writes that reach the arrays until the run ends, or until the first of them. */
async function start(answer: string | undefined, args: string[] = [], { mode = 'disruptive', terminal = true } = {}) {
  const writes: string[] = [];
  let beforeAnswer: string[] = [];
  let running: Running | undefined;
  await using sim = await createSimulator({
    release: '1.0',
    fast: true,
    sessions: [{ name: 'erp', rpo: 'One_Day' }],
    onRequest({ method, target }) {
      if (method === 'GET' || target.endsWith('/logout')) return;
      writes.push(`${method} ${target}`);
      // The rest of a run that has begun is no matter of this test.
      running?.child.kill('SIGKILL');
    },
  });
  running = startPowerstoreContract(args, {
    POWERSTORE_URL: sim.a.url,
    POWERSTORE_USERNAME: sim.a.username,
    POWERSTORE_PASSWORD: sim.a.password,
    POWERSTORE_MODE: mode,
    POWERSTORE_SESSIONS: String(sim.save().sessions[0]?.id),
    POWERSTORE_REQUESTS_PER_SECOND: '100',
    ...(terminal && { NODE_OPTIONS: `--import ${atTerminal}` }),
  });
  if (answer !== undefined) {
    await running.saidOnStderr(question);
    beforeAnswer = [...writes];
    running.child.stdin?.end(answer);
  }
  return { ...(await running.ended), writes, beforeAnswer };
}

it.each(['no\n', '\n', 'y\n', ''])('changes nothing unless the answer is yes: %j', async (answer) => {
  const { code, out, err, writes } = await start(answer);
  expect([code, out, writes], err).toEqual([2, '', []]);
  expect(err).toContain(declined);
  // The person sees the arrays and the sessions first.
  expect(err.indexOf('may change these replication sessions (1)')).toBeGreaterThan(-1);
  expect(err.indexOf('may change these replication sessions (1)')).toBeLessThan(err.indexOf(question));
});

it('begins after yes', async () => {
  const { beforeAnswer, writes } = await start('yes\n');
  expect(beforeAnswer).toEqual([]);
  expect(writes).not.toEqual([]);
});

it.each([
  ['with --yes', ['--yes'], {}],
  ['without a terminal', [], { terminal: false }],
  ['where it is not disruptive', [], { mode: 'non-disruptive' }],
])('does not ask %s', async (_title, args, how) => {
  const { err, writes } = await start(undefined, args, how);
  expect(err).not.toContain(question);
  expect(writes).not.toEqual([]);
});

it('does not ask before a dry run', async () => {
  const { code, err } = await start(undefined, ['--dry-run']);
  expect([code, err.includes(question)]).toEqual([0, false]);
});
