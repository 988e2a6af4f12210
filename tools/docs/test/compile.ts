import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** What the compiler says of modules, under the options of this repository. One of them cannot see another. */
export function complaints(modules: string[]): string[] {
  const { config } = ts.readConfigFile(`${folder}../tsconfig.json`, ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, `${folder}..`);
  // An example may end before it has used all it shows.
  const lenient = { ...options, noUnusedLocals: false, noUnusedParameters: false };
  const files = new Map(modules.map((code, index) => [`${folder}example-${index}.ts`, `${code}\nexport {};\n`]));
  const host = ts.createCompilerHost(lenient);
  const { fileExists, readFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  const program = ts.createProgram([...files.keys(), `${folder}ambient.d.ts`], lenient, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText, file, start = 0 }) => {
    const line = file?.text.slice(0, start).split('\n').length;
    return `${file?.text.split('\n')[(line ?? 1) - 1]?.trim()} — ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
