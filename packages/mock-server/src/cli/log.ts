// The lines that a running command prints.
import { printable } from '@powerstore-api/settings';
import pc from 'picocolors';
import type { RequestLogEntry } from '../http/request-log-entry.js';
import type { Simulator } from '../simulator/server/simulator.js';
import type { JournalEntry } from '../simulator/world/journal.js';
import { changesOf, label, type SideChange } from '../timeline/changes.js';
import { followJournal } from '../timeline/follow-journal.js';
import type { PairSite } from '../simulator/world/site.js';

/** One line per request: `200 GET /api/rest/cluster 1.2 ms`. */
export function logRequest({ method, target, status, trouble, duration }: RequestLogEntry, array?: PairSite): void {
  const color = trouble ? pc.red : status < 300 ? pc.green : status < 500 ? pc.yellow : pc.red;
  const result = color(trouble ?? String(status));
  console.log(
    `${prefix(array)}${result} ${method.padEnd(5)} ${printable(target)} ${pc.dim(`${duration.toFixed(1)} ms`)}`,
  );
}

const prefix = (array: PairSite | undefined): string => (array === undefined ? '' : `${pc.bold(array)} `);

/** How often the journal is read for changes that no request caused. */
const intervalMs = 500;

/** Prints the changes of sessions, link and power, and the faults that hit requests. */
export function logJournal(simulator: Pick<Simulator, 'journal'>): { flush: () => void; end: () => void } {
  const newEntries = followJournal(simulator);
  const flush = (): void => {
    let changes: JournalEntry[] = [];
    for (const entry of newEntries()) {
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
  const timer = setInterval(flush, intervalMs);
  return { flush, end: () => clearInterval(timer) };
}

/** One line for all sessions that change in the same way: there may be a thousand of them. */
function logChanges(entries: readonly JournalEntry[]): void {
  for (const { names, a, b } of changesOf(entries)) {
    const line = (arrays: string, { text }: SideChange): void =>
      console.log(`${pc.bold(arrays)} ${printable(`${label(names)}: ${text}`)}`);
    if (a && b && a.text === b.text) line('ab', a);
    else {
      if (a) line('a', a);
      if (b) line('b', b);
    }
  }
}

function logEvent({ kind, array, text }: JournalEntry): void {
  if (kind === 'link' || kind === 'power' || kind === 'fault')
    console.log(`${pc.bold(array ?? 'ab')} ${pc.magenta(printable(text))}`);
}
