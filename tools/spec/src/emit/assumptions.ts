import { join } from '@sagold/json-pointer';
import { type Assumption, assumptionsOf } from '../contract/assumptions.ts';
import type { Document } from '../contract/document.ts';
import { table } from './docs.ts';
import { literal, module } from './module.ts';

/** Every fact whose source is `assumed`, on one page, for people with an array to confirm or refute. */
export function emitAssumptionDocs(document: Document): string {
  const all = [...assumptionsOf(document)];
  const decisions = Object.entries(document['x-decisions']).map(([name, decision]) => ({
    ...decision,
    name,
    decided: all.filter((it) => it.decision === name),
  }));
  const [byChecks, byNone] = [decisions.filter(({ checks }) => checks), decisions.filter(({ checks }) => !checks)];
  const count = (some: typeof decisions): number => some.reduce((sum, { decided }) => sum + decided.length, 0);
  return [
    '# Assumptions',
    '',
    'Generated from `spec/` by `npm run generate`. Do not edit this page; change the contract.',
    '',
    `These ${all.length} statements of the contract are our reading; no public source confirms them. If you have an array, you can confirm`,
    'or refute them: a run of `powerstore-contract` says of each what your array does, and `powerstore-contract contribute` writes a file',
    'to attach to an issue. It names no array.',
    '',
    `Checks of the suite can decide ${count(byChecks)} of them, and none can decide ${count(byNone)}.`,
    '',
    '## Decided by checks',
    '',
    ...byChecks.flatMap(({ name, how = '', checks = [], decided }) => [
      `### ${name}`,
      '',
      `${how} Checks: ${checks.map((it) => `\`${it}\``).join(', ')}.`,
      '',
      rows(document, decided),
      '',
    ]),
    '## Decided by no check',
    '',
    ...byNone.flatMap(({ name, because = '', decided }) => [
      `### ${name}`,
      '',
      because,
      '',
      rows(document, decided),
      '',
    ]),
  ].join('\n');
}

/** The assumptions as tables, for the suite. */
export function emitAssumptions(document: Document): string {
  const entries = [...assumptionsOf(document)].map(({ name, path, part, decision, sources, operation, row }) => [
    name,
    {
      place: join([...path]).slice(1),
      where: readable(document, path),
      part,
      decision,
      sources,
      ...(operation !== undefined && { operation }),
      ...(row !== undefined && { row }),
    },
  ]);
  return module(
    "import type { AssumptionInfo, DecisionInfo } from '../tables.js';",
    `/** The facts of the contract that nobody has confirmed, by their names. */\nexport const assumptions: Readonly<Record<string, AssumptionInfo>> = ${literal(Object.fromEntries(entries))};`,
    `/** How a run of the contract suite decides an {@link assumptions | assumption}. */\nexport const decisions: Readonly<Record<string, DecisionInfo>> = ${literal(document['x-decisions'])};`,
  );
}

const rows = (document: Document, some: readonly Assumption[]): string =>
  table(
    ['Name', 'Where', 'Assumed part'],
    some.map(({ name, path, part }) => [`\`${name.replaceAll('|', '\\|')}\``, readable(document, path), part]),
  );

/** `/replication_session/{id}/sync post x-lifecycle 0` → `POST /replication_session/{id}/sync`, row 1 of the state table. */
function readable(document: Document, path: string[]): string {
  const [root, ...rest] = path;
  if (root === 'paths') {
    const [route = '', method = '', , row] = rest;
    const place = `\`${method.toUpperCase()} ${route}\``;
    return row === undefined ? place : `${place}, row ${Number(row) + 1} of the state table`;
  }
  const [kind = '', name = '', , attribute] = rest;
  if (root === 'x-simulated') return `the simulator, ${kind}: “${document['x-simulated'][kind]?.[Number(name)]?.what}”`;
  if (root === 'x-errors') return `the error \`${kind}\``;
  if (root === 'x-conditions') return `condition on writes: \`${kind}\``;
  return attribute === undefined ? `${kind}: \`${name}\`` : `${kind}: \`${name}.${attribute}\``;
}
