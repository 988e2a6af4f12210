import type { Document } from '../contract/document.ts';
import { table } from './docs.ts';
import { literal, module } from './module.ts';

/** The kinds of errors, by our names. */
export function emitErrorCodes(document: Document): string {
  const kinds = Object.entries(document['x-errors']).map(
    ([name, { code, status: statuses, arguments: values }]) =>
      [name, { code, statuses, ...(values !== undefined && { arguments: values }) }] as const,
  );
  return module(
    "import type { ErrorCodeInfo } from '../tables.js';",
    `/** The kind of an error, by a name of ours. */\nexport type ErrorName =\n${kinds.map(([name]) => `  | '${name}'`).join('\n')};`,
    `/** The codes that arrays send in errors, as far as they are public, and \`unspecified\` for all other errors of the simulator. */\nexport const errorCodes: Readonly<Record<ErrorName, ErrorCodeInfo>> = ${literal(Object.fromEntries(kinds))};`,
  );
}

/** The same as a page to read. */
export const emitErrorDocs = (document: Document): string =>
  [
    '# Codes of errors',
    '',
    'Generated from `spec/` by `npm run generate`. Do not edit this page; change the contract.',
    '',
    'Each message of an error has a `code`. `errorCodes` has these. Where no code is public, the simulator sends that of',
    '`unspecified`, which no array sends: do not write a program that depends on it. From 4.1 on messages have `severity_l10n`',
    'according to the documents, but an array of 4.1.0.2 was seen to leave it out.',
    '',
    table(
      ['Name', 'Code', 'Status', 'Meaning', '`arguments`', 'Source'],
      Object.entries(document['x-errors']).map(
        ([name, { code, status, meaning, arguments: values, 'x-source': sources }]) => [
          `\`${name}\``,
          `\`${code}\``,
          status.join(' '),
          meaning,
          values ?? 'no such list',
          sources.join(', '),
        ],
      ),
    ),
    '',
  ].join('\n');
