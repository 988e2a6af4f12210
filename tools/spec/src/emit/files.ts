import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { BaseResolver } from '@redocly/openapi-core';
import { join as joinPointer } from '@sagold/json-pointer';
import { readDocument } from '../contract/open-contract.ts';
import { literal, module } from './module.ts';

interface Source {
  paths?: Record<string, { $ref?: string }>;
  components?: Record<string, Record<string, unknown>>;
}

/** The file of the contract that each part of the bundled document is written in. Examples are left out. */
export async function emitFiles(entry: string): Promise<string> {
  const folder = dirname(entry);
  const sections = join(folder, 'sections');
  const names = existsSync(sections) ? (await readdir(sections)).filter((name) => name.endsWith('.yaml')) : [];
  const resolver = new BaseResolver();
  const table: Record<string, string> = {};
  for (const file of [entry, ...names.toSorted().map((name) => join(sections, name))]) {
    const { paths = {}, components = {} } = (await readDocument(resolver, file)) as Source;
    const shown = `spec/${relative(folder, file).replaceAll('\\', '/')}`;
    const own = Object.entries(paths).flatMap(([path, { $ref }]) => ($ref === undefined ? [place('paths', path)] : []));
    const parts = Object.entries(components).flatMap(([kind, all]) =>
      Object.keys(all).map((name) => place('components', kind, name)),
    );
    for (const part of [...own, ...parts]) table[part] = shown;
  }
  return module(
    `/** The file of the contract that has each part of the bundled document. A key is a JSON pointer without its first slash. */\nexport const contractFiles: Readonly<Record<string, string>> = ${literal(table)};`,
  );
}

/** A JSON pointer without its first slash. */
const place = (...keys: string[]): string => joinPointer(keys).slice(1);
