/**
 * Characters that act instead of being seen: controls (those of a terminal among them), line and paragraph separators, halves
 * of a surrogate pair, and everything that Unicode tells a program to ignore where it cannot show it (directions, joiners, tags).
 */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escape(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return short[character] ?? (code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`);
}

/**
 * A text that somebody else wrote (an array, a file, a user of a server) as one line that is safe to print: a character that acts
 * on a terminal or a page, or that nobody sees, becomes a visible escape, such as `\u001b` or `\u202e`.
 *
 * @example
 * ```ts
 * printable('prod\u202eksid'); // 'prod\\u202eksid'
 * ```
 */
export const printable = (text: string): string => text.replaceAll(unseen, escape);

/**
 * The same for a text of several lines: it keeps its line breaks.
 *
 * @example
 * ```ts
 * printableLines('one\n\u001b[2Jtwo'); // 'one\n\\u001b[2Jtwo'
 * ```
 */
export const printableLines = (text: string): string => text.split('\n').map(printable).join('\n');
