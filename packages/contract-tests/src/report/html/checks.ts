import type { Report } from '../report.js';
import type { CheckRecord, CheckOutcome } from '../check-record.js';
import { suitesOf } from '../render/view.js';
import { breakable, type Markup, markup, slug } from './markup.js';

const outcomeMarks: Readonly<Record<CheckOutcome, string>> = {
  passed: '✓',
  failed: '✗',
  broken: '!',
  'not-applicable': '–',
  'not-run': '·',
};

/** Every check: how it ended and why, how many requests it sent, and how long it took. */
export const checksSection = (report: Report): Markup => markup`<section aria-labelledby="checks">
<h2 id="checks">Checks <span class="count">${report.checks.length}</span></h2>
<p class="empty" data-none="check" hidden>No check fits the filter.</p>
<table class="checks">
<thead><tr><th scope="col">Outcome</th><th scope="col">Check</th><th scope="col" class="n">Requests</th><th scope="col" class="n">Time</th></tr></thead>
${suitesOf(report).map(
  ({ title, checks }) => markup`<tbody data-group><tr class="group"><th scope="rowgroup" colspan="4">${title}</th></tr>
${checks.map(rowOf)}</tbody>`,
)}
</table>
</section>`;

const rowOf = ({ check, site, title, outcome, reason, findings, requests, milliseconds }: CheckRecord): Markup =>
  markup`<tr id="check-${site}-${slug(check)}" data-item="check" data-tag="${outcome}">
<td><span class="badge ${outcome}"><span aria-hidden="true">${outcomeMarks[outcome]} </span>${outcome.replace('-', ' ')}</span></td>
<td><code>${breakable(check)}</code> <span class="muted">${title}</span>${
    reason === undefined ? undefined : markup`<p class="reason">${reason}</p>`
  }${findings.length === 0 ? undefined : markup`<p class="reason">${[...new Set(findings.map(({ id }) => id))].map((id, index) => [index > 0 ? ', ' : '', markup`<a href="#kind-${slug(id)}">${id}</a>`])}</p>`}</td>
<td class="n"><span class="unit">Requests </span>${requests}</td>
<td class="n">${milliseconds < 1000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`}</td>
</tr>`;
