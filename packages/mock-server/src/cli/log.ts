// What commands print as it happens.
import pc from 'picocolors';
import type { Exchange } from '../http/exchange.js';
import type { Simulator } from '../simulator/server/simulator.js';
import type { JournalEntry } from '../simulator/world/journal.js';
import { changesOf, label, type SideChange } from '../timeline/changes.js';
import { followJournal } from '../timeline/follow-journal.js';

/** One line per request: `200 GET /api/rest/cluster 1.2 ms`. */
export function logExchange({ method, target, status, trouble, duration }: Exchange, array?: 'a' | 'b'): void {
  const color = trouble ? pc.red : status < 300 ? pc.green : status < 500 ? pc.yellow : pc.red;
  const result = color(trouble ?? String(status));
  console.log(`${prefix(array)}${result} ${method.padEnd(5)} ${target} ${pc.dim(`${duration.toFixed(1)} ms`)}`);
}

const prefix = (array: 'a' | 'b' | undefined): string => (array === undefined ? '' : `${pc.bold(array)} `);

/** How often the journal is looked at for what happens by itself, in milliseconds; what happened since is one moment. */
const interval = 500;

/** Prints what happens to sessions, link and power, and what faults do. */
export function logJournal(simulator: Pick<Simulator, 'journal'>): { flush: () => void; end: () => void } {
  const news = followJournal(simulator);
  const flush = (): void => {
    let changes: JournalEntry[] = [];
    for (const entry of news()) {
      if (entry.kind === 'state') {
        changes.push(entry);
        continue;
      }
      logChanges(changes);
      changes = [];
      logEvent(entry);
    }
    logChanges(changes);
  };
  const timer = setInterval(flush, interval);
  return { flush, end: () => clearInterval(timer) };
}

/** Sessions that fare the same, of which there may be a thousand, have one line. */
function logChanges(entries: readonly JournalEntry[]): void {
  for (const { names, a, b } of changesOf(entries)) {
    const line = (arrays: string, { text }: SideChange): void =>
      console.log(`${pc.bold(arrays)} ${label(names)}: ${text}`);
    if (a && b && a.text === b.text) line('ab', a);
    else {
      if (a) line('a', a);
      if (b) line('b', b);
    }
  }
}

function logEvent({ kind, array, text }: JournalEntry): void {
  if (kind === 'link' || kind === 'power' || kind === 'fault')
    console.log(`${pc.bold(array ?? 'ab')} ${pc.magenta(text)}`);
}
