import { type Line, precise, table, whole } from '../format.js';
import type { Part } from '../part.js';
import { atLeast, atMost, type Verdict } from '../verdict.js';
import { measureReading, type Reading, total } from './reading.js';
import {
  type Crowd,
  crowds,
  measureRequests,
  type Question,
  questions,
  type Requests,
  type Way,
  ways,
} from './requests.js';

interface Report {
  requests: Requests;
  reading: Reading;
}

/** The client, beside what it is built on. */
export const client: Part = async (isQuick, progress) => {
  const requests = await measureRequests(
    isQuick ? { rounds: 3, requests: 1000 } : { rounds: 7, requests: 3000 },
    progress,
  );
  const reading = await measureReading(isQuick ? 2 : 5, progress);
  const report: Report = { requests, reading };
  return { report, table: (colored) => clientTable(report, colored), verdicts: judge(report) };
};

const names: Readonly<Record<Question, string>> = { one: 'one session', page: 'a page of 100' };
const crowdNames: Readonly<Record<Crowd, string>> = { 1: 'one at a time', 50: '50 at once' };

function judge({ requests, reading }: Report): Verdict[] {
  const ratios = (way: Way, most: number): Verdict[] =>
    questions.flatMap((question) =>
      crowds.map((crowd) => {
        const times = requests[question][crowd];
        return atMost(`${names[question]}, ${crowdNames[crowd]}: ${way} / fetch`, most, times[way] / times.fetch);
      }),
    );
  const all = `reading ${whole(total)}`;
  return [
    ...ratios('client/node', 0.7),
    ...ratios('client', 1.15),
    atMost(`${all}: client/node / parsing alone`, 1.6, reading.client / reading.parsing),
    atLeast(`${all}, 50 ms a page: fetch / client/node`, 1.8, reading.slow.fetch / reading.slow.client),
    atMost(`${all}: memory, most / early`, 1.2, reading.memory.most / reading.memory.early),
  ];
}

const megabytes = (size: number): string => whole(size / 1024 ** 2);

function clientTable({ requests, reading }: Report, colored: boolean): string {
  const lines = questions.flatMap((question): Line[] => [
    { label: `A request for ${names[question]}, µs` },
    ...crowds.map((crowd) => ({
      label: `  ${crowdNames[crowd]}`,
      cells: ways.map((way) => whole(requests[question][crowd][way])),
    })),
  ]);
  const { bytes, parsing, fetch, client: own, slow, memory } = reading;
  return table(
    [['fetch', 'undici', 'client', 'client/node']],
    [
      ...lines,
      {
        label: `Reading ${whole(total)} sessions (${megabytes(bytes)} MB), ms`,
        cells: [whole(fetch), '', '', whole(own)],
      },
      { label: '  50 ms a page', cells: [whole(slow.fetch), '', '', whole(slow.client)] },
      { label: '  parsing alone', cells: [whole(parsing)] },
      {
        label: '  memory, early → most, MB',
        cells: ['', '', '', `${precise(memory.early / 1024 ** 2)} →`, precise(memory.most / 1024 ** 2)],
      },
    ],
    colored,
  );
}
