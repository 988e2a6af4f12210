// Whether a volume or a group can be changed, compared with what two simulated arrays answer.
import { createSimulator, type Simulator } from '@powerstore-api/mock-server';
import { describe, expect, test } from 'vitest';
import {
  canVolume,
  canVolumeGroup,
  type ChangePossibility,
  connect,
  isApiError,
  type PowerStore,
} from '../src/index.js';

const open = (sim: Simulator, site: 'a' | 'b'): Promise<PowerStore> => {
  const { url, username, password } = sim[site];
  return connect({ url, username, password });
};

/** The verdict: `yes`, `no`, or `?`, with the conditions behind it. */
const said = (answer: ChangePossibility): string =>
  answer.possible === true ? 'yes' : `${answer.possible === false ? 'no' : '?'}: ${answer.conditions.join(', ')}`;

const GiB = 1_073_741_824;
const volumeSelect = '*,replication_sessions(type,role,state),volume_groups(id)';
const groupSelect = '*,replication_sessions(type,role,state),volumes(id)';

const asked = async (sent: Promise<unknown>): Promise<'carried out' | 'refused'> => {
  try {
    await sent;
    return 'carried out';
  } catch (error) {
    if (isApiError(error)) return 'refused';
    throw error;
  }
};

describe('a volume', () => {
  test.each<['a' | 'b', name: string, body: Parameters<PowerStore['volumes']['modify']>[1], verdict: string]>([
    ['a', 'spare-a', { size: 2 * GiB }, 'yes'],
    ['a', 'spare-a', { size: GiB }, 'no: size_larger'],
    ['a', 'spare-a', { size: 2 * GiB + 1 }, 'no: size_in_blocks'],
    ['a', 'erp-data', { description: 'payroll' }, 'yes'],
    ['b', 'erp-data', { description: 'payroll' }, 'no: destination_unchanged'],
    ['b', 'erp-data', { is_replication_destination: false }, 'no: destination_released'],
    ['b', 'erp-data', { protection_policy_id: '' }, 'no: destination_policy_forced'],
    ['b', 'erp-data', { protection_policy_id: '', force: true }, 'no: destination_never_synchronized'],
    ['a', 'metro-plain', { size: 2 * GiB }, 'no: metro_size_while_stopped'],
    ['a', 'metro-plain', { name: 'other' }, 'no: metro_on_the_preferred_side'],
    ['b', 'metro-plain', { name: 'other' }, 'no: metro_while_paused'],
  ])('%s %s %j: %s', async (site, name, body, verdict) => {
    await using sim = await createSimulator({ clock: 'manual' });
    await using array = await open(sim, site);
    const volume = await array.volumes.get(`name:${name}`, { select: volumeSelect });
    expect(said(canVolume.modify(volume, body))).toBe(verdict);
    expect(await asked(array.volumes.modify(`name:${name}`, body))).toBe(verdict === 'yes' ? 'carried out' : 'refused');
  });

  test('metro and its end', async () => {
    await using sim = await createSimulator({ clock: 'manual' });
    await using array = await open(sim, 'a');
    const can = canVolume;
    const read = (name: string) => array.volumes.get(`name:${name}`, { select: volumeSelect });
    const to = { remote_system_id: 'name:array-b' };
    expect(said(can.configureMetro(await read('spare-a'), to))).toBe('yes');
    expect(said(can.configureMetro(await read('metro-plain'), to))).toBe('no: not_metro_yet');
    expect(said(can.configureMetro(await read('web-content'), to))).toBe('no: metro_from_the_source');
    expect(said(can.configureMetro(await read('sql-group-1'), to))).toBe('no: volume_is_no_member');
    // Whether it is replicated to that array is in no attribute, and no source says what the array does then.
    expect(said(can.configureMetro(await read('erp-data'), to))).toBe('?: policy_or_metro');
    expect(said(can.endMetro(await read('metro-plain')))).toBe('yes');
    expect(said(can.endMetro(await read('spare-a'), { force: true }))).toBe('no: metro_exists');
  });

  test('what was not read leaves it open', () => {
    expect(
      canVolume.modify({ size: GiB, type: 'Primary', is_replication_destination: false }, { size: 2 * GiB }),
    ).toEqual({
      possible: undefined,
      reason: 'it depends on attributes that were not read',
      conditions: ['metro_size_while_stopped'],
    });
    expect(canVolume.modify({ name: 'erp' }, { size: 5 })).toEqual({
      possible: false,
      reason: 'Size 5 is not a multiple of 8192.',
      conditions: ['size_in_blocks'],
    });
  });
});

describe('a group', () => {
  test.each<['a' | 'b', name: string, body: Parameters<PowerStore['volumeGroups']['modify']>[1], verdict: string]>([
    ['a', 'sql-group', { description: 'payroll' }, 'yes'],
    ['b', 'sql-group', { description: 'payroll' }, 'no: destination_unchanged'],
    ['a', 'metro-group', { name: 'other' }, 'no: metro_while_paused'],
    ['b', 'metro-group', { name: 'other' }, 'no: metro_on_the_preferred_side'],
  ])('%s %s %j: %s', async (site, name, body, verdict) => {
    await using sim = await createSimulator({ clock: 'manual' });
    await using array = await open(sim, site);
    const group = await array.volumeGroups.get(`name:${name}`, { select: groupSelect });
    expect(said(canVolumeGroup.modify(group, body))).toBe(verdict);
    const sent = array.volumeGroups.modify(`name:${name}`, body);
    expect(await asked(sent)).toBe(verdict === 'yes' ? 'carried out' : 'refused');
  });

  test('a condition that nobody confirms leaves it open', async () => {
    await using sim = await createSimulator({ clock: 'manual' });
    await using array = await open(sim, 'b');
    const group = await array.volumeGroups.get('name:orders-group', { select: groupSelect });
    expect(said(canVolumeGroup.modify(group, { is_write_order_consistent: false }))).toBe(
      '?: synchronous_stays_in_order',
    );
  });
});
