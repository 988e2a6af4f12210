import { operations } from '@powerstore-api/types';
import type { Report } from '../report.js';
import type { Placed, ReportedFinding } from '../reported-finding.js';
import { findingsByKind, many } from '../render/view.js';
import { breakable, type Markup, markup, slug } from './markup.js';
import { loginCommands } from '../../evidence/curl.js';
import type { ShownEvidence } from '../../findings/evidence.js';
import { onArrays } from './summary.js';

/** By kind: its title, cause and remedy; below that, each finding with the places where it was found. */
export function findingsSection(report: Report): Markup {
  const kinds = findingsByKind(report.findings);
  return markup`<section aria-labelledby="findings">
<h2 id="findings">Findings <span class="count">${report.findings.length}</span></h2>
${
  kinds.length === 0
    ? markup`<p class="empty">No finding: every answer is as the contract says.</p>`
    : markup`<p class="empty" data-none="finding" hidden>No finding fits the filter.</p>
${loginOf(report)}`
}
${kinds.map(
  ({
    id,
    severity,
    title,
    cause,
    remedy,
    findings,
  }) => markup`<article class="kind ${severity}" data-group aria-labelledby="kind-${slug(id)}">
<header>
<h3 id="kind-${slug(id)}">${title}</h3>
<p class="line"><span class="badge ${severity}">${severity}</span> <code>${id}</code> <span class="muted">${many(findings.length, 'finding')}</span></p>
</header>
<dl class="advice">${cause === undefined ? undefined : markup`<div><dt>Means</dt><dd>${cause}</dd></div>`}<div><dt>To do</dt><dd>${remedy}</dd></div></dl>
<ul class="places">${findings.map((it) => findingOf(report, it))}</ul>
</article>`,
)}
</section>`;
}

/** More places are folded. */
const maxOpenPlaces = 8;

/** A finding: its message, its places, and the checks that found it. */
function findingOf(report: Report, { severity, message, places, checks, sites, times }: ReportedFinding): Markup {
  const where = onArrays(report, sites);
  const [site = 'a'] = sites;
  const [first] = places;
  return markup`<li data-item="finding" data-tag="${severity}">
<p class="message">${message}</p>
${
  places.length === 1 && first
    ? markup`${placeOf(first)}${evidenceOf(first.evidence, true)}`
    : markup`<details class="spread"${places.length > maxOpenPlaces ? undefined : markup` open`}><summary>${many(places.length, 'place')}</summary>
<ul>${places.map((it) => markup`<li>${it.message === message ? undefined : markup`<p>${it.message}</p>`}${placeOf(it)}${evidenceOf(it.evidence, it === first)}</li>`)}</ul></details>`
}
<p class="where by muted">${checks.map((it, index) => [index > 0 ? ', ' : 'by ', markup`<a href="#check-${site}-${slug(it)}">${it}</a>`])}${
    where === '' ? undefined : ` on ${where}`
  }${times > 1 ? `, ${times} times` : undefined}</p>
</li>`;
}

const placeOf = ({ request, status, operation, place, subject, sample }: Placed): Markup =>
  markup`<p class="where"><code>${request}</code> → <span class="status">${status}</span> ${
    operation in operations
      ? markup`<a href="#op-${slug(operation)}">${breakable(operation)}</a>`
      : markup`${operation}`
  }</p>
${place === undefined ? undefined : markup`<p class="where"><span class="muted">place</span> <code>${place}</code></p>`}
${subject === undefined ? undefined : markup`<p class="where"><span class="muted">subject</span> <code>${subject}</code></p>`}
${sample === undefined ? undefined : markup`<p class="where"><span class="muted">sample</span> <code>${sample}</code></p>`}`;

/** The commands of the findings need a login. */
const loginOf = ({ arrays }: Report): Markup => markup`<details class="login"><summary>To send a request again</summary>
<p>Set the variables, and log in with these commands: curl asks for the password. Then copy the command of a finding, and put values in place of references such as <code>⟨id 1⟩</code>. The file that <code>--details</code> writes has the commands with their values.</p>
${arrays.map(({ site, label }) => markup`<p class="muted">${label}</p><pre class="command" tabindex="0">${loginCommands(site)}</pre>`)}
</details>`;

/** The request of a place, as a command, and the answer to it. */
const evidenceOf = (evidence: ShownEvidence | undefined, isOpen: boolean): Markup | undefined =>
  evidence &&
  markup`<details class="evidence"${isOpen ? markup` open` : undefined}><summary>Request and answer${
    evidence.isWrite ? markup` <span class="badge warning">changes the array</span>` : undefined
  }</summary>
<pre class="command" tabindex="0">${evidence.curl}</pre>
<pre tabindex="0">${Object.entries(evidence.headers).map(([name, value]) => `${name}: ${value}\n`)}${
    evidence.body === undefined ? 'no JSON' : JSON.stringify(evidence.body, null, 2)
  }</pre>
</details>`;
