import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

/** The imports of a source file, and theirs in turn: files of this package by path, the others by name. */
async function reachable(file: URL, found = new Map<string, string[]>()): Promise<Map<string, string[]>> {
  if (found.has(file.pathname)) return found;
  const source = await readFile(file, 'utf8');
  // At the beginning of a line: an example in a comment imports as well.
  const imports = [...source.matchAll(/^(?:import|export|\}).* from '(.+)';$|^import '(.+)';$/gm)].map(
    ([, from, bare]) => from ?? bare ?? '',
  );
  found.set(file.pathname, imports);
  for (const name of imports) {
    if (name.startsWith('.')) await reachable(new URL(name.replace(/\.js$/, '.ts'), file), found);
  }
  return found;
}

const external = (files: ReadonlyMap<string, string[]>): string[] =>
  [...new Set([...files.values()].flat().filter((name) => !name.startsWith('.')))].toSorted();

test('the core needs nothing of Node', async () => {
  const files = await reachable(new URL('../src/index.ts', import.meta.url));
  expect(external(files)).toEqual(['@powerstore-api/input', '@powerstore-api/types', 'openapi-fetch', 'valibot']);
});

test('the node entry needs undici', async () => {
  const files = await reachable(new URL('../src/node/index.ts', import.meta.url));
  expect(external(files)).toEqual([
    '@powerstore-api/input',
    '@powerstore-api/types',
    'node:crypto',
    'node:diagnostics_channel',
    'node:http',
    'node:https',
    'node:net',
    'node:tls',
    'openapi-fetch',
    // Not 'undici': under that name Bun has a module of its own, without dispatchers.
    'undici/index.js',
    'valibot',
  ]);
});

test('one file knows openapi-fetch', async () => {
  const files = await reachable(new URL('../src/index.ts', import.meta.url));
  const knowing = [...files].filter(([, imports]) => imports.includes('openapi-fetch')).map(([path]) => path);
  expect(knowing.map((path) => path.split('/src/')[1])).toEqual(['http/transport.ts']);
});
