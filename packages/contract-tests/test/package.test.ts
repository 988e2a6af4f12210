// What is published.
import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

it('has every stylesheet and the script of the HTML report', async () => {
  const { stdout } = await promisify(execFile)('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
  });
  const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
  const published = new Set(files.map(({ path }) => path));
  const styles = await readdir(new URL('../src/report/html/style', import.meta.url));
  expect(styles.length).toBeGreaterThan(0);
  for (const name of [...styles.map((style) => `style/${style}`), 'report.js'])
    expect(published).toContain(`src/report/html/${name}`);
});
