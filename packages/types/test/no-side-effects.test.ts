import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../src/', import.meta.url));
const manifest: Record<string, unknown> = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const modules = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

describe('importing the package', () => {
  it('runs nothing: modules are types, functions and constants', async () => {
    expect(modules.length).toBeGreaterThan(6);
    expect(await whatRuns(modules.map((name) => `./${name.replaceAll('\\', '/')}`))).toBe('');
    expect(manifest['sideEffects']).toBe(false);
  });

  it('brings no other package', () => {
    expect(manifest).not.toHaveProperty('dependencies');
    expect(manifest).not.toHaveProperty('peerDependencies');
  });

  it.each([
    ['export const at = Date.now();', 'var at=Date.now();'],
    ['export const at = [/* @__PURE__ */ Date.now()];', 'var at=[Date.now()];'],
    ['console.log(1);', 'console.log(1);'],
    ["import 'polyfill';", 'import"polyfill";'],
  ])('would notice what runs: %s', async (code, runs) => {
    expect(await whatRuns([`data:text/javascript,${code}`])).toBe(`${runs}\n`);
  });
});

/** What a bundler cannot leave out of modules that somebody imports and takes nothing from, whatever they promise. */
async function whatRuns(specifiers: readonly string[]): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: specifiers.map((name) => `import ${JSON.stringify(name)};`).join('\n'), resolveDir: source },
    bundle: true,
    external: ['polyfill'],
    format: 'esm',
    ignoreAnnotations: true,
    legalComments: 'none',
    minifyWhitespace: true,
    write: false,
  });
  return outputFiles.map(({ text }) => text).join('');
}
