// Proposals, pasted into a copy of the contract as a person would, and linted.
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));

interface Json {
  [name: string]: unknown;
}

const isObject = (it: unknown): it is Json => typeof it === 'object' && it !== null && !Array.isArray(it);

function merge(before: unknown, added: unknown): unknown {
  if (isObject(before) && isObject(added)) {
    const merged = { ...before };
    for (const [name, it] of Object.entries(added)) merged[name] = merge(before[name], it);
    return merged;
  }
  return Array.isArray(before) && Array.isArray(added) ? [...new Set([...(before as unknown[]), ...added])] : added;
}

/** Pastes each YAML document into the file that its first line names. Returns what the linter prints. */
export async function pasteAndLint(proposals: string): Promise<{ code: number; output: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'powerstore-paste-'));
  try {
    await cp(join(repository, 'spec'), join(folder, 'spec'), { recursive: true });
    for (const text of proposals.split(/^---\n/m)) {
      const file = join(folder, /^# (spec\/\S+)$/m.exec(text)?.[1] ?? 'none');
      await writeFile(file, stringify(merge(parse(await readFile(file, 'utf8')), parse(text))));
    }
    const linter = join(repository, 'tools/spec/bin/powerstore-spec.mjs');
    const words = [linter, '--spec', join(folder, 'spec/powerstore.yaml'), 'lint'];
    return await new Promise((resolve) => {
      execFile(process.execPath, words, { maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr });
      });
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}
