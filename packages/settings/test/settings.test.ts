import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { InputError, isInputError } from '@powerstore-api/types';
import * as v from 'valibot';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  duration,
  durationText,
  fileErrorReason,
  parseDuration,
  parseYaml,
  printable,
  printableLines,
  readTextFile,
  readYaml,
  type YamlFormat,
} from '../src/index.js';

const array = v.strictObject({ url: v.string(), username: v.optional(v.string()) });
const format = {
  what: 'configuration',
  schema: v.strictObject({
    mode: v.optional(v.picklist(['read-only', 'disruptive'], 'a mode is read-only or disruptive')),
    timeout: v.optional(duration),
    arrays: v.optional(v.strictObject({ a: v.optional(array), b: v.optional(array) })),
    groups: v.optional(
      v.array(
        v.pipe(
          v.strictObject({ name: v.string() }),
          v.check(({ name }) => name !== 'all', 'all is no name'),
        ),
      ),
    ),
    either: v.optional(v.union([v.number(), v.strictObject({ every: v.string() })])),
    step: v.optional(
      v.lazy((input) =>
        typeof input === 'object' && input !== null && 'wait' in input
          ? v.strictObject({ wait: durationText, session: v.string() })
          : v.strictObject({ action: v.string(), site: v.string() }),
      ),
    ),
  }),
  remedy: 'init writes one.',
  explain: (key) => (/password/i.test(key) ? 'a password does not belong in this file' : undefined),
} satisfies YamlFormat<v.GenericSchema>;

const problemsOf = (source: string): string => {
  try {
    parseYaml(source, 'settings.yaml', format);
  } catch (error) {
    if (isInputError(error)) return error.message;
    throw error;
  }
  throw new Error('there is no problem');
};

describe('a text file', () => {
  const words = { what: 'certificate', remedy: 'Correct --ca.' };

  it('is read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'powerstore-settings-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'a.pem');
    writeFileSync(file, 'text of it');
    expect(readTextFile(file, words)).toBe('text of it');
  });

  it('that cannot be read is named with the reason and the remedy', () => {
    const folder = mkdtempSync(join(tmpdir(), 'powerstore-settings-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    mkdirSync(join(folder, 'folder'));
    writeFileSync(join(folder, 'file'), '');
    for (const [name, reason] of [
      ['none', 'there is no such file'],
      ['folder', 'it is a folder'],
      ['file/below', 'a part of its path is a file, not a folder'],
      ['x'.repeat(300), 'name too long'],
    ] as const)
      expect(() => readTextFile(join(folder, name), words)).toThrow(
        new InputError(`The certificate ${join(folder, name)} cannot be read: ${reason}. Correct --ca.`),
      );
  });

  it.for([
    ['EACCES', 'permission denied'],
    ['EPERM', 'permission denied'],
    ['ENOSPC', 'the disk is full'],
    ['EROFS', 'the file system is read-only'],
  ] as const)('gives the reason of %s in words', ([code, reason]) => {
    expect(fileErrorReason(Object.assign(new Error(`${code}: of Node`), { code }))).toBe(reason);
  });

  it('gives the words of an error of another kind as they are', () => {
    expect(fileErrorReason(new Error('no idea'))).toBe('no idea');
  });
});

