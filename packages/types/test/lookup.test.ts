import { describe, expect, it } from 'vitest';
import {
  attributeInfo,
  InputError,
  isAtLeast,
  isAtMost,
  isInputError,
  isOperation,
  isRelatedResource,
  isResource,
  literalInfo,
  oppositeRole,
  safetyLevels,
} from '../src/index.ts';

describe('names from outside', () => {
  it.for([
    ['login_session', true, false],
    ['volume', true, true],
    ['appliance', false, true],
    ['toString', false, false],
    ['__proto__', false, false],
  ] as const)('%s is a resource: %s, one that others embed: %s', ([name, own, related]) => {
    expect([isResource(name), isRelatedResource(name)]).toEqual([own, related]);
  });

  it.for([
    ['logout', true],
    ['replication_session_sync', true],
    ['replication_session_synchronize', false],
    ['constructor', false],
  ] as const)('%s is an operation: %s', ([name, expected]) => {
    expect(isOperation(name)).toBe(expected);
  });

  it('lead to what is known of an attribute', () => {
    expect(attributeInfo('replication_session', 'state')).toMatchObject({ type: 'enum', enum: 'ReplicationState' });
    expect(attributeInfo('appliance', 'name')).toMatchObject({ type: 'string' });
    for (const [resource, name] of [
      ['volume', 'is_host_acess_available'],
      ['volumes', 'id'],
      ['volume', 'toString'],
      ['__proto__', 'id'],
    ] as const)
      expect(attributeInfo(resource, name)).toBeUndefined();
  });

  it('lead to what is known of a literal', () => {
    expect(literalInfo('ReplicationState', 'Fractured')).toEqual({ added: '3.0.0.0', text: 'Fractured' });
    expect(literalInfo('ReplicationState', 'Fracture')).toBeUndefined();
    expect(literalInfo('Replication', 'OK')).toBeUndefined();
  });
});

describe('releases', () => {
  it.for([
    ['4.0.0.0', '3.6.0.0', true],
    ['4.0.0.0', '4.0.0.0', true],
    ['3.6.1.0', '4.0.0.0', false],
    ['3.10.0.0', '3.6.0.0', true],
    ['4.0', '4.0.0.0', true],
    ['4.0.0.0', '4.0.0.1', false],
    ['4.0.0.0-2284811', '4.0.0.0', true],
    ['v4.0', '3.6.0.0', true],
    ['PowerStore 3.5', '4.0.0.0', false],
    ['', '1.0.0.0', false],
  ] as const)('%s is at least %s: %s', ([release, needed, expected]) => {
    expect(isAtLeast(release, needed)).toBe(expected);
  });
});

it('the other side of a session has the opposite role', () => {
  expect((['Source', 'Destination', 'Metro_Preferred', 'Metro_Non_Preferred'] as const).map(oppositeRole)).toEqual([
    'Destination',
    'Source',
    'Metro_Non_Preferred',
    'Metro_Preferred',
  ]);
});

it('wrong input is known by its code, whichever copy of the package threw it', () => {
  const error = new InputError('timeout has to be above 0');
  expect(error).toBeInstanceOf(TypeError);
  expect([error.name, isInputError(error)]).toEqual(['InputError', true]);
  expect(isInputError(Object.assign(new Error('other copy'), { code: 'ERR_POWERSTORE_INPUT' }))).toBe(true);
  expect(isInputError(new TypeError('something else'))).toBe(false);
});

describe('the safety of an operation', () => {
  it('is compared with a limit', () => {
    const allowed = safetyLevels.map((limit) => safetyLevels.filter((safety) => isAtMost(safety, limit)));
    expect(allowed).toEqual([
      ['read-only'],
      ['read-only', 'non-disruptive'],
      ['read-only', 'non-disruptive', 'disruptive'],
    ]);
  });
});
