import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import * as types from '../src/index.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const examples = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code ?? '');
const folder = fileURLToPath(new URL('..', import.meta.url));

describe('README', () => {
  it('has examples that compile', () => {
    expect(examples).toHaveLength(3);
    expect(complaints(examples)).toEqual([]);
  });

  it('has its examples checked: a mistake in one is found', () => {
    const mistake = `import type { FailoverRequest } from '@powerstore-api/types';\nexport const it: FailoverRequest = { planned: true };\n`;
    expect(complaints([mistake])).toEqual([expect.stringContaining("'planned' does not exist in type")]);
  });

  it('names exports that exist', () => {
    const values = [...readme.matchAll(/`([a-z]+[A-Za-z]*)`(?=[^|\n]*\|)/g)].map(([, name]) => name ?? '');
    expect(values).toEqual(expect.arrayContaining(['replicationStateValues', 'operations', 'lifecycle', 'sources']));
    expect(values.filter((name) => !(name in types) && !['null', 'assumed', 'operationId'].includes(name))).toEqual([]);
  });

  it('names every table', () => {
    const tables = Object.keys(types).filter((name) => !name.endsWith('Values'));
    expect(tables).toHaveLength(7);
    expect(tables.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});

/** What the compiler says of modules that import this package. */
function complaints(modules: string[]): string[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    `${folder}tsconfig.json`,
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
  );
  const options = { ...config?.options, paths: { '@powerstore-api/types': [`${folder}src/index.ts`] } };
  const files = new Map(modules.map((code, index) => [`${folder}example-${index}.ts`, code]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  const program = ts.createProgram([...files.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
