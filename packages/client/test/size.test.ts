import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

/** Bytes of a bundle, minified and compressed. Undici is left out: Node has it, or it is loaded once. */
async function sizeOf(code: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: new URL('.', import.meta.url).pathname },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    external: ['undici'],
    write: false,
  });
  return gzipSync(outputFiles[0]?.contents ?? '').length;
}

const budgets: Readonly<Record<string, [code: string, bytes: number]>> = {
  'everything there is': ["export * from '../src/node/index.js'", 41_800],
  'connect for Node': ["export { connect } from '../src/node/index.js'", 30_300],
  'can alone': ["export { can } from '../src/index.js'", 4000],
  'conditions of writes alone': ["export { canVolume } from '../src/index.js'", 3600],
  'an error guard alone': ["export { isApiError } from '../src/index.js'", 200],
};

test.each(Object.entries(budgets))('%s', async (_, [code, bytes]) => {
  expect(await sizeOf(code)).toBeLessThanOrEqual(bytes);
});
