/** An entry of an `x-source`. */
export interface SourceEntry {
  /** A key of `x-sources`; `assumed` for a fact that no public source confirms. */
  key: string;
  /** The place in that source, or the assumed part; empty for all of it. */
  locator: string;
  isAssumed: boolean;
  /** The name of `x-decisions` behind `assumed/`; empty where it is missing. */
  decision: string;
}

export function sourceEntry(text: string): SourceEntry {
  const [head = '', ...locator] = text.split(' ');
  const [key = '', decision = ''] = head.split(/\/(.*)/s);
  const isAssumed = key === 'assumed';
  return { key: isAssumed ? key : head, locator: locator.join(' ').replaceAll("'", ''), isAssumed, decision };
}
