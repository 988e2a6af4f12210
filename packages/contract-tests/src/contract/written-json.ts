// What a body says twice, and how it writes its numbers: `JSON.parse` tells neither.
import { visit } from 'jsonc-parser';

export interface WrittenJson {
  /** Objects that have a key more than once, by their path, with the keys. */
  repeated: ReadonlyMap<string, ReadonlySet<string>>;
  /** Paths of the numbers that are written with a fraction or an exponent, such as `1.0` and `1e3`. */
  notIntegers: ReadonlySet<string>;
}

/** Reads a text that is JSON. Paths have `*` for the rows of a list. */
export function readWritten(text: string): WrittenJson {
  const repeated = new Map<string, Set<string>>();
  const notIntegers = new Set<string>();
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty(name, _offset, _length, _line, _character, pathOf) {
      const keys = open.at(-1);
      if (keys?.has(name)) {
        const path = pathText(pathOf());
        repeated.set(path, (repeated.get(path) ?? new Set()).add(name));
      }
      keys?.add(name);
    },
    onLiteralValue(value: unknown, offset, length, _line, _character, pathOf) {
      if (typeof value === 'number' && /[.e]/i.test(text.slice(offset, offset + length)))
        notIntegers.add(pathText(pathOf()));
    },
  });
  return { repeated, notIntegers };
}

const pathText = (keys: readonly (string | number)[]): string =>
  keys.map((key) => `/${typeof key === 'number' ? '*' : key}`).join('') || '/';
