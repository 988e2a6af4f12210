import { basename } from 'node:path';
import { getLineColLocation, type NormalizedProblem } from '@redocly/openapi-core';
import { describe, expect, it } from 'vitest';
import { lintDocument } from '../src/lint.ts';
import { entryDocument } from '../src/paths.ts';
import { brokenContracts } from './broken-contracts.ts';
import { copyContract } from './contract-copy.ts';

describe('lint', () => {
  it('has nothing to say about the contract', async () => {
    expect(await lintDocument(entryDocument)).toEqual([]);
  });

  it.for(brokenContracts)('finds $mistake', async (broken) => {
    const { file = 'powerstore.yaml', after = '', find, replace, at, reportedIn } = broken;
    const copy = await copyContract();
    await copy.replace({ file, after, text: find }, replace);
    const line = await copy.lineOf(
      reportedIn === undefined ? { file, after, text: at } : { file: reportedIn, text: at },
    );

    const problems = await lintDocument(copy.entry);

    expect(problems.map(summary)).toEqual([
      {
        rule: broken.rule,
        severity: 'error',
        place: `${basename(reportedIn ?? file)}:${line}`,
        message: expect.stringContaining(broken.message),
      },
    ]);
  });

  it('stops at references that lead nowhere, for its own rules follow them', async () => {
    const copy = await copyContract();
    await copy.replace({ text: "'#/components/responses/bad_request'" }, "'#/components/responses/bad'");
    await copy.replace({ text: 'x-safety: read-only' }, 'x-safety: none');

    const problems = await lintDocument(copy.entry);

    expect(problems.map(({ ruleId }) => ruleId)).toEqual(['no-unresolved-refs']);
  });
});

function summary({ ruleId, severity, message, location }: NormalizedProblem) {
  const [place] = location;
  if (!place) throw new Error(`${ruleId} does not say where`);
  const { source, start } = getLineColLocation(place);
  return { rule: ruleId, severity, place: `${basename(source.absoluteRef)}:${start.line}`, message };
}
