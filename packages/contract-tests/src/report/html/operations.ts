import { type OperationId, operations } from '@powerstore-api/types';
import type { Covered } from '../coverage.js';
import type { Sample } from '../../array/secrecy/redact.js';
import type { Report } from '../report.js';
import { groupBy, many, itemName, ofDimension, runIn } from '../render/view.js';
import { breakable, type Markup, markup, slug } from './markup.js';

/** A card for each operation: its statuses, sample exchanges, and the checks that sent it. */
export function operationsSection(report: Report): Markup {
  const statuses = groupBy(ofDimension(report.coverage, 'status'), ({ item }) => itemName(item).split(' ')[0] ?? '');
  const cards = [...statuses].map(([id, covered]) => cardOf(report, id as OperationId, covered));
  return markup`<section aria-labelledby="operations">
<h2 id="operations">Operations <span class="count">${cards.length}</span></h2>
<p class="empty" data-none="operation" hidden>No operation fits the filter.</p>
${cards}
</section>`;
}

function cardOf(report: Report, id: OperationId, covered: readonly Covered[]): Markup {
  const { checks, findings } = report;
  const { method, path, safety } = operations[id];
  const found = findings.filter(({ places }) => places.some(({ operation }) => operation === id));
  const by = [...new Set(covered.flatMap((it) => it.by))];
  return markup`<details class="card" id="op-${slug(id)}" data-item="operation">
<summary><span class="method">${method}</span> <code class="path">${breakable(path)}</code> <span class="id">${breakable(id)}</span>
<span class="chips">${covered.map((it) => chipOf(it, runIn(report)))}${
    found.length === 0 ? undefined : markup` <span class="badge error">${many(found.length, 'finding')}</span>`
  }</span></summary>
<div class="body">
<p class="muted">${safety === 'read-only' ? 'It only reads.' : `It changes something: ${safety}.`} ${
    by.length === 0
      ? 'No check sent it.'
      : ['Sent by ', by.map((it, index) => [index > 0 ? ', ' : '', markup`<code>${it}</code>`]), '.']
  }</p>
${found.length === 0 ? undefined : markup`<h3>Findings</h3><ul>${found.map((it) => markup`<li><a href="#kind-${slug(it.id)}">${it.id}</a> ${it.message}</li>`)}</ul>`}
<div class="samples">${samplesOf(checks, id).map(sampleOf)}</div>
</div>
</details>`;
}

const chipOf = ({ item, attainable, by }: Covered, run: string): Markup => {
  const status = itemName(item).split(' ')[1] ?? '';
  const [state, words] =
    by.length > 0 ? ['seen', 'seen'] : attainable ? ['open', 'not seen'] : ['beyond', `${run} cannot see it`];
  return markup`<span class="chip ${state}">${status}<span class="vh"> ${words};</span></span> `;
};

/** The first sample of each status, from whichever check. */
const samplesOf = (checks: Report['checks'], id: OperationId): Sample[] =>
  [
    ...new Map(
      checks
        .flatMap(({ samples }) => samples)
        .filter(({ operation }) => operation === id)
        .toReversed()
        .map((it) => [it.status, it]),
    ).values(),
  ].toSorted((a, b) => a.status - b.status);

const sampleOf = ({ request, sent, status, headers, body }: Sample): Markup => markup`<section class="sample">
<h3><span class="status">${status}</span> <code>${request}</code></h3>
${sent === undefined ? undefined : markup`<h4>Sent</h4><pre tabindex="0">${pretty(sent)}</pre>`}
<h4>Answered</h4>
<pre tabindex="0">${Object.entries(headers).map(([name, value]) => `${name}: ${value}\n`)}${body === undefined ? '' : pretty(body)}</pre>
</section>`;

const pretty = (json: unknown): string => JSON.stringify(json, null, 2);
