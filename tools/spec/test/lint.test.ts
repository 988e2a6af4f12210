import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { getLineColLocation, type NormalizedProblem } from '@redocly/openapi-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { lintDocument } from '../src/lint.ts';
import { entryDocument } from '../src/contract/paths.ts';
import { type BrokenContract, brokenContracts } from './helpers/broken-contracts/index.ts';
import { type ContractCopy, copyContract, indexOf } from './helpers/contract-copy.ts';

describe('lint', () => {
  describe.for(sharing(brokenContracts))('of broken contract %$', (mistakes) => {
    let copy: ContractCopy;
    let problems: Problem[];

    beforeAll(async () => {
      copy = await copyContract();
      for (const { file, after, find, replace } of mistakes) await copy.replace({ file, after, text: find }, replace);
      problems = (await lintDocument(copy.entry)).map(summary);
      return () => copy[Symbol.asyncDispose]();
    });

    const complaint = async ({ file, after, at, rule, reportedIn, message }: BrokenContract): Promise<Problem> => {
      const line = await copy.lineOf(
        reportedIn === undefined ? { file, after, text: at } : { file: reportedIn, text: at },
      );
      return {
        rule,
        severity: 'error',
        place: `${basename(reportedIn ?? file ?? 'powerstore.yaml')}:${line}`,
        message,
      };
    };

    it.for(mistakes)('finds $mistake', async (mistake) => {
      const expected = await complaint(mistake);
      expect(problems.filter((problem) => isIt(problem, expected))).toEqual([
        { ...expected, message: expect.stringContaining(expected.message) },
      ]);
    });

    it('finds nothing else', async () => {
      const expected = await Promise.all(mistakes.map(complaint));
      expect(problems.filter((problem) => !expected.some((one) => isIt(problem, one)))).toEqual([]);
      expect(problems).toHaveLength(mistakes.length);
    });
  });

  it('stops at references that lead nowhere, for its own rules follow them', async () => {
    await using copy = await copyContract();
    await copy.replace({ text: "'#/components/responses/bad_request'" }, "'#/components/responses/bad'");
    await copy.replace({ text: 'x-safety: read-only' }, 'x-safety: none');

    const problems = await lintDocument(copy.entry);

    expect(problems.map(({ ruleId }) => ruleId)).toEqual(['no-unresolved-refs']);
  });
});

interface Problem {
  rule: string;
  severity: string;
  place: string;
  message: string;
}

function summary({ ruleId, severity, message, location }: NormalizedProblem): Problem {
  const [place] = location;
  if (!place) throw new Error(`${ruleId} does not say where`);
  const { source, start } = getLineColLocation(place);
  return { rule: ruleId, severity, place: `${basename(source.absoluteRef)}:${start.line}`, message };
}

/** Whether a problem has this rule, this place, and this text in its message. */
const isIt = (problem: Problem, { rule, place, message }: Problem): boolean =>
  problem.rule === rule && problem.place === place && problem.message.includes(message);

/** Groups the mistakes that one contract can have together, which saves runs of lint. */
function sharing(mistakes: readonly BrokenContract[]): BrokenContract[][] {
  const contracts: Change[][] = [];
  for (const mistake of mistakes) {
    const change = changeOf(mistake);
    const contract = contracts.find((others) => others.every((other) => canShare(change, other)));
    if (contract) contract.push(change);
    else contracts.push([change]);
  }
  return contracts.map((changes) => changes.map(({ mistake }) => mistake));
}

/** The text that a mistake replaces. */
interface Change {
  mistake: BrokenContract;
  path: string;
  from: number;
  to: number;
}

function changeOf(mistake: BrokenContract): Change {
  const { file = 'powerstore.yaml', after, find: text } = mistake;
  const path = join(dirname(entryDocument), file);
  const from = indexOf(readFileSync(path, 'utf8'), { file, after, text });
  return { mistake, path, from, to: from + text.length };
}

/** They change different texts, and neither keeps the other from being found. */
const canShare = (one: Change, other: Change): boolean =>
  (one.path !== other.path || one.to <= other.from || other.to <= one.from) &&
  !one.mistake.hides?.test(other.mistake.rule) &&
  !other.mistake.hides?.test(one.mistake.rule);
