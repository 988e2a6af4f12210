import { createRequire } from 'node:module';
import { createConfig, lint } from '@redocly/openapi-core';
import { expect, it } from 'vitest';

const file = createRequire(import.meta.url).resolve('@powerstore-api/types/openapi.json');

it('Redocly finds no error, and warns only of attributes that arrays have and no document', async () => {
  const problems = await lint({ ref: file, config: await createConfig({ extends: ['recommended'] }) });

  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(new Set(problems.map(({ ruleId }) => ruleId))).toEqual(new Set(['no-invalid-media-type-examples']));
  for (const { message } of problems) expect(message).toContain('must NOT have unevaluated properties');
});
