// Coverage as pictures that are tables as well. Each cell names the checks that saw the item: for mouse, keyboard and ear.
import { lifecycle, type LifecycleRule, hasLifecycle, isOperation } from '@powerstore-api/types';
import { countCovered, type Counts, type Covered, isOnlyAccepted } from '../coverage.js';
import type { Dimension } from '../../contract/items.js';
import type { Report } from '../report.js';
import { dimensions, dimensionTitles, groupBy, itemName, ofDimension, runIn, shareOf } from '../render/view.js';
import { breakable, type Markup, markup, spoken } from './markup.js';

export function coverageSection(report: Report): Markup {
  const { coverage } = report;
  const run = runIn(report);
  return markup`<section aria-labelledby="coverage">
<h2 id="coverage">Coverage</h2>
<p class="muted">Seen: an answer had it. Accepted in a filter: the array knows it, and no answer had it. Both of what ${run} can see.</p>
${totals(coverage, run)}
${legend(run)}
<h3 id="by-status">Statuses, by operation</h3>
${statusGrid(ofDimension(coverage, 'status'), run)}
<h3 id="by-transition">State table: from which state each action was tried</h3>
${transitionGrid(ofDimension(coverage, 'transition'), run)}
<h3 id="by-form">Forms of queries</h3>
<ul class="forms" data-roving>${ofDimension(coverage, 'form').map((it) => markup`<li class="chip ${stateOf(it)}" data-tip>${itemName(it.item)}<span class="vh"> ${describeSeen(it, run)}</span></li> `)}</ul>
<div class="columns">
<div><h3>Attributes, by resource</h3>${bars(ofDimension(coverage, 'property'), run)}</div>
<div><h3>Literals, by enum</h3>${bars(ofDimension(coverage, 'literal'), run)}</div>
</div>
</section>`;
}

const legend = (run: string): Markup =>
  markup`<p class="legend" aria-hidden="true"><span><i class="cell h1"></i><i class="cell h2"></i><i class="cell h3"></i> seen by one, a few, many checks</span> <span><i class="cell accepted"></i> only accepted in a filter</span> <span><i class="cell open"></i> neither</span> <span><i class="cell beyond"></i> ${run} cannot see it</span></p>`;

const totals = (coverage: readonly Covered[], run: string): Markup => markup`<div class="scroll"><table class="totals">
<thead><tr><th scope="col">Of the contract</th><td class="bar"></td><th scope="col" class="n">Seen</th><th scope="col" class="n">Accepted in a filter</th><th scope="col" class="n">That ${run} can see</th><th scope="col" class="n">All</th><th scope="col" class="n">Share seen</th></tr></thead>
<tbody>${dimensions.map((dimension: Dimension) => {
  const counts = countCovered(ofDimension(coverage, dimension));
  return markup`<tr><th scope="row">${dimensionTitles[dimension]}</th><td class="bar">${bar(counts)}</td><td class="n">${counts.reached}</td><td class="n">${counts.accepted}</td><td class="n">${counts.attainable}</td><td class="n">${counts.all}</td><td class="n">${shareOf(counts)}</td></tr>`;
})}</tbody>
</table></div>`;

/** The shares of the items that can be seen, that the array accepted in a filter or showed, and that it showed. */
const bar = ({ all, attainable, reached, accepted }: Counts): Markup => {
  const part = (count: number): string => (all === 0 ? 0 : (100 * count) / all).toFixed(1);
  return markup`<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="all" width="100" height="8"/><rect class="attainable" width="${part(attainable)}" height="8"/><rect class="accepted" width="${part(reached + accepted)}" height="8"/><rect class="reached" width="${part(reached)}" height="8"/></svg>`;
};

function stateOf(covered: Covered): string {
  const { attainable, by } = covered;
  if (by.length > 0) return `h${by.length > 4 ? 3 : by.length > 1 ? 2 : 1}`;
  return isOnlyAccepted(covered) ? 'accepted' : attainable ? 'open' : 'beyond';
}

function describeSeen({ attainable, by, acceptedBy = [] }: Covered, run: string): string {
  if (by.length > 0) return `seen by ${some(by)}`;
  if (acceptedBy.length > 0) return `only accepted in a filter, by ${some(acceptedBy)}`;
  return attainable ? 'not seen' : `${run} cannot see it`;
}

const some = (checks: readonly string[]): string =>
  `${checks.slice(0, 8).join(', ')}${checks.length > 8 ? ` and ${checks.length - 8} more` : ''}`;

