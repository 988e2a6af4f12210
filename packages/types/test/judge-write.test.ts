import { describe, expect, it } from 'vitest';
import { hasWriteConditions, judgeWrite, refusalOf, writeConditions, type WriteSituation } from '../src/index.ts';

const verdict = (...[operation, body, situation]: Parameters<typeof judgeWrite>): unknown => {
  const judgement = judgeWrite(operation, body, situation);
  if (judgement.possible === true) return 'possible';
  return judgement.possible === false ? judgement.name : judgement.unknown;
};

const GiB = 1_073_741_824;

/** A volume without a policy that is in no group. */
const plain = {
  before: {
    name: 'erp',
    type: 'Primary',
    size: GiB,
    description: null,
    protection_policy_id: null,
    performance_policy_id: null,
    is_replication_destination: false,
    expiration_timestamp: null,
    is_secure: false,
  },
  member: false,
  sessions: [],
  creates: [],
  supported: true,
  link: 'up',
  name_used: false,
  refers: {},
} satisfies WriteSituation;

const metro = (state: string, role = 'Metro_Preferred'): WriteSituation => ({
  ...plain,
  sessions: [{ type: 'Metro_Active_Active', role, state, synchronized: true, to_target: false }],
});

describe('judgeWrite', () => {
  it.for<[string, Parameters<typeof judgeWrite>, unknown]>([
    ['a larger size', ['volume_modify', { size: 2 * GiB }, plain], 'possible'],
    ['the same size', ['volume_modify', { size: GiB }, plain], 'size_larger'],
    ['a size that is no multiple of a block', ['volume_modify', { size: 2 * GiB + 1 }, plain], 'size_in_blocks'],
    ['nothing new', ['volume_modify', { name: 'erp', description: null }, metro('OK')], 'possible'],
    ['a size of metro that is in sync', ['volume_modify', { size: 2 * GiB }, metro('OK')], 'metro_size_while_stopped'],
    ['a size of metro that is fractured', ['volume_modify', { size: 2 * GiB }, metro('Fractured')], 'possible'],
    ['a name of metro that is fractured', ['volume_modify', { name: 'new' }, metro('Fractured')], 'metro_while_paused'],
    ['a name of metro that is paused', ['volume_modify', { name: 'new' }, metro('Paused')], 'possible'],
    [
      'a name of the other side',
      ['volume_modify', { name: 'new' }, metro('Paused', 'Metro_Non_Preferred')],
      'metro_on_the_preferred_side',
    ],
    [
      'the end of metro with force, cut off',
      ['volume_end_metro', { force: true }, { before: { metro_replication_session_id: '1' }, link: 'down' }],
      'possible',
    ],
    [
      'the end of metro, cut off',
      ['volume_end_metro', {}, { before: { metro_replication_session_id: '1' }, link: 'down' }],
      'metro_ends_on_both_sides',
    ],
  ])('%s', ([, write, expected]) => {
    expect(verdict(...write)).toEqual(expected);
  });

  it('names the conditions that depend on unknown facts', () => {
    const { sessions: _, ...unread } = plain;
    expect(verdict('volume_modify', { size: 2 * GiB }, unread)).toEqual(['metro_size_while_stopped']);
    expect(verdict('volume_configure_metro', { remote_system_id: '1' }, { before: {} })).toEqual([
      'remote_system_known',
      'volume_is_no_member',
      'not_metro_yet',
      'metro_is_no_snapshot',
      'metro_from_the_source',
      'policy_or_metro',
      'target_supports_it',
      'target_reachable',
    ]);
  });

  it('refuses for certain where one condition is broken, although others are unknown', () => {
    expect(verdict('volume_modify', { size: 1 }, { before: {} })).toBe('size_in_blocks');
  });
});

describe('refusalOf', () => {
  it('names the resource and the values of the body', () => {
    const before = { name: 'erp', id: '7', size: GiB };
    expect(refusalOf(writeConditions.volume_name_unused, before, { name: 'crm' })).toEqual({
      status: 422,
      code: '0xE0A080010014',
      text: 'The name crm is already in use.',
      values: ['crm'],
    });
    expect(refusalOf(writeConditions.size_larger, before, { size: 8192 })).toMatchObject({
      text: 'Size 8192 of volume erp is not larger than before. A volume can only grow.',
      values: ['erp', '7', '8192', '1073741824'],
    });
    expect(refusalOf(writeConditions.not_metro_yet, before, {}).text).toBe('erp already has a metro session.');
  });
});

describe('hasWriteConditions', () => {
  it('is about writes of volumes and groups', () => {
    expect(hasWriteConditions('volume_modify')).toBe(true);
    expect(hasWriteConditions('replication_session_pause')).toBe(false);
  });
});
