// The syntax of filters: `not.in.(a,"b,c")`, `and=(state.eq.OK,or(role.eq.Source,type.is.null))`.
import { badQuery, checkDepth } from './bad-query.js';

/** A comparison, as the client wrote it. */
export interface Comparison {
  kind: 'comparison';
  attribute: string;
  negated: boolean;
  operator: string;
  /** The text after the operator, or the texts of a list. */
  operand: string | string[];
}

/** Conditions joined by `and` or `or`. */
export interface Group {
  kind: 'group';
  negated: boolean;
  every: boolean;
  conditions: Condition[];
}

export type Condition = Comparison | Group;

/** `in.(…)`, `cs.{…}` and `cd.{…}` take a list. */
const brackets: Readonly<Record<string, readonly [string, string]>> = {
  in: ['(', ')'],
  cs: ['{', '}'],
  cd: ['{', '}'],
};

/** Reads the value of a query parameter that is named after an attribute: `[not.]<operator>.<value>`. */
export function readComparison(attribute: string, text: string): Comparison {
  const cursor = new Cursor(text, `${attribute}=${text}`);
  const comparison = comparisonAt(cursor, attribute, false);
  cursor.expectEnd();
  return comparison;
}

/** Reads the value of the query parameter `and`, `or`, `not.and` or `not.or`: `(<condition>,…)`. */
export function readGroup(name: string, text: string): Group {
  const cursor = new Cursor(text, `${name}=${text}`);
  const group = groupAt(cursor, name, 1);
  cursor.expectEnd();
  return group;
}

export const isGroupName = (name: string): boolean => /^(not\.)?(and|or)$/.test(name);

function groupAt(cursor: Cursor, name: string, depth: number): Group {
  checkDepth(name, depth);
  const conditions: Condition[] = [];
  cursor.expect('(');
  do conditions.push(conditionAt(cursor, depth + 1));
  while (cursor.accept(','));
  cursor.expect(')');
  return { kind: 'group', negated: name.startsWith('not.'), every: name.endsWith('and'), conditions };
}

function conditionAt(cursor: Cursor, depth: number): Condition {
  const group = cursor.match(/(?:not\.)?(?:and|or)(?=\()/y);
  if (group !== undefined) return groupAt(cursor, group, depth);
  const attribute = cursor.match(/[\w>-]+(?=\.)/y);
  if (attribute === undefined) throw cursor.unreadable();
  cursor.expect('.');
  return comparisonAt(cursor, attribute, true);
}

function comparisonAt(cursor: Cursor, attribute: string, grouped: boolean): Comparison {
  const negated = cursor.match(/not\./y) !== undefined;
  const operator = cursor.match(/[a-z]+(?=\.)/y);
  if (operator === undefined) throw cursor.unreadable();
  cursor.expect('.');
  const bracket = Object.hasOwn(brackets, operator) ? brackets[operator] : undefined;
  const operand = bracket ? listAt(cursor, bracket) : grouped ? wordAt(cursor, ',)') : cursor.rest();
  return { kind: 'comparison', attribute, negated, operator, operand };
}

function listAt(cursor: Cursor, [open, close]: readonly [string, string]): string[] {
  cursor.expect(open);
  if (cursor.accept(close)) return [];
  const words: string[] = [];
  do words.push(wordAt(cursor, `,${close}`));
  while (cursor.accept(','));
  cursor.expect(close);
  return words;
}

/** Reads one value: up to a delimiter, or in double quotes, inside which `\"` and `\\` are escapes. */
function wordAt(cursor: Cursor, delimiters: string): string {
  const quoted = cursor.match(/"(?:[^"\\]|\\.)*"/y);
  if (quoted !== undefined) return quoted.slice(1, -1).replaceAll(/\\(.)/g, '$1');
  return cursor.until(delimiters);
}

/** A position in a text. */
class Cursor {
  readonly #text: string;
  readonly #whole: string;
  #position = 0;

  constructor(text: string, whole: string) {
    this.#text = text;
    this.#whole = whole;
  }

  unreadable(): Error {
    return badQuery(`The filter ${this.#whole} cannot be read at "${this.#text.slice(this.#position)}".`);
  }

  /** Reads the match of a sticky pattern at this position, and moves behind it. */
  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.#text)?.[0];
    this.#position += found?.length ?? 0;
    return found;
  }

  accept(character: string): boolean {
    if (this.#text[this.#position] !== character) return false;
    this.#position += 1;
    return true;
  }

  expect(character: string): void {
    if (!this.accept(character)) throw this.unreadable();
  }

  expectEnd(): void {
    if (this.#position < this.#text.length) throw this.unreadable();
  }

  until(delimiters: string): string {
    const start = this.#position;
    while (this.#position < this.#text.length && !delimiters.includes(this.#text[this.#position] ?? ''))
      this.#position += 1;
    return this.#text.slice(start, this.#position);
  }

  rest(): string {
    return this.until('');
  }
}
