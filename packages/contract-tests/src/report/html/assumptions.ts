// The assumptions of the contract, by what the array says of them. Those that it contradicts come first.
import {
  type AssumptionResult,
  assumptionStates,
  countStates,
  describeAssumption,
  ofState,
  stateTitles,
} from '../assumption-result.js';
import type { Report } from '../report.js';
import { breakable, type Markup, markup } from './markup.js';

export function assumptionsSection({ assumptions }: Report): Markup | undefined {
  if (assumptions.length === 0) return undefined;
  return markup`<section aria-labelledby="assumptions">
<h2 id="assumptions">Assumptions <span class="count">${assumptions.length}</span></h2>
<p>No public source confirms these facts of the contract. ${countStates(assumptions)}.</p>
${assumptionStates.map((state) => {
  const some = ofState(assumptions, state);
  return some.length === 0
    ? undefined
    : markup`<details class="spread"${state === 'contradicted' ? OPEN : undefined}><summary>${some.length} ${stateTitles[state]}</summary>
<table class="checks">
<thead><tr><th scope="col">Assumption</th><th scope="col">${state === 'confirmed' || state === 'contradicted' ? 'The array' : 'Why'}</th></tr></thead>
<tbody>${some.map(rowOf)}</tbody>
</table></details>`;
})}
</section>`;
}

const OPEN = markup` open`;

const rowOf = ({ assumption, evidence = [], reason }: AssumptionResult): Markup =>
  markup`<tr><td><code>${breakable(assumption)}</code> <span class="muted">${describeAssumption(assumption)}</span></td><td>${evidence.length > 0 ? evidence.join('; ') : reason}</td></tr>`;
