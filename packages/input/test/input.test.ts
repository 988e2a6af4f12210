import { isInputError } from '@powerstore-api/types';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { isInTheClear, nearest, readInput, unknownCommand } from '../src/index.js';

const schema = v.strictObject({
  username: v.string(),
  password: v.optional(v.string()),
  mode: v.optional(v.picklist(['read-only', 'disruptive'])),
  timeout: v.optional(
    v.custom<number>((value) => typeof value === 'number' && value > 0, 'must be a number of milliseconds above 0'),
  ),
  retry: v.optional(
    v.strictObject({ retries: v.optional(v.pipe(v.number(), v.minValue(0))), pause: v.optional(v.number()) }),
  ),
  tls: v.optional(v.union([v.boolean(), v.strictObject({ ca: v.string() })])),
  as: v.optional(v.union([v.picklist(['session', 'anonymous']), v.strictObject({ name: v.string() })])),
  log: v.optional(v.function()),
  users: v.optional(v.array(v.strictObject({ name: v.string() }))),
});

const problemOf = (input: unknown): string => {
  try {
    readInput(schema, input, 'options');
  } catch (error) {
    if (isInputError(error)) return error.message;
    throw error;
  }
  throw new Error('there is no problem');
};

describe('input', () => {
  it('that fits is what comes out', () => {
    const input = { username: 'monitor', retry: { retries: 2 }, tls: { ca: 'pem' } };
    expect(readInput(schema, input, 'options')).toEqual(input);
  });

  it.for<[title: string, input: unknown, problem: string]>([
    ['misspelt', { username: 'm', tiemout: 3 }, 'options.tiemout is not known. Did you mean timeout?'],
    [
      'unknown inside',
      { username: 'm', retry: { colour: 1 } },
      'options.retry.colour is not known. Known are retries, pause.',
    ],
    [
      'misspelt in a list',
      { username: 'm', users: [{ nmae: 'x' }] },
      'options.users.0.name is missing. options.users.0.nmae is not known. Did you mean name?',
    ],
    ['missing', {}, 'options.username is missing.'],
    ['not there', undefined, 'options is missing.'],
    ['no object', 'monitor', 'options must be an object, not a text.'],
    [
      'a text in place of a number',
      { username: 'm', timeout: '30' },
      "options.timeout must be a number of milliseconds above 0, not '30'.",
    ],
    [
      'a number out of range',
      { username: 'm', timeout: 0 },
      'options.timeout must be a number of milliseconds above 0, not 0.',
    ],
    ['below a limit', { username: 'm', retry: { retries: -1 } }, 'options.retry.retries must be at least 0, not -1.'],
    [
      'a misspelt word',
      { username: 'm', mode: 'Read-only' },
      "options.mode must be read-only or disruptive, not 'Read-only'. Did you mean read-only?",
    ],
    ['of several kinds', { username: 'm', tls: 3 }, 'options.tls must be true or false or an object, not 3.'],
    [
      'a misspelt word in place of an object',
      { username: 'm', as: 'anonymus' },
      'options.as must be session or anonymous or an object, not a text. Did you mean anonymous?',
    ],
    ['a text in place of a function', { username: 'm', log: 'x' }, 'options.log must be a function, not a text.'],
  ])('that is %s', ([, input, problem]) => {
    expect(problemOf(input)).toBe(problem);
  });

  it('an empty text', () => {
    const filled = v.strictObject({ password: v.pipe(v.string(), v.minLength(1, 'must be a non-empty text')) });
    // An environment variable that is not set.
    expect(() => readInput(filled, { password: '' }, 'options')).toThrow(
      'options.password must be a non-empty text, not an empty one.',
    );
  });

  it('that may be a secret is not repeated', () => {
    expect(problemOf({ username: 'm', password: 12_345 })).toBe('options.password must be a text, not this value.');
    expect(problemOf({ username: 'm', tls: 'hunter2' })).toBe(
      'options.tls must be true or false or an object, not a text.',
    );
    expect(problemOf({ username: { password: 'hunter2' } })).toBe('options.username must be a text, not an object.');
  });
});

describe('the nearest name', () => {
  it.for([
    ['readonly', 'readOnly'],
    ['dryrun', 'dryRun'],
    ['retires', 'retries'],
    ['colour', undefined],
    ['c', undefined],
  ] as const)('to %s is %s', ([name, expected]) => {
    expect(nearest(name, ['readOnly', 'dryRun', 'retries', 'timeout'])).toBe(expected);
  });

  it('is none where nothing is known', () => {
    expect(nearest('mode', [])).toBeUndefined();
  });
});

it.for([
  ['simulat', "unknown command 'simulat'\n(Did you mean simulate?)"],
  ['drill', "unknown command 'drill'\nCommands are static, simulate."],
  ['static', "unknown command 'static'\nWrite the command before its options: powerstore-mock static …"],
] as const)('the message for the unknown command %s', ([word, message]) => {
  expect(unknownCommand('powerstore-mock', word, ['static', 'simulate'])).toBe(message);
});

it.for([
  ['http://array-a.example.com', true],
  ['http://192.0.2.7', true],
  ['http://127.example.com', true],
  ['http://localhost.example.com', true],
  ['http://[2001:db8::1]', true],
  ['https://array-a.example.com', false],
  ['http://localhost:8080', false],
  ['http://a.localhost', false],
  ['http://127.8.8.8', false],
  ['http://2130706433', false],
  ['http://[::1]', false],
] as const)('requests to %s leave the machine in the clear: %s', ([url, expected]) => {
  expect(isInTheClear(url)).toBe(expected);
});
