// What a body says twice, and how it writes its numbers: `JSON.parse` tells neither.
import { join } from '@sagold/json-pointer';
import { visit } from 'jsonc-parser';

export interface WrittenJson {
  /** Objects that have a key more than once, by their path: the keys, and where in the body the first of these objects has it. */
  repeated: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The numbers that are written with a fraction or an exponent, such as `1.0` and `1e3`, by their path: the first of them. */
  notIntegers: ReadonlyMap<string, { at: string; written: string }>;
}

/** Reads a text that is JSON. Paths have `*` for the rows of a list. */
export function readWritten(text: string): WrittenJson {
  const repeated = new Map<string, Map<string, string>>();
  const notIntegers = new Map<string, { at: string; written: string }>();
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty(name, _offset, _length, _line, _character, pathOf) {
      const keys = open.at(-1);
      if (keys?.has(name)) {
        const keysTo = pathOf();
        const path = pathText(keysTo);
        const names = repeated.get(path) ?? new Map<string, string>();
        if (!names.has(name)) names.set(name, join([...keysTo.map(String), name]));
        repeated.set(path, names);
      }
      keys?.add(name);
    },
    onLiteralValue(value: unknown, offset, length, _line, _character, pathOf) {
      if (typeof value !== 'number') return;
      const written = text.slice(offset, offset + length);
      if (!/[.e]/i.test(written)) return;
      const keysTo = pathOf();
      const path = pathText(keysTo);
      if (!notIntegers.has(path)) notIntegers.set(path, { at: join(keysTo.map(String)), written });
    },
  });
  return { repeated, notIntegers };
}

const pathText = (keys: readonly (string | number)[]): string =>
  keys.map((key) => `/${typeof key === 'number' ? '*' : key}`).join('') || '/';
