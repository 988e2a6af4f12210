// The walk of one request in CONTRIBUTING.md leads through files that exist.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const guide = await readFile(join(root, 'CONTRIBUTING.md'), 'utf8');
const walk = /^## The way of one request\n(.*?)^## /ms.exec(guide)?.[1] ?? '';
/** Per package: its folder, and the numbered lines. */
const parts = walk
  .split(/^The /m)
  .slice(1)
  .map((part) => ({
    folder: /`(packages\/[^`]+\/src)`/.exec(part)?.[1] ?? '',
    steps: part.split('\n').filter((line) => /^\d+\. /.test(line)),
  }));

it('goes through client, simulator and suite', () => {
  expect(parts.map(({ folder }) => folder)).toEqual([
    'packages/client/src',
    'packages/mock-server/src',
    'packages/contract-tests/src',
  ]);
});

it.each(parts)('takes at most ten steps in $folder, through files that exist', ({ folder, steps }) => {
  expect(steps.length).toBeGreaterThan(5);
  expect(steps.length).toBeLessThanOrEqual(10);
  let last = '';
  for (const step of steps)
    for (const [, name = ''] of step.matchAll(/`([\w/.-]+\.ts)`/g)) {
      // A name without a folder is in the folder of the one before it.
      const file = name.includes('/') || existsSync(join(root, folder, name)) ? name : join(last, '..', name);
      expect(existsSync(join(root, folder, file)), `${folder}/${file}`).toBe(true);
      last = file;
    }
});
