// An example as a module: what it uses of the package it is about need not be imported.
import ts from 'typescript';
import type { PublicApi } from './public-api.ts';

/** Its imports, those it leaves out among them, and the rest of it. */
export interface ExampleModule {
  readonly imports: string;
  readonly body: string;
  /** Whether it waits for something, other than for a file: at once, and not in a function that it only shows. */
  readonly waits: boolean;
}

export function exampleModule(code: string, exports: PublicApi['exports']): ExampleModule {
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ESNext, true);
  const imports = source.statements.filter(ts.isImportDeclaration);
  const used = new Set<string>();
  const own = new Set<string>();
  let waits = false;
  const visit = (node: ts.Node, isNested: boolean): void => {
    if (ts.isIdentifier(node)) (isDeclared(node) ? own : used).add(node.text);
    waits ||= !isNested && isWait(node);
    node.forEachChild((child) => visit(child, isNested || ts.isFunctionLike(node)));
  };
  visit(source, false);
  const missing = [...exports].filter(([name]) => used.has(name) && !own.has(name));
  const entries = new Set(missing.map(([, { entry }]) => entry));
  const left = [...entries].map((entry) => {
    const names = missing.flatMap(([name, it]) => (it.entry === entry ? [it.isValue ? name : `type ${name}`] : []));
    return `import { ${names.join(', ')} } from '${entry}';`;
  });
  return {
    imports: [...left, ...imports.map((it) => it.getText())].join('\n'),
    body: source.statements
      .filter((it) => !ts.isImportDeclaration(it))
      .map((it) => it.getFullText())
      .join(''),
    waits,
  };
}

/** Whether this is where a name is given, by a declaration or an import. */
const isDeclared = ({ parent, ...node }: ts.Identifier): boolean =>
  'name' in parent && (parent.name as ts.Node).pos === node.pos && !ts.isPropertyAccessExpression(parent);

function isWait(node: ts.Node): boolean {
  if (ts.isAwaitExpression(node)) return !/^await (readFile)\(/.test(node.getText());
  return ts.isForOfStatement(node) && node.awaitModifier !== undefined;
}
