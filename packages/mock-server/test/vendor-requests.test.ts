// Every request of the table of clients, on every release on which the client sends it. docs/clients.md shows the table.
import { isAtLeast } from '@powerstore-api/types';
import { describe, expect, it } from 'vitest';
import { selfSignedCertificate } from '../src/http/certificate.js';
import { createSimulator, type SessionSpec, type Simulator } from '../src/index.js';
import { type VendorRequest, vendorRequests } from './helpers/vendor/requests.js';
import { basicOf, type Json, send } from './helpers/vendor/wire.js';

const releases = ['1.0.4', '2.0', '2.1', '3.0', '3.6', '4.0', '4.1', '4.4'] as const;

const isSent = ({ from = '1.0', until = '9.9' }: VendorRequest, release: string): boolean =>
  isAtLeast(release, from) && isAtLeast(until, release);

const tls = await selfSignedCertificate();

async function simulate(release: string): Promise<Simulator> {
  const sessions: SessionSpec[] = [
    { name: 'erp-data' },
    { name: 'web', kind: 'volume_group' },
    { name: 'incoming', source: 'b' },
    ...(isAtLeast(release, '3.0') ? [{ name: 'mirror', type: 'Metro_Active_Active' } as const] : []),
    ...(isAtLeast(release, '4.0') ? [{ name: 'ledger', kind: 'volume_group', type: 'Synchronous' } as const] : []),
  ];
  return createSimulator({ tls, release, clock: 'manual', transitions: 'immediate', sessions });
}

/** The instances that the targets name. */
async function instancesOf(sim: Simulator): Promise<Record<string, string>> {
  const headers = { authorization: basicOf(sim.a) };
  const rows = async (resource: string, query: string): Promise<Json[]> => {
    const { text } = await send(sim.a, { method: 'GET', target: `/${resource}?select=*&${query}`, headers });
    return JSON.parse(text) as Json[];
  };
  const idOf = async (resource: string, query: string): Promise<string> =>
    String((await rows(resource, query))[0]?.['id']);
  const volume = await idOf('volume', 'name=eq.erp-data');
  const group = await idOf('volume_group', 'name=eq.web');
  const sessionOf = async (resource: string): Promise<string> =>
    idOf('replication_session', `local_resource_id=eq.${resource}`);
  const policies = await rows('policy', 'type=eq.Protection');
  const policy = policies.find(({ is_replica: isReplica }) => isReplica !== true);
  return {
    volume,
    group,
    name: 'erp-data',
    spare: await idOf('volume', 'name=eq.spare-a'),
    session: await sessionOf(volume),
    destination: await sessionOf(await idOf('volume', 'name=eq.incoming')),
    synchronous: await sessionOf(await idOf('volume_group', 'name=eq.ledger')),
    mirror: await idOf('volume', 'name=eq.mirror'),
    metro: await sessionOf(await idOf('volume', 'name=eq.mirror')),
    system: await idOf('remote_system', 'order=id'),
    rule: await idOf('replication_rule', 'order=id'),
    policy: String(policy?.['id']),
    policyName: encodeURIComponent(String(policy?.['name'])),
  };
}

describe.each(releases)('on %s', (release) => {
  it('every client gets the answer that it needs', async () => {
    await using sim = await simulate(release);
    const instances = await instancesOf(sim);
    const before = sim.save();
    const answers: string[] = [];
    const expected: string[] = [];
    for (const request of vendorRequests) {
      if (!isSent(request, release)) continue;
      const { client, method = 'GET', headers, body, gap, status = gap && 400 } = request;
      const filled = (text: string): string =>
        text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => instances[name] ?? whole);
      const target = filled(request.target);
      const answer = await send(sim.a, {
        method,
        target,
        headers: { accept: 'application/json', authorization: basicOf(sim.a), ...headers },
        ...(body !== undefined && { body: filled(body) }),
      });
      const isRight = status === undefined ? answer.status < 300 : answer.status === status;
      const call = `${client} ${method} ${request.target}`;
      expected.push(`${call}: right`);
      answers.push(`${call}: ${isRight ? 'right' : `${answer.status} ${answer.text}`}`);
      if (method !== 'GET') sim.load(before);
    }
    expect(answers).toEqual(expected);
    expect(expected.length).toBeGreaterThan(35);
  });
});

const cell = (text: string): string => text.replaceAll('|', '\\|');

it('docs/clients.md is up to date: `vitest run -u` writes it', async () => {
  const rows = vendorRequests.map((request) => {
    const { client, source, method = 'GET', target, headers = {}, body, status, refused, gap } = request;
    const call = [
      `\`${method} ${target}\``,
      ...(body === undefined ? [] : [`\`${body}\``]),
      ...Object.entries(headers).map(([name, value]) => `\`${name}: ${value}\``),
    ];
    const sent = releases.filter((release) => isSent(request, release));
    const refusal = refused === undefined ? 'carried out' : `${status}: ${refused}`;
    const answer = gap === undefined ? refusal : `400, unlike an array: the contract lacks ${gap}`;
    return `| ${[client, source, call.join(' '), `${sent[0]} – ${sent.at(-1)}`, answer].map(cell).join(' | ')} |`;
  });
  const page = [
    '# What public clients send, and how the simulator answers',
    '',
    'Written by `npx vitest run test/vendor-requests.test.ts -u` from `test/helpers/vendor/requests.ts`. A test sends each of these',
    `requests to the simulator on each of ${releases.join(', ')} on which the client sends it. \`{session}\` and the like are ids.`,
    'The requests are read from the sources of the clients; we have run none of the clients. All of them use Basic here.',
    '',
    '| Client | Place | Request | Releases | Answer |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
  await expect(page).toMatchFileSnapshot('../docs/clients.md');
});
