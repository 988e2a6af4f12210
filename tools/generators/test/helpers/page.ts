// The page about generators: what its sections say to run.
import { readFileSync } from 'node:fs';

const page = readFileSync(new URL('../../../../packages/types/generators.md', import.meta.url), 'utf8');

export interface Section {
  /** Commands without `npx`, which would look for a package in the registry if it were not here. */
  commands: string[];
  /** Name → content of each file. */
  files: Record<string, string>;
}

/** The commands and the files of a section, by its heading. */
export function section(heading: string): Section {
  const text = page.split(/^## /m).find((it) => it.startsWith(`${heading}\n`)) ?? '';
  const programs = blocks(text, 'ts').map((code) => [/^\/\/ (.*)\n/.exec(code)?.[1] ?? '', code] as const);
  return {
    commands: blocks(text, 'sh').map((command) => command.replace(/^npx /, '').trim()),
    files: Object.fromEntries(programs),
  };
}

/** The tsconfig.json that the page asks for. */
export const tsconfig = blocks(page, 'json')[0] ?? '';

function blocks(text: string, language: string): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gms'))].map(([, block]) => block ?? '');
}
