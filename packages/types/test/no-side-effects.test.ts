import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const source = new URL('../src/', import.meta.url);
const manifest: Record<string, unknown> = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const modules = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

describe('importing the package', () => {
  it('runs nothing: modules are types, functions and constants, without a call', () => {
    expect(modules.length).toBeGreaterThan(6);
    expect(modules.flatMap((name) => whatRuns(readFileSync(new URL(name, source), 'utf8')))).toEqual([]);
    expect(manifest['sideEffects']).toBe(false);
  });

  it('brings no other package', () => {
    expect(manifest).not.toHaveProperty('dependencies');
    expect(manifest).not.toHaveProperty('peerDependencies');
  });

  it('would notice what runs', () => {
    expect(whatRuns('export const at = Date.now();')).toEqual(['Date.now()']);
    expect(whatRuns('console.log(1);')).toEqual(['console.log(1);']);
    expect(whatRuns("import './polyfill.js';")).toEqual(["import './polyfill.js';"]);
    expect(whatRuns('class Clock { static readonly start = Date.now(); }')).toEqual(['Date.now()']);
    expect(whatRuns('export const now = () => Date.now();')).toEqual([]);
  });
});

/** The statements and calls of a module that do something when it is imported. */
function whatRuns(code: string): string[] {
  const file = ts.createSourceFile('module.ts', code, ts.ScriptTarget.Latest, true);
  return file.statements.flatMap((statement) => {
    if (ts.isImportDeclaration(statement)) return statement.importClause ? [] : [statement.getText()];
    if (ts.isVariableStatement(statement) || ts.isClassDeclaration(statement)) return callsIn(statement);
    const isDeclaration =
      ts.isExportDeclaration(statement) ||
      ts.isFunctionDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement);
    return isDeclaration ? [] : [statement.getText()];
  });
}

/** Calls that run with the module: those in a function run with the function. */
function callsIn(node: ts.Node): string[] {
  if (ts.isFunctionLike(node)) return [];
  const found = ts.isCallExpression(node) || ts.isNewExpression(node) ? [node.getText()] : [];
  ts.forEachChild(node, (child) => {
    found.push(...callsIn(child));
  });
  return found;
}
