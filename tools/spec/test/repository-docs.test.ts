// The pages of the repository agree with the contract.
import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { bundleDocument } from '../src/contract/bundle.ts';
import { type Document, operationsOf } from '../src/contract/document.ts';
import { entryDocument } from '../src/contract/paths.ts';

const page = (name: string): Promise<string> => readFile(new URL(`../../../${name}`, import.meta.url), 'utf8');

let document: Document;

beforeAll(async () => {
  document = await bundleDocument(entryDocument);
});

it('the README lists every operation of replication with its first release', async () => {
  const resources =
    /^(replication_session|remote_system|replication_rule|policy|volume|volume_group|host_volume_mapping)$/;
  const rows = [...(await page('README.md')).matchAll(/^\| [\w ]+\| `(\w+ \S+)` +\| ([\d.]+) +\|$/gm)];
  const listed = rows.map(([, call, since]) => `${call} ${since}`);
  const contract = operationsOf(document)
    .filter(({ operation }) => resources.test(operation.tags[0] ?? ''))
    .map(({ path, method, operation }) => `${method.toUpperCase()} ${path} ${operation['x-added'] ?? '1.0.0.0'}`);
  expect(listed.toSorted()).toEqual(contract.toSorted());
});

it('CONTRIBUTING explains every x- key the contract uses', async () => {
  const text = await page('CONTRIBUTING.md');
  const used = new Set(
    JSON.stringify(document)
      .match(/"x-[\w-]+"(?=:)/g)
      ?.map((key) => key.slice(1, -1)),
  );
  expect(used.size).toBeGreaterThan(8);
  expect([...used].filter((key) => !text.includes(`\`${key}\``))).toEqual([]);
});

it('the page of assumptions has every one of them', async () => {
  const text = await page('packages/types/docs/assumptions.md');
  const rows = [...text.matchAll(/^\| `(.+)` \| (.+) \| (.+) \|$/gm)];
  const files = (await readdir(new URL('../../../spec', import.meta.url), { recursive: true })).filter((name) =>
    name.endsWith('.yaml'),
  );
  const contract = (await Promise.all(files.map((name) => page(`spec/${name}`)))).join('\n');
  const sources = contract.match(/x-source:\s*\[[^\]]*\]/g) ?? [];
  const written = sources.flatMap((list) => list.match(/\bassumed\/\w/g) ?? []);
  expect(written.length).toBeGreaterThan(50);
  expect(rows).toHaveLength(written.length);
  const sync = rows.find(([, name]) => name === 'replication_session_sync@Source/Asynchronous#link');
  expect(sync?.slice(2)).toEqual(['`POST /replication_session/{id}/sync`, row 1 of the state table', 'the link']);
});
