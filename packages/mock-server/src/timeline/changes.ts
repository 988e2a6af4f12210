// What became of sessions at one moment, in few words: both sides beside each other, and sessions that fared the same as one.
import type { JournalEntry } from '../simulator/world/journal.js';

/** What sessions did on each array. */
export interface Change {
  /** Names of what they replicate. */
  names: readonly string[];
  a?: SideChange;
  b?: SideChange;
}

export interface SideChange {
  text: string;
  /** What it ended in, where the state changed. */
  state?: string;
}

/** Brings together what one moment did to sessions. */
export function changesOf(entries: readonly JournalEntry[]): Change[] {
  const sessions = new Map<string, { name: string; a: string[]; b: string[] }>();
  for (const { session = '', resource = '', array, text } of entries) {
    if (array !== 'a' && array !== 'b') continue;
    const found = sessions.get(session) ?? { name: resource, a: [], b: [] };
    sessions.set(session, found);
    found[array].push(text);
  }
  const changes = new Map<string, { names: string[]; sides: Pick<Change, 'a' | 'b'> }>();
  for (const { name, a, b } of sessions.values()) {
    const sides = { ...(a.length > 0 && { a: chain(a) }), ...(b.length > 0 && { b: chain(b) }) };
    const key = JSON.stringify(sides);
    const found = changes.get(key) ?? { names: [], sides };
    changes.set(key, found);
    found.names.push(name);
  }
  return [...changes.values()].map(({ names, sides }) => ({ names, ...sides }));
}

/** `OK → Pausing` and `Pausing → Paused` as `OK → Pausing → Paused`; what is no state comes after. */
function chain(texts: readonly string[]): SideChange {
  let states = '';
  let state: string | undefined;
  const others: string[] = [];
  for (const text of texts) {
    const [, from, to] = /^(\S+) → (\S+)$/.exec(text) ?? [];
    if (from === undefined || to === undefined) {
      others.push(text);
      continue;
    }
    states = state === from ? `${states} → ${to}` : [states, text].filter(Boolean).join(', ');
    state = to;
  }
  return { text: [states, ...others].filter(Boolean).join(', '), ...(state !== undefined && { state }) };
}

/** Names for a line: not more than fit. */
export const label = (names: readonly string[]): string =>
  names.length <= 3 ? names.join(', ') : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
