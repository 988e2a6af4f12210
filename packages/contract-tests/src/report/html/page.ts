// The report as one file that needs no network, to be read, filtered and printed.
import { createHash } from 'node:crypto';
import type { Report } from '../report.js';
import { findingsPage, severities, verdicts } from '../render/view.js';
import { checksSection } from './checks.js';
import { coverageSection } from './coverage.js';
import { findingsSection } from './findings.js';
import { type Markup, markup } from './markup.js';
import { operationsSection } from './operations.js';
import { script } from './script.js';
import { style } from './style.js';
import { alarms, masthead, tiles } from './summary.js';

export function renderHtml(report: Report): string {
  const { summary, arrays, tool } = report;
  const title = `${verdicts[summary.verdict]}: ${arrays.map(({ label }) => label).join(', ')}`;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${ours(style)}</style>
</head>
<body>
<a class="skip" href="#main">To the findings</a>
<div class="top">
${alarms(report)}
${masthead(report)}
${tiles(report)}
</div>
${controls(report)}
<main id="main" tabindex="-1">
${findingsSection(report)}
${coverageSection(report)}
${operationsSection(report)}
${checksSection(report)}
</main>
<footer>
<p>Ids, names, addresses and texts of the array are not in this file: references such as <code>⟨id 1⟩</code> stand for them, and equal ones are equal.</p>
<p>Every kind of finding is explained in <code>${findingsPage}</code> of ${tool.name} ${tool.version}. Unofficial: not made, reviewed or supported by Dell.</p>
</footer>
<div id="tip" hidden></div>
<script>${ours(script)}</script>
</body>
</html>
`.markup;
}

/** Nothing but what is in the file is run or loaded. */
const policy = `default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(script)}'; base-uri 'none'; form-action 'none'`;

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

const ours = (text: string): Markup => ({ markup: text });

const box = (of: string, tag: string): Markup =>
  markup`<label class="toggle"><input type="checkbox" checked data-of="${of}" value="${tag}"> ${tag.replace('-', ' ')}</label>`;

/** Filters. Shown by the script, which makes them do something. */
function controls({ checks, findings }: Report): Markup {
  const outcomes = [...new Set(checks.map(({ outcome }) => outcome))];
  const some = severities.filter((it) => findings.some(({ severity }) => severity === it));
  return markup`<nav class="bar" aria-label="Report">
<ul class="jump"><li><a href="#findings">Findings</a></li><li><a href="#coverage">Coverage</a></li><li><a href="#operations">Operations</a></li><li><a href="#checks">Checks</a></li></ul>
<form class="filters" role="search" hidden>
<label class="find"><span class="vh">Filter findings, operations and checks</span><input type="search" placeholder="Filter" autocomplete="off" spellcheck="false"></label>
${some.length > 0 ? markup`<fieldset><legend class="vh">Findings of severity</legend>${some.map((it) => box('finding', it))}</fieldset>` : undefined}
<fieldset><legend class="vh">Checks that</legend>${outcomes.map((it) => box('check', it))}</fieldset>
<output class="muted"></output>
</form>
</nav>`;
}
