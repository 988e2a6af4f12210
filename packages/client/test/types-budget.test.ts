import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AttributeInfo, attributes } from '@powerstore-api/types';
import { expect, onTestFinished, test } from 'vitest';

const home = fileURLToPath(new URL('..', import.meta.url));

/** Where the collections of an array are, by resource. */
const collections = {
  replication_session: 'replicationSessions',
  remote_system: 'remoteSystems',
  replication_rule: 'replicationRules',
  policy: 'policies',
  volume: 'volumes',
  volume_group: 'volumeGroups',
  job: 'jobs',
  software_installed: 'softwareInstalled',
} as const;

const isListed = (name: string): name is keyof typeof collections => Object.hasOwn(collections, name);

/** A query with a selection, filters and an order of its own. */
function query(index: number): string {
  const resources = Object.keys(collections).filter(isListed);
  const resource = resources[index % resources.length] ?? 'job';
  const collection = collections[resource];
  const all = Object.entries<AttributeInfo>(attributes[resource]);
  const turn = Math.floor(index / resources.length);
  const some = <T>(items: readonly T[], count: number): T[] => {
    const start = turn % Math.max(items.length, 1);
    return [...items.slice(start), ...items.slice(0, start)].slice(0, count);
  };

  const related = all.flatMap(([name, info]) => (info.related === undefined ? [] : [name]));
  const filterable = all.filter(([, { filterable: can }]) => can);
  const plain = filterable.map(([name]) => name);
  const select = [
    ...some(plain, 2 + (turn % 5)).map((name) => `'${name}'`),
    ...some(related, turn % 3).map((name) => `{ ${name}: ['id'] }`),
  ];
  const where = some(filterable, 2 + (turn % 3)).map(([name, { type, list }]) => {
    if (list === true) return `${name}: { cs: ['a'] }`;
    const value = {
      string: `'${index}'`,
      enum: `['a', '${index}']`,
      integer: `{ gte: ${index} }`,
      boolean: 'true',
      'date-time': `{ lt: new Date(${index}) }`,
      object: '',
    }[type];
    return turn % 2 === 0 ? `${name}: ${value}` : `or: [{ ${name}: ${value} }, { not: { ${name}: ${value} } }]`;
  });
  const order = some(plain, 2).map((name, at) => `'${name}${at === 0 ? '.desc' : ''}'`);
  const conditions = turn % 2 === 0 ? where.join(', ') : (where[0] ?? '');
  return `array.${collection}.list({
    select: [${select.join(', ')}],
    where: { ${conditions} },
    order: [${order.join(', ')}],
  });`;
}

/** The instantiations and the complaints of the compiler for a module. */
async function check(code: string): Promise<{ instantiations: number; complaints: string }> {
  const project = await mkdtemp(join(tmpdir(), 'powerstore-client-'));
  onTestFinished(() => rm(project, { recursive: true }));
  const compilerOptions = { typeRoots: [join(home, 'node_modules/@types')] };
  const config = { extends: join(home, 'tsconfig.json'), compilerOptions, files: ['queries.ts'], include: [] };
  await writeFile(join(project, 'tsconfig.json'), JSON.stringify(config));
  await writeFile(join(project, 'queries.ts'), code);
  // Several threads would instantiate the same types each.
  const words = ['-p', project, '--singleThreaded', '--extendedDiagnostics', '--pretty', 'false'];
  const tsc = join(home, 'node_modules/typescript/bin/tsc');
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, [tsc, ...words], (_, stdout, stderr) => resolve(stdout + stderr));
  });
  const [statistics = ''] = /^Files:.*/ms.exec(output) ?? [];
  const [, instantiations = ''] = /^Instantiations: +(\d+)$/m.exec(statistics) ?? [];
  return { instantiations: Number(instantiations), complaints: output.replace(statistics, '') };
}

const head = `import type { PowerStore } from '${home}src/index.js';\ndeclare const array: PowerStore;\n`;

test('200 queries cost the compiler 30,000 instantiations at most', async () => {
  const queries = Array.from({ length: 200 }, (_, index) => query(index));
  expect(new Set(queries).size).toBe(200);

  const without = await check(`${head}console.log(array);`);
  const { instantiations, complaints } = await check(`${head}${queries.join('\n')}`);

  expect(complaints).toBe('');
  expect(without.instantiations).toBeGreaterThan(0);
  expect(instantiations - without.instantiations).toBeGreaterThan(0);
  expect(instantiations - without.instantiations).toBeLessThanOrEqual(30_000);
});
