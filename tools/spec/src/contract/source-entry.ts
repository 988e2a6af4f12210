/** An entry of an `x-source`. */
export interface SourceEntry {
  /** A key of `x-sources`; `assumed` for a fact that no public source confirms. */
  key: string;
  /** The place in that source, or the assumed part; empty for all of it. */
  locator: string;
  isAssumed: boolean;
}

export function sourceEntry(text: string): SourceEntry {
  const [key = '', ...locator] = text.split(' ');
  return { key, locator: locator.join(' ').replaceAll("'", ''), isAssumed: key === 'assumed' };
}
