// The client, and the examples of it.
import { basename } from 'node:path';
import { examplesOf, pages } from './pages.ts';
import { publicApi } from './public-api.ts';

export const { symbols, exports } = publicApi('packages/client', {
  '@powerstore-api/client': 'src/index.ts',
  '@powerstore-api/client/node': 'src/node/index.ts',
});

/** Examples by what they are of, numbered where there are several. */
const numbered = (name: string, all: readonly string[]) =>
  all.map((code, index) => [all.length > 1 ? `${name} ${index + 1}` : name, code] as const);

/** Those in the doc comments. */
export const examples = symbols.flatMap(({ name, examples: all }) => numbered(name, all));

/** Those on its pages, and on the first page of the repository. */
export const programs = pages
  .filter((page) => page === 'README.md' || page.startsWith('packages/client/'))
  .flatMap((page) => numbered(page.endsWith('README.md') ? page : basename(page), examplesOf(page)));

/** Those on the first pages of the other packages. */
export const programsOfOthers = pages
  .filter((page) => /^packages\/(?!client\/).*README\.md$/.test(page))
  .flatMap((page) => numbered(page, examplesOf(page)));
