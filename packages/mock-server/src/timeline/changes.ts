// Summarizes the changes of sessions at one moment: one line for all sessions that changed in the same way.
import type { JournalEntry } from '../simulator/world/journal.js';

/** The change of one or more sessions on each array. */
export interface Change {
  /** Names of the resources that they replicate. */
  names: readonly string[];
  a?: SideChange;
  b?: SideChange;
}

export interface SideChange {
  text: string;
  /** The last state, if the state changed. */
  state?: string;
}

/** Summarizes the entries of one moment. */
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

/** `OK → Pausing` and `Pausing → Paused` as `OK → Pausing → Paused`; other changes come after. */
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

/** The first names, and the number of the others. */
export const label = (names: readonly string[]): string =>
  names.length <= 3 ? names.join(', ') : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
