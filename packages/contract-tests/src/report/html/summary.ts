import type { Report } from '../report.js';
import { labelOf, many, runIn, shareOf, severities, verdictOf } from '../render/view.js';
import { type Markup, markup } from './markup.js';

/** Above everything else: sessions that the run did not put back, and why there is no verdict. */
export const alarms = ({ notRestored = [], endedEarly }: Report): Markup[] => [
  ...(notRestored.length > 0
    ? [
        markup`<section class="alarm" role="alert" aria-labelledby="not-restored">
<h2 id="not-restored">Not put back as it was</h2>
<ul>${notRestored.map((it) => markup`<li>${it}</li>`)}</ul>
</section>`,
      ]
    : []),
  ...(endedEarly === undefined ? [] : [markup`<p class="alarm"><strong>No verdict.</strong> ${endedEarly}</p>`]),
];

export function masthead(report: Report): Markup {
  const { summary, arrays, contract, mode, started, ended, tool } = report;
  const facts: [string, Markup | string][] = [
    ...arrays.map(({ label, release }): [string, Markup] => [label, markup`release <strong>${release}</strong>`]),
    ['Contract', contract],
    ['Mode', mode],
    ['Run', markup`<time datetime="${started}">${at(started)}</time>, ${lasted(started, ended)}`],
    ['Made by', `${tool.name} ${tool.version}`],
  ];
  return markup`<header class="masthead">
<p class="eyebrow">PowerStore contract report</p>
<h1 class="verdict ${summary.verdict}">${verdictOf(report)}</h1>
<dl class="facts">${facts.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
</header>`;
}

export function tiles(report: Report): Markup {
  const { summary, findings } = report;
  const { outcomes, coverage, requests } = summary;
  const count = (severity: string): number => findings.filter((it) => it.severity === severity).length;
  const all: [name: string, value: string | number, rest: string, tone?: string][] = [
    ...severities.map((it): [string, number, string, string] => [
      `${it}s`,
      count(it),
      it === 'error' ? 'fail the run' : it === 'warning' ? 'look into in time' : 'worth knowing',
      count(it) > 0 ? it : '',
    ]),
    ['checks passed', outcomes.passed, notPassed(outcomes)],
    [
      'coverage',
      shareOf(coverage),
      `seen ${coverage.reached} of ${coverage.attainable} that ${runIn(report)} can see; ${coverage.accepted} only accepted in a filter`,
    ],
    ['requests', requests, 'one at a time'],
  ];
  return markup`<section aria-label="Summary"><ul class="tiles">${all.map(
    ([name, value, rest, tone = '']) =>
      markup`<li class="tile ${tone}"><strong>${value}</strong> <span>${name}</span> <small>${rest}</small></li>`,
  )}</ul></section>`;
}

const notPassed = ({ failed, broken, ...rest }: Report['summary']['outcomes']): string =>
  [
    many(failed + broken, 'failed', 'failed'),
    ...(rest['not-applicable'] > 0 ? [`${rest['not-applicable']} not applicable`] : []),
    ...(rest['not-run'] > 0 ? [`${rest['not-run']} not run`] : []),
  ].join(', ');

const at = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;

function lasted(started: string, ended: string): string {
  const seconds = Math.round((Date.parse(ended) - Date.parse(started)) / 1000);
  return seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** The arrays on which something was found; nothing where the run has only one. */
export const onArrays = ({ arrays }: Report, sites: readonly ('a' | 'b')[]): string =>
  arrays.length > 1 ? sites.map((site) => labelOf(arrays, site)).join(', ') : '';
