// Resources that an array does not have or does not show, and operations that it does not have: one finding each.
import type { Case } from './tamper.js';
import { isAt, isInstance } from './tamper.js';
import type { PassedAnswer, Tamper } from '../helpers/tampering-proxy.js';

const error = '{"messages":[{"code":"0xE04040010002","severity":"Error","message_l10n":"No."}]}';

/** Answers every request for a resource in this way. */
const always =
  (on: string, change: Partial<PassedAnswer>, headers: PassedAnswer['headers'] = {}) =>
  (answer: PassedAnswer): void => {
    if (!isAt(answer, on)) return;
    Object.assign(answer, { text: error, ...change });
    Object.assign(answer.headers, headers);
    delete answer.headers['content-range'];
  };

/** Answers every read of an instance that is there in this way. */
const forInstances =
  (on: string, status: number) =>
  (answer: PassedAnswer): void => {
    if (isInstance(answer, on) && answer.status === 200) Object.assign(answer, { status, text: error });
  };

const lack = (
  on: string,
  title: string,
  [finding, message]: [Case['finding'], string],
  tamper: Tamper,
  subject = on,
): Case => ({ title, on, finding, message, subject, tamper });

export const lacks: Case[] = [
  lack(
    'policy',
    'a collection that is not there (404)',
    ['resource.absent', 'does not have policy: it answers GET /policy with 404'],
    always('policy', { status: 404 }),
  ),
  lack(
    'job',
    'a collection that allows no GET (405)',
    ['resource.absent', 'does not have job: it answers GET /job with 405'],
    always('job', { status: 405 }),
  ),
  lack(
    'host_volume_mapping',
    'a collection that is not implemented (501)',
    ['resource.absent', 'does not have host_volume_mapping: it answers GET /host_volume_mapping with 501'],
    always('host_volume_mapping', { status: 501 }),
  ),
  lack(
    'replication_rule',
    'a collection that is gone (410)',
    ['resource.absent', 'does not have replication_rule: it answers GET /replication_rule with 410'],
    always('replication_rule', { status: 410 }),
  ),
  lack(
    'cluster',
    'a cluster that is not there (404)',
    ['resource.absent', 'does not have cluster: it answers GET /cluster with 404'],
    always('cluster', { status: 404 }),
  ),
  lack(
    'volume',
    'a collection that the user may not read',
    ['resource.forbidden', 'does not let the user read volume: it answers GET /volume with 403'],
    always('volume', { status: 403 }),
  ),
  lack(
    'volume_group',
    'a collection that always fails',
    ['resource.failing', 'does not list volume_group: it answers GET /volume_group with 500'],
    always('volume_group', { status: 500 }),
  ),
  lack(
    'remote_system',
    'a collection that refuses every request',
    ['resource.failing', 'does not list remote_system: it answers GET /remote_system with 400'],
    always('remote_system', { status: 400 }),
  ),
  lack(
    'job',
    'a gateway that does not reach the collection',
    ['resource.failing', 'does not list job: it answers GET /job with 502'],
    always('job', { status: 502, text: '<h1>Bad Gateway</h1>' }, { 'content-type': 'text/html' }),
  ),
  lack(
    'policy',
    'a page of HTML for every request',
    ['resource.unreadable', 'sends no list of policy that can be read: its body is a page of HTML'],
    always('policy', { status: 200, text: '<html>Log in</html>' }, { 'content-type': 'text/html' }),
  ),
  lack(
    'replication_rule',
    'a collection that nobody can unpack',
    [
      'resource.unreadable',
      'no list of replication_rule that can be read: its body does not have the Content-Encoding',
    ],
    always('replication_rule', { status: 200, text: '[]' }, { 'content-encoding': 'gzip' }),
  ),
  lack(
    'volume_group',
    'a collection that is always an object',
    ['resource.unreadable', 'sends no list of volume_group that can be read: its body is an object'],
    always('volume_group', { status: 200, text: '{"items":[]}' }),
  ),
  lack(
    'host_volume_mapping',
    'a collection that is always null',
    ['resource.unreadable', 'sends no list of host_volume_mapping that can be read: its body is null'],
    always('host_volume_mapping', { status: 200, text: 'null' }),
  ),
  lack(
    'remote_system',
    'a collection that is always cut off',
    ['resource.unreadable', 'sends no list of remote_system that can be read: its body is not JSON'],
    always('remote_system', { status: 200, text: '[{"id":"' }),
  ),
  lack(
    'volume',
    'a collection that is always empty text',
    ['resource.unreadable', 'sends no list of volume that can be read: its body is empty'],
    always('volume', { status: 200, text: '' }),
  ),
  lack(
    'replication_session',
    'a collection that leads elsewhere',
    ['resource.unreadable', 'sends no list of replication_session that can be read: it answers with 302'],
    always('replication_session', { status: 302, text: '' }, { location: '/login' }),
  ),
  lack(
    'policy',
    'no instance that can be read by its id (404)',
    ['operation.absent', 'does not have GET /policy/{id}: it answers 404 for each policy'],
    forInstances('policy', 404),
    'GET /policy/{id}',
  ),
  lack(
    'volume',
    'no instance that can be read by its id (405)',
    ['operation.absent', 'does not have GET /volume/{id}: it answers 405 for each volume'],
    forInstances('volume', 405),
    'GET /volume/{id}',
  ),
  lack(
    'software_installed',
    'no instance that can be read by its id (501)',
    ['operation.absent', 'does not have GET /software_installed/{id}: it answers 501'],
    forInstances('software_installed', 501),
    'GET /software_installed/{id}',
  ),
];
