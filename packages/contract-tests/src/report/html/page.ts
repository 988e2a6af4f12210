// The report as one file that needs no network. People read, filter and print it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Report } from '../report.js';
import { findingsPage, severities, verdictOf } from '../render/view.js';
import { assumptionsSection } from './assumptions.js';
import { checksSection } from './checks.js';
import { coverageSection } from './coverage.js';
import { findingsSection } from './findings.js';
import { type Markup, markup } from './markup.js';
import { operationsSection } from './operations.js';
import { alarms, masthead, tiles } from './summary.js';

/** In the order in which they apply. */
const stylesheets = [
  'style/base.css',
  'style/summary.css',
  'style/controls.css',
  'style/findings.css',
  'style/coverage.css',
  'style/operations.css',
  'style/checks.css',
  'style/narrow.css',
  'style/print.css',
];

export function renderHtml(report: Report): string {
  const { arrays, tool } = report;
  const [style, script] = [stylesheets.map(readAsset).join('\n'), readAsset('report.js')];
  const title = `${verdictOf(report)}: ${arrays.map(({ label }) => label).join(', ')}`;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${ownMarkup(style)}</style>
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
${assumptionsSection(report)}
${operationsSection(report)}
${checksSection(report)}
</main>
<footer>
<p>This file contains no ids, names, addresses or texts of the array. References such as <code>⟨id 1⟩</code> replace them; equal values have equal references.</p>
<p><code>${findingsPage}</code> of ${tool.name} ${tool.version} explains every kind of finding. Unofficial: not made, reviewed or supported by Dell.</p>
</footer>
<div id="tip" hidden></div>
<script type="module">${ownMarkup(script)}</script>
</body>
</html>
`.markup;
}

/** Style and script are files of the published `src`, from where `dist` reads them too. */
const readAsset = (name: string): string =>
  readFileSync(new URL(`../../../src/report/html/${name}`, import.meta.url), 'utf8');

/** The browser runs and loads nothing but the style and the script of the file. */
const policyFor = (style: string, script: string): string =>
  `default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(script)}'; base-uri 'none'; form-action 'none'`;

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

const ownMarkup = (text: string): Markup => ({ markup: text });

const box = (of: string, tag: string): Markup =>
  markup`<label class="toggle"><input type="checkbox" checked data-of="${of}" value="${tag}"> ${tag.replace('-', ' ')}</label>`;

/** Filters. The script shows them, because they do nothing without it. */
function controls({ checks, findings, assumptions }: Report): Markup {
  const outcomes = [...new Set(checks.map(({ outcome }) => outcome))];
  const some = severities.filter((it) => findings.some(({ severity }) => severity === it));
  return markup`<nav class="bar" aria-label="Report">
<ul class="jump"><li><a href="#findings">Findings</a></li><li><a href="#coverage">Coverage</a></li>${assumptions.length > 0 ? markup`<li><a href="#assumptions">Assumptions</a></li>` : undefined}<li><a href="#operations">Operations</a></li><li><a href="#checks">Checks</a></li></ul>
<form class="filters" role="search" hidden>
<label class="find"><span class="vh">Filter findings, operations and checks</span><input type="search" placeholder="Filter" autocomplete="off" spellcheck="false"></label>
${some.length > 0 ? markup`<fieldset><legend class="vh">Findings of severity</legend>${some.map((it) => box('finding', it))}</fieldset>` : undefined}
<fieldset><legend class="vh">Checks that</legend>${outcomes.map((it) => box('check', it))}</fieldset>
<output class="muted"></output>
</form>
</nav>`;
}
