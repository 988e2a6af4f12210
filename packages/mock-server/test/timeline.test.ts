import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createSimulator } from '../src/index.js';
import { formatTimeline, type TimelineEntry } from '../src/scenario/index.js';

const at = (second: number): string => `2026-01-01T00:00:${String(second).padStart(2, '0')}.000+00:00`;
const state = (second: number, array: 'a' | 'b', resource: string, text: string): TimelineEntry => ({
  time: at(second),
  array,
  kind: 'state',
  session: `id-of-${resource}`,
  resource,
  text,
});

const drill: TimelineEntry[] = [
  state(0, 'a', 'db', 'OK → Pausing'),
  state(0, 'b', 'db', 'OK → Pausing'),
  { time: at(0), array: 'a', kind: 'request', text: 'POST /api/rest/replication_session/id-of-db/pause → 204' },
  { time: at(1), array: 'a', kind: 'request', text: 'GET /api/rest/replication_session/id-of-db?select=state → 200' },
  state(2, 'a', 'db', 'Pausing → Paused'),
  state(2, 'b', 'db', 'Pausing → Paused'),
  { time: at(2), array: 'a', kind: 'job', text: 'Pause replication session db: Completed' },
  { time: at(5), kind: 'note', text: 'Now the line goes.' },
  { time: at(5), kind: 'link', text: 'the link between A and B is down' },
  state(5, 'b', 'log', 'OK → System_Paused'),
  { time: at(7), array: 'b', kind: 'power', text: 'powered off' },
];

describe('formatTimeline', () => {
  it('shows characters that act on a terminal as escapes', async () => {
    const name = 'db\u001b[2J\u202e\u009b8m';
    await using sim = await createSimulator({ clock: 'manual', fast: true, sessions: [{ name }] });
    sim.link.cut();
    for (const width of [200, 60]) {
      const page = formatTimeline([...sim.journal, { time: at(9), kind: 'note', text: 'one\ntwo\u0007' }], { width });
      expect(page).toContain('db\\u001b[2J\\u202e\\u009b8m');
      expect(page).toMatch(/one\n +two\\u0007/);
      expect(page.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });

  it('has both arrays side by side, causes before effects, and common events across', () => {
    expect(formatTimeline(drill, { width: 80 })).toBe(
      `
       array A                             │ array B
+0:00  pause db → 204                      │
       db: OK → Pausing                    │ db: OK → Pausing
+0:02  db: Pausing → Paused                │ db: Pausing → Paused
+0:05  Now the line goes.
       ─────────────────────────────── link cut ───────────────────────────────
                                           │ log: OK → System_Paused
+0:07                                      │ powered off`.slice(1),
    );
  });

  it('names the arrays on each line where there is no room for two columns', () => {
    expect(formatTimeline(drill, { width: 36 })).toBe(
      `
+0:00  a   pause db → 204
       a b db: OK → Pausing
+0:02  a b db: Pausing → Paused
+0:05      Now the line goes.
       ──  link cut
       b   log: OK → System_Paused
+0:07  b   powered off`.slice(1),
    );
    const lines = formatTimeline(drill, { width: 30 }).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(30);
  });

  it('shows certain sessions, or queries and jobs as well', () => {
    expect(formatTimeline(drill, { sessions: ['log'] })).not.toContain('Pausing');
    const all = formatTimeline(drill, { all: true, width: 140 });
    expect(all).toContain('GET /replication_session/id-of-db?select=state → 200');
    expect(all).toContain('Pause replication session db: Completed');
  });

  it('colors, and is the same text below the colors', () => {
    const colored = formatTimeline(drill, { color: true, width: 80 });
    expect(colored).toContain('\u001B[');
    const plain = stripVTControlCharacters(colored).replaceAll(/ +$/gm, '');
    expect(plain).toBe(formatTimeline(drill, { width: 80 }));
  });

  it('has one line for a thousand sessions that fare the same', async () => {
    await using sim = await createSimulator({ clock: 'manual', sessions: 1000, fast: true });
    sim.link.cut();
    const lines = formatTimeline(sim.journal, { width: 120 }).split('\n');
    expect(lines.length).toBeLessThan(20);
    expect(lines.join('\n')).toMatch(/erp-data, web-content and 1\d{3} more: OK → System_Paused/);
  });

  it('is only its heading where nothing has happened', () => {
    expect(formatTimeline([])).toMatch(/^ +array A +│ array B$/);
  });
});
