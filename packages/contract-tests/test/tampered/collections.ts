// Collections, instances and parts that contradict each other.
import { type Case, type Row, contentRange, instances, isInstance, isList, parts, rows, value } from './tamper.js';
import type { PassedAnswer, Tamper } from '../helpers/tampering-proxy.js';

const sessions = 'replication_session';
const nowhere = '00000000-0000-4000-8000-000000000000';

const isByName = ({ target }: PassedAnswer): boolean => target.includes('/name:');

const notFound = (answer: PassedAnswer): void => {
  if (answer.status === 200)
    Object.assign(answer, {
      status: 404,
      text: '{"messages":[{"code":"0xE04040030008","severity":"Error","message_l10n":"No."}]}',
    });
};

/** Changes the answers for one instance: the first that the run asks for. */
function onFirstInstance(on: string, change: Tamper): Tamper {
  let first: string | undefined;
  return (answer) => {
    if (!isInstance(answer, on) || answer.status !== 200) return;
    const [path] = answer.target.split('?');
    first ??= path;
    if (path === first) return change(answer);
  };
}

export const collections: Case[] = [
  {
    title: 'a total that is too small',
    on: sessions,
    finding: 'paging.total',
    message: 'a total of 17 in Content-Range, but returns 18',
    subject: null,
    tamper: contentRange(sessions, (was) => was.replace('/18', '/17')),
    also: ['paging.content-range', 'paging.missing', 'client.list', 'client.error', 'status.unexpected'],
  },
  {
    title: 'a cluster that is not there',
    on: 'cluster',
    finding: 'collection.empty',
    message: 'has no cluster',
    subject: null,
    // The run reads the cluster before, to learn which array it is.
    tamper: rows('cluster', (list, { target }) => (target.includes('system_time') ? [] : list)),
  },
  {
    title: 'another instance than was asked for',
    on: 'job',
    finding: 'instance.id',
    message: 'another instance than it was asked for by id',
    subject: 'id',
    tamper: (answer) => {
      if (isInstance(answer, 'job') && answer.status === 404)
        Object.assign(answer, { status: 200, text: '{"id":"x"}' });
      if (isList(answer, 'job') && answer.target.includes('limit=3')) answer.text = '[{"id":"y"}]';
    },
    also: ['status.unexpected', 'select.unknown'],
  },
  {
    title: 'another instance than was named',
    on: 'volume',
    finding: 'instance.id',
    message: 'another instance than it was asked for by name',
    subject: 'name',
    tamper: (answer) => {
      if (answer.target.startsWith('/volume/name') && answer.status === 200) answer.text = '{"id":"another"}';
    },
  },
  {
    title: 'an instance that is not found by its id, and that the list has',
    // No relation leads to it, whose check would ask for it as well.
    on: 'software_installed',
    finding: 'instance.missing',
    message: 'does not find an instance by id that its list has',
    subject: 'id',
    // Another one is found, so the operation is there.
    tamper: onFirstInstance('software_installed', notFound),
  },
  {
    title: 'an instance that is not found by its name, and that the list has',
    on: 'volume_group',
    finding: 'instance.missing',
    message: 'does not find an instance by name that its list has',
    subject: 'name',
    tamper: (answer) => {
      if (isInstance(answer, 'volume_group') && isByName(answer)) notFound(answer);
    },
  },
  {
    title: 'an instance that differs from its row',
    on: 'policy',
    finding: 'instance.differs',
    message: 'another description for an instance than in the list',
    subject: 'description',
    tamper: instances('policy', (answer) => {
      const row = JSON.parse(answer.text) as Row;
      if ('description' in row) answer.text = JSON.stringify({ ...row, description: 'another' });
    }),
  },
  {
    title: 'an embedded instance that is another one',
    on: 'replication_rule',
    finding: 'relation.embedded',
    message: 'embeds another remote_system than the one whose id it names in remote_system_id',
    subject: 'remote_system',
    tamper: rows('replication_rule', (list, { target }) =>
      list.map((row) =>
        target.includes('limit=100') && 'remote_system' in row ? { ...row, remote_system: { id: 'another' } } : row,
      ),
    ),
    also: ['relation.dangling'],
  },
  {
    title: 'an id that leads to nothing',
    on: 'volume_group',
    finding: 'relation.dangling',
    message: 'protection_policy_id of a volume_group leads to a policy that the array does not have',
    subject: 'volume_group.protection_policy_id',
    tamper: rows('volume_group', (list, { target }) =>
      /limit=100|id=eq/.test(target)
        ? list.map((row) => ({
            ...row,
            ...('protection_policy_id' in row && { protection_policy_id: nowhere }),
            ...('protection_policy' in row && { protection_policy: { id: nowhere } }),
          }))
        : list,
    ),
    also: ['query.value', 'select.missing'],
  },
  {
    title: 'a replicated volume that the array does not have',
    on: sessions,
    finding: 'relation.dangling',
    message: 'local_resource_id of a replication_session leads to a volume that the array does not have',
    subject: 'replication_session.local_resource_id',
    tamper: value(sessions, { local_resource_id: nowhere }),
    also: ['query.filter', 'query.order'],
  },
  {
    title: 'a total that is too large',
    on: sessions,
    finding: 'paging.total',
    message: 'a total of 19 in Content-Range, but returns 18',
    subject: null,
    tamper: contentRange(sessions, (was) => was.replace('/18', '/19')),
    also: ['paging.missing'],
  },
  {
    title: 'a range that is not the one sent',
    on: sessions,
    finding: 'paging.content-range',
    message: 'the body holds',
    subject: null,
    tamper: contentRange(sessions, (was) => was.replace(/^\d+/, '1')),
    also: ['client.error'],
  },
  {
    title: 'an instance in two parts',
    on: sessions,
    finding: 'paging.duplicate',
    message: 'in two parts',
    subject: null,
    tamper: parts((list, first) => [first, ...list.slice(1)]),
    also: ['paging.missing', 'client.list'],
  },
  {
    title: 'an instance in no part',
    on: sessions,
    finding: 'paging.missing',
    message: 'out of every part',
    subject: 'limit',
    tamper: parts((list) => list.slice(1)),
    also: ['paging.content-range'],
  },
  {
    title: 'a part passed off as the whole',
    on: sessions,
    finding: 'paging.status',
    message: 'a request for a part with 200',
    subject: null,
    tamper: (answer) => {
      if (isList(answer, sessions) && answer.status === 206) answer.status = 200;
    },
  },
  {
    title: 'a total with nothing at its end',
    on: 'remote_system',
    finding: 'paging.missing',
    message: 'there are 2 instances, and does not return the last one',
    subject: 'offset',
    tamper: rows('remote_system', (list, { target }) =>
      target.includes('offset=1') && !target.includes('0000') ? [] : list,
    ),
    also: ['query.part'],
  },
];
