// The collection that Postman's converter makes of the published document, sent to the simulator.
import { expect, it } from 'vitest';
import { startArray } from './helpers/array.ts';
import { section } from './helpers/page.ts';
import { projectOf } from './helpers/project.ts';

interface Variable {
  key: string;
  value: string;
  disabled?: boolean;
}

interface Item {
  name: string;
  item?: Item[];
  request?: {
    method: string;
    url: { path: string[]; query: Variable[]; variable: Variable[] };
    body?: { raw?: string };
  };
}

type Sent = Required<Item>['request'];

const requestsIn = (items: readonly Item[]): Sent[] =>
  items.flatMap(({ item = [], request }) => [...(request ? [request] : []), ...requestsIn(item)]);

/** Path and query of a request, as Postman sends it. */
function targetOf({ url: { path, query, variable } }: Sent): string {
  const valueOf = (part: string): string =>
    part.startsWith(':') ? (variable.find(({ key }) => key === part.slice(1))?.value ?? part) : part;
  const enabled = query.filter(({ disabled }) => disabled !== true);
  const search = new URLSearchParams(enabled.map(({ key, value }): [string, string] => [key, value]));
  return `/${path.map((part) => encodeURIComponent(valueOf(part))).join('/')}?${search}`;
}

it('every GET of the collection is answered, and so it is with any one of its optional parameters', async () => {
  const array = await startArray();
  const project = await projectOf(section('Postman'));
  const requests = requestsIn((JSON.parse(await project.read('collection.json')) as Required<Item>).item);
  const reads = requests.filter(({ method }) => method === 'GET');
  expect(requests).toHaveLength(38);
  expect(reads.length).toBeGreaterThan(15);

  const targets = reads.flatMap((read) => [
    targetOf(read),
    ...read.url.query.map((one) => targetOf({ ...read, url: { ...read.url, query: [{ ...one, disabled: false }] } })),
  ]);
  expect(targets.length).toBeGreaterThan(200);
  for (const target of targets)
    expect({ target, status: (await array.get(target)).status }).toEqual({ target, status: 200 });
});