const cell = (it: Covered, what: string, run: string): Markup =>
  markup`<td data-tip><i class="cell ${stateOf(it)}"></i>${spoken(`${what}: ${describeSeen(it, run)}`)}</td>`;

function statusGrid(items: readonly Covered[], run: string): Markup {
  const split = items.map((it) => {
    const [id = '', status = ''] = itemName(it.item).split(' ');
    return { it, id, status };
  });
  const columns = [...new Set(split.map(({ status }) => status))].toSorted();
  return markup`<div class="scroll"><table class="grid" data-roving aria-labelledby="by-status">
<thead><tr><td></td>${columns.map((it) => markup`<th scope="col">${it}</th>`)}<th scope="col" class="n">Seen</th></tr></thead>
<tbody>${[...groupBy(split, ({ id }) => id)].map(([id, all]) => {
    const { reached, all: count } = countCovered(all.map(({ it }) => it));
    return markup`<tr><th scope="row"><a href="#op-${id}">${breakable(id)}</a></th>${columns.map((column) => {
      const found = all.find(({ status }) => status === column);
      return found ? cell(found.it, `${id} ${column}`, run) : markup`<td></td>`;
    })}<td class="n">${reached}/${count}</td></tr>
`;
  })}</tbody>
</table></div>`;
}

/** A line for each row of the state table, a column for each state that it may begin in. */
function transitionGrid(items: readonly Covered[], run: string): Markup {
  const rows = items.flatMap((it) => {
    const [id = '', number = ''] = itemName(it.item).split(' ');
    const rule: LifecycleRule | undefined =
      isOperation(id) && hasLifecycle(id) ? lifecycle[id].rules[Number(number)] : undefined;
    return rule ? [{ it, id, rule }] : [];
  });
  const states = [...new Set(rows.flatMap(({ rule }) => rule.from ?? []))];
  return markup`<div class="scroll"><table class="grid transitions" data-roving aria-labelledby="by-transition">
<thead><tr><td></td>${states.map((it) => markup`<th scope="col" class="state"><span>${it.replaceAll('_', ' ')}</span></th>`)}<th scope="col" class="state"><span>any other</span></th><th scope="col">Ends in</th></tr></thead>
<tbody>${rows.map(({ it, id, rule }) => {
    const what = `${id}, ${conditionsOf(rule)}`;
    return markup`<tr><th scope="row">${breakable(id.replace('replication_session_', ''))} <small>${conditionsOf(rule)}</small></th>${states.map((state) => (rule.from?.includes(state) ? cell(it, `${what} from ${state}`, run) : markup`<td></td>`))}${rule.from ? markup`<td></td>` : cell(it, what, run)}<td class="to">${[...(rule.via ?? []), rule.to ?? 'as it was'].join(' → ').replaceAll('_', ' ')}</td></tr>
`;
  })}</tbody>
</table></div>`;
}

/** The conditions of a row of the state table, besides the state. */
function conditionsOf({ when, paused_in, roles, types, resource_types, link, failover_test }: LifecycleRule): string {
  const parts = [
    ...Object.entries(when ?? {}).map(([name, value]) => `${name} ${String(value)}`),
    ...[roles, types, resource_types].flatMap((it) => (it ? [it.join(' or ')] : [])),
    ...(paused_in ? [`paused in ${paused_in.join(' or ')}`] : []),
    ...(link ? ['link up'] : []),
    ...(failover_test === undefined ? [] : [failover_test ? 'in a failover test' : 'no failover test']),
  ];
  return parts.join(', ').replaceAll('_', ' ') || 'always';
}

/** A bar for each resource or enum; below it, the checks that saw each item. */
const bars = (items: readonly Covered[], run: string): Markup[] =>
  [...groupBy(items, ({ item }) => itemName(item).split('.')[0] ?? '')].map(([name, all]) => {
    const counts = countCovered(all);
    return markup`<details class="bars"><summary><span class="name">${breakable(name)}</span> ${bar(counts)} <span class="n">${counts.reached} of ${counts.all}${counts.accepted > 0 ? `, ${counts.accepted} accepted` : ''}</span></summary>
<ul class="items">${all.map((it) => markup`<li><i class="cell ${stateOf(it)}"></i> <code>${itemName(it.item).slice(name.length + 1)}</code> <span class="muted">${describeSeen(it, run)}</span></li>`)}</ul></details>`;
  });
