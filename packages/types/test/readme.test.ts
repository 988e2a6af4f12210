import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as types from '../src/index.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

describe('README', () => {
  it('names exports that exist', () => {
    const values = [...readme.matchAll(/`([a-z]+[A-Za-z]*)`(?=[^|\n]*\|)/g)].map(([, name]) => name ?? '');
    expect(values).toEqual(expect.arrayContaining(['replicationStateValues', 'operations', 'lifecycle', 'sources']));
    expect(values.filter((name) => !(name in types) && !['null', 'assumed', 'operationId'].includes(name))).toEqual([]);
  });

  it('names every table and function', () => {
    const others = Object.keys(types).filter((name) => !name.endsWith('Values'));
    expect(others.length).toBeGreaterThan(12);
    expect(others.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});
