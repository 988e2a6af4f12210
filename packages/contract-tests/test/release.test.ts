import { expect, it } from 'vitest';
import { existsIn } from '../src/contract/release.js';

it.each([
  ['4.4.0.0', '4.3.0.0', true],
  ['3.0.0.0', '3.0.0.0', true],
  ['2.1.1.0', '3.0.0.0', false],
  ['3.5.0.2', '3.6.0.0', false],
  ['10.0.0.0', '4.0.0.0', true],
  ['4.0', '4.0.0.0', true],
  ['1.0.2.0.5.003', '1.0.2.0', true],
])('on %s, what came with %s is there: %s', (release, added, there) => {
  expect(existsIn(release, added)).toBe(there);
});
