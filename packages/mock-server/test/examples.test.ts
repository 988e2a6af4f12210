import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => vi.restoreAllMocks());

test('dr-drill', async () => {
  const log = vi.spyOn(console, 'log').mockReturnValue();
  await import('../examples/dr-drill.js');
  const printed = log.mock.calls.flat().join('\n');
  const [, planned = '', loss = '', testing = ''] = printed.split(/^\n(?:Planned|The WAN|Failover test).*\n$/m);

  expect(planned).toMatch(/failover erp-data → 204[^]+Reprotecting → OK +│ erp-data: Reprotecting → OK/);
  const inOrder = [
    'link cut',
    'Failing_Over_For_DR',
    'Failed_Over',
    'link healed',
    'reprotect erp-data → 204',
    'Failing_Over ',
  ];
  const places = inOrder.map((text) => loss.indexOf(text));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(loss.match(/Reprotecting → OK/g)).toHaveLength(4);
  expect(testing).toMatch(/kept as failover_test_STOPPED_/);
  expect(testing).toMatch(/in_progress true[^]+Synchronizing → OK[^]+in_progress false/);
});
