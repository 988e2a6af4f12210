import { createRequire } from 'node:module';
import { InputError } from '@powerstore-api/types';
import pc from 'picocolors';
import { readApiDocument } from '../drift/api-document.js';
import { compareDocuments, type DocumentComparison } from '../drift/compare.js';
import { describeObserved, proposalsHint } from '../drift/observed.js';
import { describePlace } from '../drift/source-location.js';
import { type Proposal, renderProposals } from '../drift/proposals.js';
import { proposalsOf } from '../drift/proposals-of-report.js';
import type { ApiDocument } from '../drift/openapi.js';
import { readReport } from '../report/read-report.js';
import { many } from '../report/render/view.js';
import { tlsFrom } from '../settings/array-target.js';
import { addTrustOptions, settingsFrom } from '../settings/options.js';
import type { Settings } from '../settings/settings.js';
import type { AddCommand } from './command.js';
import { writeOutput } from '../report/output-file.js';

interface DriftOptions {
  report?: string;
  document?: string;
  proposals?: string;
  all?: true;
}

export const addDriftCommand: AddCommand = (program, { print }, runCommand) => {
  const drift = program
    .command('drift')
    .description('list what an array has and the contract does not know: from a report, or from its own API document')
    .option('--report <file>', 'report of a run, written with --json')
    .option('--document <file-or-url>', 'API document: Swagger 2.0 or OpenAPI 3, JSON or YAML')
    .option('--proposals <file>', 'write YAML to paste into the contract; - prints it')
    .option('--all', 'also list operations of the document that the contract does not have')
    .addHelpText('after', '\nExit codes: 0 no differences, 1 differences, 2 could not compare.');
  addTrustOptions(drift).action(
    runCommand(async ({ report, document, proposals, all }: DriftOptions) => {
      if ((report === undefined) === (document === undefined))
        throw new InputError('Name either --report or --document.');
      const found =
        report === undefined
          ? await fromDocument(String(document), settingsFrom(drift), all)
          : fromReport(report, proposals === undefined);
      for (const line of found.lines) print(line);
      if (proposals !== undefined) {
        const text = renderProposals(found.proposals);
        if (proposals === '-') print(text);
        else await writeOutput(proposals, text);
      }
      return found.count > 0 ? 1 : 0;
    }),
  );
};

interface Found {
  lines: string[];
  count: number;
  proposals: Proposal[];
}

function fromReport(file: string, isHinting: boolean): Found {
  const report = readReport(file);
  const lines = describeObserved(report.findings);
  if (lines.length > 0 && isHinting) lines.push('', pc.dim(`  ${proposalsHint}`));
  return { lines: lines.length > 0 ? lines : ['No drift.'], count: lines.length, proposals: proposalsOf(report) };
}

async function fromDocument(from: string, { arrays }: Settings, all: true | undefined): Promise<Found> {
  const ours = createRequire(import.meta.url)('@powerstore-api/types/contract.json') as ApiDocument;
  const { document, isSwagger } = await readApiDocument(from, tlsFrom(arrays?.a ?? {}, 'a'));
  const comparison = compare(ours, document, from);
  return {
    lines: describeComparison(comparison, isSwagger, all),
    count: comparison.differences.length,
    proposals: comparison.differences.flatMap(({ message, proposals = [] }) =>
      proposals.map((proposal) => ({ ...proposal, why: message })),
    ),
  };
}

/** A document may be malformed in any place. */
function compare(ours: ApiDocument, theirs: ApiDocument, from: string): DocumentComparison {
  try {
    return compareDocuments(ours, theirs);
  } catch (error) {
    throw new InputError(`${from} cannot be compared: ${(error as Error).message}. Is it a valid API document?`, {
      cause: error,
    });
  }
}

function describeComparison(
  { differences, otherOperations, notCompared }: DocumentComparison,
  isSwagger: boolean,
  all: true | undefined,
): string[] {
  const others =
    otherOperations.length === 0
      ? ''
      : ` The contract does not cover ${many(otherOperations.length, 'operation')} of the document${all ? '' : ', which --all lists'}.`;
  return [
    ...differences.flatMap(({ message, ours, theirs, times }) => [
      `${message}${times > 1 ? pc.dim(` (${times} times)`) : ''}`,
      pc.dim(`  ours    ${describePlace(ours)}`),
      pc.dim(`  theirs  #/${isSwagger ? asSwagger(theirs) : theirs}`),
    ]),
    ...(differences.length > 0 ? [''] : []),
    ...(all ? otherOperations.map((name) => `not in the contract: ${name}`) : []),
    ...notCompared.map((it) => pc.dim(`The document says nothing about ${it}, so they are not compared.`)),
    `${many(differences.length, 'difference')}.${others}`,
  ];
}

/** A place of the upgraded document in the document before the upgrade. */
const asSwagger = (pointer: string): string =>
  pointer
    .replace(/^components\/schemas\//, 'definitions/')
    .replace(/^components\//, '')
    .replace(/\/content\/[^/]+\/schema/, '/schema')
    .replace(/(\/parameters\/\d+)\/schema$/, '$1');
