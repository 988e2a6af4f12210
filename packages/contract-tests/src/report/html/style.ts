/** Calm and dense: one accent, the fonts of the system, numbers that line up. Every pair of colours has a contrast of 4.5 at least. */
export const style = `
:root {
  color-scheme: light dark;
  --bg: #f7f8f9; --surface: #fff; --text: #1b2026; --muted: #56616c; --line: #dfe3e8; --strong-line: #8a949f;
  --accent: #0a5bb5; --h1: #a9cbf0; --h2: #5598dd; --h3: #0a5bb5; --track: #e9edf1; --attainable: #c9d3de;
  --ok: #14692f; --error: #b01e17; --warning: #855000; --note: #56616c;
  --ok-bg: #e5f3e9; --error-bg: #fcebea; --warning-bg: #fbf0dc; --note-bg: #eef1f4;
  --mono: ui-monospace, 'SF Mono', 'Cascadia Code', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --bg: #111418; --surface: #191d22; --text: #e4e7eb; --muted: #9ca7b3; --line: #2a3037; --strong-line: #66717d;
    --accent: #7db7ff; --h1: #264a73; --h2: #3f7fc4; --h3: #8cc0ff; --track: #242a31; --attainable: #3a444f;
    --ok: #7bd497; --error: #ff968c; --warning: #f1bb6a; --note: #9ca7b3;
    --ok-bg: #16301f; --error-bg: #3d1b19; --warning-bg: #38290f; --note-bg: #242a31;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { scroll-padding-top: 4rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--bg); color: var(--text); font: 0.9375rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; font-variant-numeric: tabular-nums; }
.top, main, footer { max-width: 72rem; margin: 0 auto; padding: 0 1.5rem; }
.top { padding-top: 1.75rem; }
h1, h2, h3, h4, p, ul, dl, dd { margin: 0; padding: 0; }
ul { list-style: none; }
h1 { font-size: 1.75rem; line-height: 1.2; font-weight: 650; letter-spacing: -0.015em; }
h2 { font-size: 1.25rem; line-height: 1.3; font-weight: 650; letter-spacing: -0.01em; margin: 2.75rem 0 0.875rem; }
h3 { font-size: 0.9375rem; font-weight: 600; margin: 1.75rem 0 0.5rem; }
h4 { font-size: 0.75rem; font-weight: 600; color: var(--muted); margin: 0.5rem 0 0.125rem; }
code, pre, .method, .status { font-family: var(--mono); font-size: 0.8125rem; }
code { overflow-wrap: anywhere; }
a { color: var(--accent); text-decoration: underline; text-decoration-color: color-mix(in srgb, currentColor 35%, transparent); text-underline-offset: 0.15em; }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
main:focus { outline: none; }
[hidden] { display: none !important; }
.muted, .count { color: var(--muted); }
.count { font-weight: 400; margin-left: 0.25rem; }
.vh { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; padding: 0.5rem 0.75rem; background: var(--surface); z-index: 3; }
table { border-collapse: collapse; }
th { text-align: left; font-weight: 600; }
th.n, td.n, .n { text-align: right; white-space: nowrap; }

.alarm { border: 1px solid var(--error); border-left-width: 5px; border-radius: 6px; background: var(--error-bg); padding: 0.75rem 1rem; margin-bottom: 1.5rem; overflow-wrap: anywhere; }
.alarm h2 { margin: 0 0 0.25rem; color: var(--error); font-size: 1.0625rem; }
.alarm strong { color: var(--error); }
.alarm li { margin-left: 1.125rem; list-style: disc; }

.eyebrow { color: var(--muted); font-size: 0.8125rem; margin-bottom: 0.25rem; }
.verdict::before { content: ''; display: inline-block; width: 0.65em; height: 0.65em; border-radius: 50%; margin-right: 0.4em; background: var(--warning); }
.verdict.conforms::before { background: var(--ok); }
.verdict.does-not-conform::before { background: var(--error); border-radius: 2px; }
.facts { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; margin: 1.125rem 0 1.5rem; }
.facts dt { font-size: 0.75rem; color: var(--muted); }
.facts dd { overflow-wrap: anywhere; }
.facts strong { font-weight: 600; }

.tiles { display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); border: 1px solid var(--line); border-radius: 8px; background: var(--surface); overflow: hidden; }
.tile { padding: 0.75rem 1rem 0.875rem; box-shadow: -1px -1px 0 var(--line); }
.tile strong { display: block; font-size: 1.5rem; line-height: 1.25; font-weight: 600; letter-spacing: -0.01em; }
.tile span { display: block; font-size: 0.8125rem; font-weight: 600; }
.tile small { display: block; font-size: 0.75rem; line-height: 1.35; color: var(--muted); }
.tile.error strong { color: var(--error); }
.tile.warning strong { color: var(--warning); }

.bar { position: sticky; top: 0; z-index: 2; margin-top: 1.5rem; background: color-mix(in srgb, var(--bg) 94%, transparent); backdrop-filter: blur(6px); border-bottom: 1px solid var(--line); display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1.5rem; padding: 0.5rem max(1.5rem, calc((100% - 72rem) / 2 + 1.5rem)); }
.jump { display: flex; gap: 1rem; font-size: 0.875rem; }
.jump a { text-decoration: none; padding: 0.25rem 0; }
.jump a:hover { text-decoration: underline; }
.filters { display: flex; flex-wrap: wrap; align-items: center; gap: 0.375rem 0.75rem; flex: 1; font-size: 0.8125rem; }
.find input { font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--strong-line); border-radius: 5px; padding: 0.25rem 0.5rem; width: 13rem; max-width: 100%; }
.find input::placeholder { color: var(--muted); opacity: 1; }
fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.25rem; }
.toggle { position: relative; display: inline-flex; align-items: center; gap: 0.3rem; padding: 0.125rem 0.5rem 0.125rem 0.375rem; border: 1px solid var(--line); border-radius: 5px; background: var(--surface); cursor: pointer; }
.toggle input { accent-color: var(--accent); margin: 0; width: 0.8125rem; height: 0.8125rem; }
.toggle:has(:focus-visible) { outline: 2px solid var(--accent); outline-offset: 1px; }
.toggle :focus-visible { outline: none; }

.badge { display: inline-block; font-size: 0.75rem; line-height: 1.35; font-weight: 600; padding: 0.0625rem 0.4375rem; border-radius: 4px; white-space: nowrap; color: var(--note); background: var(--note-bg); }
.badge.passed { color: var(--ok); background: var(--ok-bg); }
.badge.error, .badge.failed, .badge.broken { color: var(--error); background: var(--error-bg); }
.badge.warning { color: var(--warning); background: var(--warning-bg); }
.empty { color: var(--muted); border: 1px dashed var(--line); border-radius: 8px; padding: 0.875rem 1rem; }

.kind, .card { border: 1px solid var(--line); border-radius: 8px; background: var(--surface); }
.kind { margin-bottom: 0.875rem; }
.kind header { padding: 0.75rem 1rem 0; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; }
.kind h3 { margin: 0; }
.kind h3::first-letter { text-transform: uppercase; }
.kind .line { font-size: 0.8125rem; }
.advice { padding: 0.375rem 1rem 0.75rem; font-size: 0.875rem; }
.advice div { display: grid; grid-template-columns: 3.5rem 1fr; }
.advice dt { color: var(--muted); }
.places li { border-top: 1px solid var(--line); padding: 0.5rem 1rem; }
.places li { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, auto); gap: 0 1.5rem; }
.places p { grid-column: 1; }
.places .by { grid-column: 2; grid-row: 1; text-align: right; max-width: 24rem; align-self: baseline; }
.message { font-weight: 500; overflow-wrap: anywhere; }
.where { font-size: 0.8125rem; overflow-wrap: anywhere; }
.status { font-weight: 600; }

.totals { width: 100%; font-size: 0.875rem; }
.totals thead { color: var(--muted); font-size: 0.75rem; }
.totals thead th { font-weight: 400; }
.totals th, .totals td { padding: 0.25rem 0 0.25rem 1rem; }
.totals th:first-child { padding-left: 0; white-space: nowrap; }
.totals td.bar { all: unset; display: table-cell; width: 45%; padding-left: 1rem; vertical-align: middle; }
.totals tbody th { font-weight: 400; }
svg { display: block; width: 100%; height: 0.5rem; border-radius: 2px; }
.all { fill: var(--track); } .attainable { fill: var(--attainable); } .reached { fill: var(--accent); }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; font-size: 0.75rem; color: var(--muted); margin-top: 1rem; }
.cell { display: inline-block; width: 0.875rem; height: 0.875rem; border-radius: 3px; vertical-align: -0.125rem; }
.legend .cell { margin-right: 0.1875rem; }
.h1.cell { background: var(--h1); } .h2.cell { background: var(--h2); } .h3.cell { background: var(--h3); }
.open.cell { border: 1px solid var(--strong-line); }
.beyond.cell { background: radial-gradient(circle, var(--strong-line) 0 1.5px, transparent 2px); }
.scroll { overflow-x: auto; position: relative; padding: 2px; margin: -2px; }
.grid { font-size: 0.8125rem; line-height: 1.3; }
.grid thead { color: var(--muted); }
.grid thead th { font-weight: 400; font-size: 0.75rem; padding: 0 0.25rem 0.25rem; text-align: center; vertical-align: bottom; }
.grid tbody th { font-weight: 400; padding: 0.0625rem 0.75rem 0.0625rem 0; }
.grid tbody th a { color: inherit; text-decoration: none; }
.grid tbody th a:hover { text-decoration: underline; }
.grid td { text-align: center; padding: 0; min-width: 1.875rem; height: 1.375rem; }
.grid td .cell { display: block; margin: 0 auto; width: calc(100% - 4px); height: 1.125rem; max-width: 2.5rem; }
.grid td.n { text-align: right; padding-left: 0.75rem; color: var(--muted); }
.grid tbody tr:hover { background: color-mix(in srgb, var(--accent) 7%, transparent); }
.grid thead .n { text-align: right; }
.grid small { color: var(--muted); font-size: 0.75rem; }
.grid .state { height: 1px; }
.grid .state span { writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; text-align: left; }
.grid .to { text-align: left; padding-left: 0.75rem; color: var(--muted); white-space: nowrap; }
.transitions thead th:last-child { text-align: left; padding-left: 0.75rem; }
[data-tip] { cursor: default; }
#tip { position: fixed; z-index: 4; max-width: min(22rem, calc(100vw - 16px)); background: var(--text); color: var(--bg); font-size: 0.75rem; line-height: 1.4; padding: 0.3125rem 0.5625rem; border-radius: 5px; pointer-events: none; overflow-wrap: anywhere; }

.operators { display: flex; flex-wrap: wrap; gap: 0.25rem; }
.chip { position: relative; display: inline-block; font-family: var(--mono); font-size: 0.75rem; line-height: 1.4; padding: 0 0.375rem; border: 1px solid var(--line); border-radius: 4px; color: var(--muted); }
.chip.seen, .chip.h1, .chip.h2, .chip.h3 { color: var(--accent); border-color: currentColor; font-weight: 600; }
.chip.beyond { border-style: dotted; }
.columns { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 2.5rem; align-items: start; }
.bars summary { display: grid; grid-template-columns: minmax(0, 1fr) 32% 5.25rem; align-items: center; gap: 0.75rem; font-size: 0.8125rem; padding: 0.125rem 0; cursor: pointer; border-radius: 3px; }
.bars summary:hover { background: color-mix(in srgb, var(--accent) 7%, transparent); }
.bars .name { overflow-wrap: anywhere; }
.bars .name::before { content: '▸'; display: inline-block; width: 1em; color: var(--muted); }
.bars[open] .name::before { content: '▾'; }
summary { list-style: none; }
summary::-webkit-details-marker { display: none; }
.items { margin: 0.25rem 0 0.75rem 1rem; font-size: 0.8125rem; }
.items li { overflow-wrap: anywhere; }

.card { margin-bottom: 0.375rem; scroll-margin-top: 4rem; }
.card summary { display: grid; grid-template-columns: 3.5rem minmax(0, 1fr) auto; gap: 0 0.75rem; align-items: baseline; padding: 0.4375rem 1rem; cursor: pointer; border-radius: 8px; }
.card summary:hover { background: color-mix(in srgb, var(--accent) 5%, transparent); }
.card[open] summary { border-bottom: 1px solid var(--line); border-radius: 8px 8px 0 0; }
.method { font-weight: 600; font-size: 0.75rem; color: var(--muted); }
.card .id { grid-column: 2; grid-row: 2; font-size: 0.75rem; color: var(--muted); }
.chips { grid-column: 3; grid-row: 1 / 3; text-align: right; max-width: 26rem; align-self: center; line-height: 1.6; }
.body { padding: 0.75rem 1rem 1rem; font-size: 0.875rem; }
.body > ul { font-size: 0.8125rem; }
.samples { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 0 1.25rem; align-items: start; }
.sample { min-width: 0; }
.sample h3 { margin: 1rem 0 0.25rem; font-weight: 400; line-height: 1.3; }
pre { margin: 0; padding: 0.5rem 0.75rem; background: var(--bg); border: 1px solid var(--line); border-radius: 6px; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.45; font-size: 0.75rem; max-height: 22rem; overflow-y: auto; }

.checks { width: 100%; font-size: 0.875rem; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; border-collapse: separate; border-spacing: 0; }
.checks td, .checks th { padding: 0.3125rem 1rem; vertical-align: baseline; }
.checks thead th { font-size: 0.75rem; font-weight: 400; color: var(--muted); }
.checks td { border-top: 1px solid var(--line); }
.checks td:first-child { width: 8.5rem; }
.checks .group th { padding-top: 1rem; font-size: 0.8125rem; }
.checks code { margin-right: 0.375rem; }
.checks tr:target td { background: color-mix(in srgb, var(--accent) 10%, transparent); }
.checks tr { scroll-margin-top: 4rem; }
.reason { font-size: 0.8125rem; overflow-wrap: anywhere; }
.unit { display: none; }

footer { margin-top: 2.5rem; padding-top: 1rem; padding-bottom: 2.5rem; font-size: 0.8125rem; color: var(--muted); }

@media (max-width: 60rem) { .tiles { grid-template-columns: repeat(3, minmax(0, 1fr)); } .columns { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 40rem) {
  .top, main, footer { padding-left: 1rem; padding-right: 1rem; }
  .bar { padding-left: 1rem; padding-right: 1rem; position: static; }
  html { scroll-padding-top: 0.5rem; }
  h1 { font-size: 1.375rem; }
  .facts { gap: 0.5rem 1.25rem; }
  .tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .places li { display: block; }
  .places .by { text-align: left; }
  .find, .find input { width: 100%; flex: 1 0 100%; }
  .totals th, .totals td { padding-left: 0.5rem; }
  .totals td.bar { display: none; }
  .totals th:first-child { white-space: normal; }
  .grid tbody th { min-width: 7.5rem; padding-right: 0.375rem; }
  .grid td { min-width: 1.25rem; }
  .transitions tbody th { min-width: 13rem; }
  .grid thead th { padding: 0 0.0625rem 0.25rem; font-size: 0.625rem; }
  .card summary { grid-template-columns: 3.25rem minmax(0, 1fr); }
  .chips { grid-column: 1 / 3; grid-row: 3; text-align: left; margin-top: 0.25rem; }
  .checks, .checks tbody, .checks tr, .checks td, .checks th { display: block; width: auto !important; }
  .checks thead { display: none; }
  .checks tr:not(.group) { border-top: 1px solid var(--line); padding: 0.375rem 0.75rem; }
  .checks td { border: 0; padding: 0; }
  .checks td.n { display: inline; color: var(--muted); font-size: 0.8125rem; margin-right: 1rem; }
  .checks th { padding: 0.5rem 0.75rem; }
  .unit { display: inline; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media (forced-colors: active) { .cell { forced-color-adjust: none; } }
@media print {
  :root { --bg: #fff; --surface: #fff; --text: #000; --muted: #444; --line: #ccc; --strong-line: #777; --accent: #0a5bb5; --h1: #a9cbf0; --h2: #5598dd; --h3: #0a5bb5; --track: #eee; --attainable: #ccc; --ok: #14692f; --error: #b01e17; --warning: #855000; --note: #444; --ok-bg: #fff; --error-bg: #fff; --warning-bg: #fff; --note-bg: #fff; color-scheme: light; }
  @page { margin: 14mm; }
  body { font-size: 9.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .bar, .skip, #tip { display: none; }
  .top, main, footer { max-width: none; padding: 0; }
  .card::details-content { content-visibility: visible; display: block; height: auto; }
  pre { max-height: none; overflow: visible; font-size: 6.5pt; line-height: 1.25; padding: 3pt 5pt; }
  .samples { display: block; columns: 2; column-gap: 12pt; }
  .sample h3 { margin-top: 6pt; }
  .card summary { padding: 3pt 8pt; }
  .body { padding: 4pt 8pt; font-size: 8.5pt; }
  .checks td { padding-top: 1pt; padding-bottom: 1pt; }
  a { color: inherit; text-decoration: none; }
  .badge { border: 1px solid currentColor; }
  h2, h3, .kind header, .card summary { break-after: avoid; }
  .places li, .tile, tr, .bars { break-inside: avoid; }
  .scroll { overflow: visible; }
  .grid { font-size: 7.5pt; }
  .grid td { min-width: 15pt; height: 12pt; }
  .grid td .cell { height: 9pt; }
  .grid thead th, .grid small { font-size: 7pt; }
  .transitions tbody th { min-width: 62mm; }
  .grid .to { white-space: normal; }
}
`;
