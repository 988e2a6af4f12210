// Words of commands that people copy into a shell.
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { shellWord } from '../src/evidence/shell-word.js';

it.each([
  'plain',
  '',
  '-n',
  '~',
  '=ls',
  'with blanks  and\ttabs',
  `it's`,
  `''`,
  `'`,
  '"double"',
  '$HOME `id` $(id)',
  String.raw`back\slash \' \n`,
  'a line\nand another',
  '* ? [a] {a,b} ! # ; & | < > ( )',
  'https://a.example.com/api/rest/volume?select=id,name&and=(size.gt.1,name.ilike.*x*)',
  'ü ⟨id 1⟩ …',
])('%j arrives in a program as it is', (text) => {
  expect(execFileSync('sh', ['-c', `printf '%s|' x ${shellWord(text)} y`]).toString()).toBe(`x|${text}|y|`);
});
