// The exports of a package and their comments, as the compiler reads them.
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** Something a package exports, or a function somebody calls on what it exports. */
export interface Documented {
  /** `connect`, `ReplicationSessions.failover`. */
  readonly name: string;
  readonly isOurs: boolean;
  readonly description: string;
  /** Code of its examples. */
  readonly examples: readonly string[];
}

export interface PublicApi {
  readonly symbols: readonly Documented[];
  /** The exports: name, the entry it is imported from, and whether it exists at run time. */
  readonly exports: ReadonlyMap<string, { readonly entry: string; readonly isValue: boolean }>;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The public API of a folder's entries, `{ '@powerstore-api/client': 'src/index.ts' }`. An export counts once. */
export function publicApi(folder: string, entries: Readonly<Record<string, string>>): PublicApi {
  const home = `${root}${folder}/`;
  const { config } = ts.readConfigFile(`${home}tsconfig.json`, ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, home);
  const program = ts.createProgram(
    Object.values(entries).map((file) => `${home}${file}`),
    options,
    hostOfOurs(options),
  );
  const checker = program.getTypeChecker();
  const isOurs = (node: ts.Node): boolean => node.getSourceFile().fileName.startsWith(`${home}src/`);
  const document = (name: string, symbol: ts.Symbol): Documented => ({
    name,
    isOurs: (symbol.declarations ?? []).some(isOurs),
    description: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
    examples: symbol
      .getJsDocTags(checker)
      .filter((tag) => tag.name === 'example')
      .map(({ text }) => codeOf(ts.displayPartsToString(text))),
  });
  const symbols: Documented[] = [];
  const exports = new Map<string, { entry: string; isValue: boolean }>();
  const seen = new Set<ts.Declaration>();
  const add = (name: string, symbol: ts.Symbol): void => {
    const declarations = symbol.declarations ?? [];
    // The other entry has it as well, or an interface has it from another one.
    if (declarations.every((it) => seen.has(it))) return;
    for (const it of declarations) seen.add(it);
    symbols.push(document(name, symbol));
  };
  for (const [entry, file] of Object.entries(entries)) {
    const source = program.getSourceFile(`${home}${file}`);
    const module = source && checker.getSymbolAtLocation(source);
    if (!module) throw new Error(`${file} is not there, or exports nothing`);
    for (const exported of checker.getExportsOfModule(module)) {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      const { name } = exported;
      if (!exports.has(name)) exports.set(name, { entry, isValue: (symbol.flags & ts.SymbolFlags.Value) !== 0 });
      if (symbol.flags & ts.SymbolFlags.ValueModule) symbols.push(documentNamespace(name, exported));
      else add(name, symbol);
      for (const member of functionsOf(checker, symbol, isOurs)) add(`${name}.${member.name}`, member);
    }
  }
  return { symbols, exports };
}

/** Nothing is checked, and what others declare is not looked at: reading it takes longer than all the rest. */
function hostOfOurs(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options, true);
  const { getSourceFile } = host;
  host.getSourceFile = (name, version, ...others) =>
    name.includes('/node_modules/') ? ts.createSourceFile(name, '', version) : getSourceFile(name, version, ...others);
  return host;
}

/** A namespace is documented where it is exported, and there the checker does not look. */
function documentNamespace(name: string, exported: ts.Symbol): Documented {
  const docs = (exported.declarations ?? []).flatMap((it) => ts.getJSDocCommentsAndTags(it.parent)).filter(ts.isJSDoc);
  const tags = docs.flatMap((doc) => doc.tags ?? []).filter((tag) => tag.tagName.text === 'example');
  return {
    name,
    isOurs: true,
    description: docs.map((doc) => ts.getTextOfJSDocComment(doc.comment) ?? '').join('\n'),
    examples: tags.map((tag) => codeOf(ts.getTextOfJSDocComment(tag.comment) ?? '')),
  };
}

/** Its methods. The package calls functions in options; the options describe them. */
function functionsOf(checker: ts.TypeChecker, symbol: ts.Symbol, isOurs: (node: ts.Node) => boolean): ts.Symbol[] {
  if (symbol.flags & ts.SymbolFlags.ValueModule) return checker.getExportsOfModule(symbol);
  if (!(symbol.flags & ts.SymbolFlags.Interface) || symbol.name.endsWith('Options')) return [];
  return checker
    .getDeclaredTypeOfSymbol(symbol)
    .getProperties()
    .filter((member) => !member.name.startsWith('__@') && member.declarations?.some(isOurs))
    .filter((member) => checker.getTypeOfSymbol(member).getCallSignatures().length > 0);
}

/** The fenced code of an example; all of it where there is no fence, so that it does not go unseen. */
const codeOf = (text: string): string => /^```ts\n(.*?)^```$/ms.exec(text)?.[1] ?? text;
