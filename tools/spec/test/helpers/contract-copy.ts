import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { entryDocument } from '../../src/contract/paths.ts';

/** A text in one file of the contract: the first one after `after`, which the file has once. */
export interface Place {
  /** File below `spec/`; the entry document by default. */
  file?: string | undefined;
  after?: string | undefined;
  text: string;
}

export interface ContractCopy extends AsyncDisposable {
  folder: string;
  entry: string;
  replace: (place: Place, replacement: string) => Promise<void>;
  lineOf: (place: Place) => Promise<number>;
}

const createFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'powerstore-spec-'));

/** A temporary folder, removed with the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await createFolder();
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** A copy of `spec/` to break. Disposing of it removes it. */
export async function copyContract(): Promise<ContractCopy> {
  const folder = await createFolder();
  await cp(dirname(entryDocument), folder, { recursive: true });

  const find = async (place: Place) => {
    const path = join(folder, place.file ?? 'powerstore.yaml');
    const content = await readFile(path, 'utf8');
    return { path, content, index: indexOf(content, place) };
  };

  return {
    folder,
    entry: join(folder, 'powerstore.yaml'),
    async replace(place, replacement) {
      const { path, content, index } = await find(place);
      const changed = content.slice(0, index) + replacement + content.slice(index + place.text.length);
      expect(changed, 'the change changes something').not.toBe(content);
      await writeFile(path, changed);
    },
    async lineOf(place) {
      const { content, index } = await find(place);
      return content.slice(0, index).split('\n').length;
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

/** Where a place begins in the content of its file. */
export function indexOf(content: string, { file = 'powerstore.yaml', after = '', text }: Place): number {
  const from = content.indexOf(after);
  expect(from, `${file} has "${after}"`).toBeGreaterThanOrEqual(0);
  expect(after && content.indexOf(after, from + 1), `${file} has "${after}" once`).toBe(after && -1);
  const index = content.indexOf(text, from);
  expect(index, `${file} has "${text}" behind "${after}"`).toBeGreaterThanOrEqual(0);
  return index;
}
