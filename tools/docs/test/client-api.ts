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

/** Those on its pages. */
export const programs = pages
  .filter((page) => page.startsWith('packages/client/docs/'))
  .flatMap((page) => numbered(basename(page), examplesOf(page)));
