import { expect, it } from 'vitest';
import { section } from './helpers/page.ts';
import { projectOf } from './helpers/project.ts';

it('swagger-parser finds the document valid, and dereferences it', async () => {
  const project = await projectOf(section('swagger-parser'));
  expect(await project.compile()).toBe('');
  expect(await project.run('tsx program.ts')).toEqual({ code: 0, output: 'false true\n' });
});
