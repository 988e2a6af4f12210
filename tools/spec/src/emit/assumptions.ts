import type { Document } from '../contract/document.ts';
import { sourceEntry } from '../contract/source-entry.ts';

/** Every fact whose source is `assumed`, on one page, for people with an array to confirm or refute. */
export function emitAssumptions(document: Document): string {
  const found = [...assumptions(document, [])];
  return [
    '# Assumptions',
    '',
    'Generated from `spec/` by `npm run generate`. Do not edit this page; change the contract.',
    '',
    `These ${found.length} statements of the contract are our reading; no public source confirms them. If you have an array, you can confirm`,
    'or refute them: tell us how it behaves, and which release it runs.',
    '',
    '| Where | Assumed part |',
    '| --- | --- |',
    ...found.map(({ path, part }) => `| ${readable(document, path)} | ${part} |`),
    '',
  ].join('\n');
}

interface Assumption {
  path: string[];
  part: string;
}

function* assumptions(node: unknown, path: string[]): Generator<Assumption> {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key !== 'x-source') yield* assumptions(value, [...path, key]);
    else {
      for (const { isAssumed, locator } of (value as string[]).map(sourceEntry)) {
        if (isAssumed) yield { path, part: locator || 'all of it' };
      }
    }
  }
}

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
