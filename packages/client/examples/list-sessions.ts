// Lists the replication sessions of an array that are not idle and healthy. In this repository, after `npm run setup`:
//
//   npx turbo run build --filter=@powerstore-api/client
//   cd packages/client
//   export POWERSTORE_HOST=array-a POWERSTORE_USERNAME=monitor POWERSTORE_PASSWORD=… POWERSTORE_CA=array-a.pem
//   npx tsx examples/list-sessions.ts
import { readFile } from 'node:fs/promises';
import { connect } from '@powerstore-api/client/node';

const { POWERSTORE_HOST = '', POWERSTORE_USERNAME = '', POWERSTORE_PASSWORD = '', POWERSTORE_CA = '' } = process.env;

await using array = await connect({
  host: POWERSTORE_HOST,
  username: POWERSTORE_USERNAME,
  password: POWERSTORE_PASSWORD,
  tls: { ca: await readFile(POWERSTORE_CA) },
});

const sessions = array.replicationSessions.list({
  // A session has no name; its volume or group has one. Leave the two out on arrays before 4.0, which do not embed them.
  select: ['id', 'state', 'role', 'last_sync_timestamp', { volumes: ['name'], volume_groups: ['name'] }],
  where: { state: { neq: 'OK' } },
  order: ['state', 'last_sync_timestamp.desc'],
});

for await (const { id, state, role, last_sync_timestamp, volumes, volume_groups: groups } of sessions) {
  const resource = [volumes, groups].flat().find(Boolean);
  console.log(resource?.name ?? id, state, role, last_sync_timestamp ?? 'never');
}