describe('a YAML file', () => {
  it('is read by its schema, and knows the line of everything in it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'powerstore-settings-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'settings.yaml');
    writeFileSync(file, '# ours\nmode: read-only\ntimeout: 90s\narrays:\n  a:\n    url: https://a.example.com\n');
    const { value, name, lineOf } = readYaml(file, format);
    expect(value).toEqual({ mode: 'read-only', timeout: 90_000, arrays: { a: { url: 'https://a.example.com' } } });
    expect(name).toBe(file);
    expect([lineOf(['mode']), lineOf(['arrays', 'a', 'url']), lineOf(['arrays', 'a', 'username'])]).toEqual([2, 6, 5]);
  });

  it('of comments only says nothing, and is fine', () => {
    expect(parseYaml('# nothing yet\n', 'settings.yaml', format).value).toEqual({});
  });

  it('that is not there is named, with what to do', () => {
    expect(() => readYaml('/none/settings.yaml', format)).toThrow(
      'The configuration /none/settings.yaml cannot be read: there is no such file. init writes one.',
    );
  });

  it.for([
    ['a name that is misspelt', 'mdoe: read-only', 'settings.yaml:1:1: mdoe is not known; did you mean mode?'],
    [
      'a name inside of an object',
      'arrays:\n  a:\n    url: x\n    usrname: y',
      'settings.yaml:4:5: arrays.a.usrname is not known; did you mean username?',
    ],
    [
      'a name inside of a list',
      'groups:\n  - nmae: x',
      'settings.yaml:2:5: groups.0.name is missing\nsettings.yaml:2:5: groups.0.nmae is not known; did you mean name?',
    ],
    [
      'a name like no other',
      'colour: red',
      'settings.yaml:1:1: colour is not known; known are mode, timeout, arrays, groups, either, step',
    ],
    [
      'a name that depends on another one',
      'step:\n  wait: 5m\n  sesion: x',
      'settings.yaml:1:1: step.session is missing\nsettings.yaml:3:3: step.sesion is not known; did you mean session?',
    ],
    ['a name that is explained', 'password: x', 'settings.yaml:1:1: password: a password does not belong in this file'],
    ['a value', 'mode: harmless', 'settings.yaml:1:1: mode: a mode is read-only or disruptive; there is "harmless"'],
    [
      'a duration without a unit',
      'timeout: 10',
      'settings.yaml:1:1: timeout: a duration is a number with its unit, such as 30s, 10m or 1h; there is 10',
    ],
    ['something missing', 'arrays:\n  a: {}', 'settings.yaml:2:3: arrays.a.url is missing'],
    ['a value in place of names', 'arrays: none', 'settings.yaml:1:1: arrays has to be a list of names with values'],
    ['a list', '- mode', 'settings.yaml:1:1: a configuration is a list of names with values, such as name: value'],
    ['a rule of its own', 'groups:\n  - name: all', 'settings.yaml:2:5: groups.0: all is no name'],
  ] as const)('with %s wrong says where and what would do', ([, source, expected]) => {
    expect(problemsOf(source)).toBe(expected);
  });

  it('that is no YAML says where it ends being YAML', () => {
    expect(problemsOf('mode: [read-only\narrays:\n')).toMatch(/^settings\.yaml:\d+:\d+: /);
  });

  it('of a few lines cannot be made into gigabytes', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [one, next] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh'])
      bomb.push(`${next}: &${next} [${Array.from({ length: 9 }, () => `*${one}`).join(', ')}]`);
    expect(problemsOf(bomb.join('\n'))).toMatch(/^settings\.yaml: .*alias/);
  });

  it('is refused where it is nested too deeply', () => {
    const problem = problemsOf(`${'['.repeat(20_000)}${']'.repeat(20_000)}`);
    expect(problem).toMatch(/^settings\.yaml:1:\d+: lists and maps are nested too deeply$/);
  });

  it('is refused for a key that is a list, and nothing else is said', async () => {
    const warnings: Error[] = [];
    const note = (warning: Error): void => void warnings.push(warning);
    process.on('warning', note);
    try {
      expect(problemsOf('? [a, b]\n: 1')).toMatch(/^settings\.yaml:1:\d+: \[ a, b \] is not known/);
      // Node emits warnings in the next turn.
      await setImmediate();
      expect(warnings).toEqual([]);
    } finally {
      process.off('warning', note);
    }
  });
});

describe('a duration', () => {
  it.for([
    ['30s', 30_000],
    ['10m', 600_000],
    ['1.5h', 5_400_000],
    ['2 days', 172_800_000],
    ['250ms', 250],
    ['10', undefined],
    ['m', undefined],
    ['10 bananas', undefined],
    ['-5m', undefined],
    ['', undefined],
  ] as const)('%j is %s milliseconds', ([text, expected]) => {
    expect(parseDuration(text)).toBe(expected);
  });
});

describe('a text that somebody else wrote', () => {
  it.each([
    ['stays as it is', 'Größe 5 µm, 名前, 🚀 \\ "x"', 'Größe 5 µm, 名前, 🚀 \\ "x"'],
    ['clears no screen', '\u001b[2J\u001b]0;title\u0007', '\\u001b[2J\\u001b]0;title\\u0007'],
    ['has no control of eight bits', '\u009b31m', '\\u009b31m'],
    ['reads in one direction', 'prod\u202eksid\u2066', 'prod\\u202eksid\\u2066'],
    ['hides nothing', 'a\u200bb\u00adc\ufeffd\u3164e\ufe0f', 'a\\u200bb\\u00adc\\ufeffd\\u3164e\\ufe0f'],
    ['has no tags', '\u{e0041}', '\\u{e0041}'],
    ['is one line', 'a\r\nb\u2028c\td', 'a\\r\\nb\\u2028c\\td'],
    ['has no half of a character', 'a\ud800b', 'a\\ud800b'],
  ])('%s', (_title, text, printed) => {
    expect(printable(text)).toBe(printed);
    expect(printable(printed)).toBe(printed);
  });

  it('may keep its lines', () => {
    expect(printableLines('one\r\n\u001b[1Atwo')).toBe('one\\r\n\\u001b[1Atwo');
  });
});
