import { INVALID_SPAN_CONTEXT, type Span, type SpanOptions, trace } from '@opentelemetry/api';
import { expect, it, onTestFinished, vi } from 'vitest';
import { examplesOf } from './pages.ts';
import { createStage } from './run-example.ts';

it('makes spans of requests as observability.md has it', async () => {
  const begun: { name: string; options: SpanOptions | undefined; span: Span }[] = [];
  const startSpan = (name: string, options?: SpanOptions): Span => {
    const span = trace.wrapSpanContext(INVALID_SPAN_CONTEXT);
    for (const method of ['setAttribute', 'setStatus', 'end'] as const) vi.spyOn(span, method);
    begun.push({ name, options, span });
    return span;
  };
  onTestFinished(() => trace.disable());
  trace.setGlobalTracerProvider({ getTracer: () => ({ startSpan, startActiveSpan: vi.fn<() => never>() }) });
  const recipe = examplesOf('packages/client/docs/observability.md').find((code) => code.includes('startSpan('));
  const calls = `await array.volumes.get('name:database'); await array.volumes.get('name:none').catch(() => {});`;

  await using stage = await createStage(new Map());
  await stage.run('', `${recipe}\n${calls}`);

  const [found, missing, ...others] = begun.filter(({ name }) => name === 'volume_instance_query');
  expect(others).toEqual([]);
  expect(found?.options?.attributes).toMatchObject({ 'http.request.method': 'GET', 'server.address': '127.0.0.1' });
  expect(found?.span.setAttribute).toHaveBeenCalledWith('http.response.status_code', 200);
  expect(found?.span.setStatus).not.toHaveBeenCalled();
  expect(missing?.span.setAttribute).toHaveBeenCalledWith('error.type', '404');
  expect(missing?.span.setStatus).toHaveBeenCalledOnce();
  for (const { span } of begun) expect(span.end).toHaveBeenCalledOnce();
});
