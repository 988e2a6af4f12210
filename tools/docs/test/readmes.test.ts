// The programs on the first pages of the packages; client-examples.test.ts runs those of the client.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as contractTests from '@powerstore-api/contract-tests';
import type { ContractSuiteOptions } from '@powerstore-api/contract-tests/vitest';
import * as scenario from '@powerstore-api/mock-server/scenario';
import type { Simulator } from '@powerstore-api/mock-server';
import * as settings from '@powerstore-api/settings';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { programsOfOthers } from './client-api.ts';
import { textOf } from './pages.ts';
import { createStage, type Modules, type Stage } from './run-example.ts';

let folder: string;
let stage: Stage;
/** The suites that a program asked vitest for. */
const suites: ContractSuiteOptions[] = [];

const inFolder = (path: string): string => join(folder, path);

/** An array that takes as many requests as it can answer. */
const pace = { requestsPerSecond: 1000 };

/** Files that programs name, and arrays that are out there. */
function surroundings({ a: { url, username, password, certificate: ca = '' } }: Simulator): Modules {
  const arrays = { a: { url, username, password, tls: { ca } } };
  return {
    '@powerstore-api/mock-server/scenario': {
      ...scenario,
      runScenario: (path: string) => scenario.runScenario(inFolder(path)),
    },
    '@powerstore-api/settings': {
      ...settings,
      readYaml: (path: string, options: Parameters<typeof settings.readYaml>[1]) =>
        settings.readYaml(inFolder(path), options),
    },
    '@powerstore-api/contract-tests': {
      ...contractTests,
      configuredArrays: () => arrays,
      runContract: (options: contractTests.RunOptions) => contractTests.runContract({ ...options, arrays, pace }),
    },
    '@powerstore-api/contract-tests/vitest': {
      contractSuite: (options: ContractSuiteOptions) => void suites.push(options),
    },
  };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readmes-'));
  const [, drill = ''] = /^```yaml\n(.*?)^```$/ms.exec(textOf('packages/mock-server/README.md')) ?? [];
  await writeFile(join(folder, 'drill.yaml'), drill);
  await writeFile(join(folder, 'watch.yaml'), 'interval: 30s\n');
  stage = await createStage(new Map(), surroundings);
});

afterAll(async () => {
  await stage[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

afterEach(() => {
  vi.restoreAllMocks();
});

it.each(programsOfOthers)('the program of %s runs', async (name, code) => {
  vi.spyOn(console, 'log').mockReturnValue();
  const error = vi.spyOn(console, 'error').mockReturnValue();
  await stage.run(name, code);
  // A program prints the error that it catches; the suite tells how far it is.
  expect(error.mock.calls.flat().filter((line) => line instanceof Error || /error/i.test(String(line)))).toEqual([]);
});

it.each([
  ['packages/input/README.md, # @powerstore-api/input', ['connect: readonly is not known. Did you mean readOnly?']],
  ['packages/types/README.md, Examples 2', ['Failed Over']],
  ['packages/settings/README.md, # @powerstore-api/settings', [30_000, 'from line', 1]],
])('the program of %s prints what its comment says', async (name, line) => {
  const [, code = ''] = programsOfOthers.find(([of]) => of === name) ?? [];
  const log = vi.spyOn(console, 'log').mockReturnValue();
  await stage.run(name, code);
  expect(log.mock.calls).toEqual([line]);
});

it('the suite with a check of one’s own runs', async () => {
  const [suite] = suites;
  const { arrays, checks = [] } = suite ?? {};
  const report = await contractTests.runContract({ ...(arrays && { arrays }), checks, pace });
  expect(report?.checks.find(({ check }) => check === 'ours.rules')).toMatchObject({ outcome: 'passed' });
});
