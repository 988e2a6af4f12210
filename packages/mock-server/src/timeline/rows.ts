// The rows of a timeline: the events of each array side by side, and those that concern both.
import type { JournalEntry } from '../simulator/world/journal.js';
import { changesOf, label, type SideChange } from './changes.js';
import type { TimelineEntry } from './timeline-entry.js';

export type Tone = 'good' | 'bad' | 'busy' | 'call' | 'note';

export interface Cell {
  text: string;
  tone: Tone;
}

/** One row; `middle` concerns both arrays. */
export interface Row {
  /** Milliseconds since the first entry. */
  time: number;
  a?: Cell;
  b?: Cell;
  middle?: Cell;
}

export interface RowOptions {
  /** Names of the sessions to show. */
  sessions?: readonly string[] | undefined;
  /** Whether to show queries and jobs as well. */
  all?: boolean | undefined;
}

export function rowsOf(entries: readonly TimelineEntry[], { sessions, all = false }: RowOptions): Row[] {
  const names = new Map<string, string>();
  for (const entry of entries) {
    if (entry.kind === 'state' && entry.session !== undefined) names.set(entry.session, entry.resource ?? '');
  }
  const shown = entries.filter((entry) => {
    if (entry.kind === 'state') return sessions === undefined || sessions.includes(entry.resource ?? '');
    return all || entry.kind !== 'job';
  });
  const start = Date.parse(entries[0]?.time ?? '');
  const rows: Row[] = [];
  let changes: JournalEntry[] = [];
  const flush = (): void => {
    for (const { names: changed, a, b } of changesOf(changes)) {
      const time = Date.parse(changes[0]?.time ?? '') - start;
      rows.push({ time, ...(a && { a: changeCell(changed, a) }), ...(b && { b: changeCell(changed, b) }) });
    }
    changes = [];
  };
  for (const entry of causesFirst(shown)) {
    if (changes[0] && (entry.kind !== 'state' || entry.time !== changes[0].time)) flush();
    if (entry.kind === 'state') {
      changes.push(entry);
      continue;
    }
    // A query separates moments, even if it is not shown.
    if (!all && entry.kind === 'request' && entry.text.startsWith('GET ')) continue;
    const cell = cellOf(entry, names);
    const array = 'array' in entry ? entry.array : undefined;
    rows.push({ time: Date.parse(entry.time) - start, [array === 'a' || array === 'b' ? array : 'middle']: cell });
  }
  flush();
  return rows;
}

/**
 * Puts each request before its effects. In the journal it comes after them, because a request is entered when it is answered.
 * An outage at the same moment is not an effect of the request.
 */
function causesFirst(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const ordered: TimelineEntry[] = [];
  for (const entry of entries) {
    let index = ordered.length;
    if (entry.kind === 'request' && !entry.text.startsWith('GET ')) {
      const session = sessionOf(entry.text);
      const isEffect = (it: TimelineEntry | undefined): boolean =>
        it?.time === entry.time &&
        (it.kind === 'job' || (it.kind === 'state' && it.session === session && !isOutage(it.text)));
      while (isEffect(ordered[index - 1])) index -= 1;
    }
    ordered.splice(index, 0, entry);
  }
  return ordered;
}

const isOutage = (text: string): boolean => /→ (System_Paused|Fractured)$|^local_resource_state System_/.test(text);

const sessionOf = (request: string): string | undefined =>
  /^\S+ \/api\/rest\/replication_session\/([^/?\s]+)/.exec(request)?.[1];

const changeCell = (names: readonly string[], { text, state }: SideChange): Cell => ({
  text: `${label(names)}: ${text}`,
  tone: state === undefined ? 'busy' : toneOf(state),
});

function toneOf(state: string): Tone {
  if (state === 'OK' || state === 'Failed_Over') return 'good';
  return /Paused|Fractured|Error/.test(state) ? 'bad' : 'busy';
}

function cellOf(entry: Exclude<TimelineEntry, { kind: 'state' }>, names: ReadonlyMap<string, string>): Cell {
  const { kind, text } = entry;
  switch (kind) {
    case 'request': {
      const [, status] = / → (\S+)$/.exec(text) ?? [];
      return { text: requestText(text, names), tone: /^[23]/.test(status ?? '') ? 'call' : 'bad' };
    }
    case 'link':
      if (text.endsWith('up')) return { text: 'link healed', tone: 'good' };
      return { text: text.endsWith('down') ? 'link cut' : 'link degraded', tone: 'bad' };
    case 'power':
      return { text, tone: text.endsWith('off') ? 'bad' : 'good' };
    case 'fault':
      return { text, tone: 'bad' };
    default:
      return { text, tone: 'note' };
  }
}

/** `POST …/replication_session/{id}/failover → 204` as `failover erp-data → 204`. */
function requestText(text: string, names: ReadonlyMap<string, string>): string {
  const [, method = '', id = '', action = '', rest = ''] =
    /^(\S+) \/api\/rest\/replication_session\/([^/?\s]+)(?:\/(\w+))?(\S* → .*)$/.exec(text) ?? [];
  const name = names.get(id);
  if (name === undefined || method === 'GET') return text.replace('/api/rest', '');
  return `${action || 'modify'} ${name}${rest}`;
}
