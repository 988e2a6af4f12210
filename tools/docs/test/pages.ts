// The pages that people read, and the code in them.
import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('../../../', import.meta.url);

/** The pages in `docs` of a package that people wrote; the others are generated. */
const written = (folder: string): string[] =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}${name}`)
    .filter((page) => !readFileSync(new URL(page, root), 'utf8').includes('\nGenerated from '));

export const pages = [
  'README.md',
  'packages/types/README.md',
  'packages/input/README.md',
  'packages/settings/README.md',
  'packages/client/README.md',
  'packages/mock-server/README.md',
  'packages/contract-tests/README.md',
  ...['client', 'types'].flatMap((name) => written(`packages/${name}/docs/`)),
];

/** The text of a page. */
export const textOf = (page: string): string => readFileSync(new URL(page, root), 'utf8');

/** The fenced `ts` and `js` blocks of a text. */
export const codeIn = (text: string): string[] =>
  [...text.matchAll(/^```[jt]s\n(.*?)^```$/gms)].map(([, code]) => code ?? '');

/** Those of a page. */
export const examplesOf = (page: string): string[] => codeIn(textOf(page));
