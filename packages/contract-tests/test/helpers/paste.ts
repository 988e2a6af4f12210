// Proposals, pasted into a copy of the contract as a person would, and linted.
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));

interface Json {
  [name: string]: unknown;
}

const isObject = (it: unknown): it is Json => typeof it === 'object' && it !== null && !Array.isArray(it);

/** A number is the position of an entry of a list. */
const isPositions = (it: Json): boolean => Object.keys(it).every((name) => /^\d+$/.test(name));

function merge(before: unknown, added: unknown, replaced: ReadonlySet<string>): unknown {
  if (isObject(before) && isObject(added)) {
    const merged = { ...before };
    for (const [name, it] of Object.entries(added))
      merged[name] = replaced.has(name) ? it : merge(before[name], it, replaced);
    return merged;
  }
  if (Array.isArray(before) && isObject(added) && isPositions(added))
    return before.map((it: unknown, position) => merge(it, added[position] ?? {}, replaced));
  return Array.isArray(before) && Array.isArray(added) ? [...new Set([...(before as unknown[]), ...added])] : added;
}

/**
 * Pastes each YAML document into the file that its first line names. Returns what the linter prints, and the contract after it.
 *
 * @param replaced keys whose lists take the place of those that are there
 */
export async function pasteAndLint(
  proposals: string,
  replaced: readonly string[] = [],
): Promise<{ code: number; output: string; files: ReadonlyMap<string, string> }> {
  const folder = await mkdtemp(join(tmpdir(), 'powerstore-paste-'));
  try {
    await cp(join(repository, 'spec'), join(folder, 'spec'), { recursive: true });
    const files = new Map<string, string>();
    for (const text of proposals.split(/^---\n/m)) {
      const file = join(folder, /^# (spec\/\S+)$/m.exec(text)?.[1] ?? 'none');
      const content = stringify(merge(parse(await readFile(file, 'utf8')), parse(text), new Set(replaced)));
      files.set(basename(file), content);
      await writeFile(file, content);
    }
    const linter = join(repository, 'tools/spec/bin/powerstore-spec.mjs');
    const words = [linter, '--spec', join(folder, 'spec/powerstore.yaml'), 'lint'];
    return await new Promise((resolve) => {
      execFile(process.execPath, words, { maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr, files });
      });
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}
