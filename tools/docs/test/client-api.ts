// The client, and the examples of it.
import { basename } from 'node:path';
import { codeIn, examplesOf, pages, textOf } from './pages.ts';
import { publicApi } from './public-api.ts';

export const { symbols, exports } = publicApi('packages/client', {
  '@powerstore-api/client': 'src/index.ts',
  '@powerstore-api/client/node': 'src/node/index.ts',
});

/** Examples by what they are of, numbered where there are several. */
const numbered = (name: string, all: readonly string[]) =>
  all.map((code, index) => [all.length > 1 ? `${name} ${index + 1}` : name, code] as const);

/** Those of a page by the heading above them, because new ones would change their numbers. */
const bySection = (page: string) =>
  textOf(page)
    .split(/^#{2,} /m)
    .flatMap((section) => numbered(`${page}, ${section.split('\n', 1)[0]}`, codeIn(section)));

/** Those in the doc comments. */
export const examples = symbols.flatMap(({ name, examples: all }) => numbered(name, all));

/** Those on its pages, and on the first page of the repository. */
export const programs = pages
  .filter((page) => page === 'README.md' || page.startsWith('packages/client/'))
  .flatMap((page) => (page.endsWith('README.md') ? bySection(page) : numbered(basename(page), examplesOf(page))));

/** Those on the first pages of the other packages. */
export const programsOfOthers = pages
  .filter((page) => /^packages\/(?!client\/).*README\.md$/.test(page))
  .flatMap(bySection);
