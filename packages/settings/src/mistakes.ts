import { printableLines } from './printable.js';

/** An option that looks as if it took a password. */
const passwordFlag = /^-{1,2}(p|pw|pass.*)$/i;

const refused = (flag: string, remedy: string): string =>
  `error: ${flag} is refused: no flag takes a password, because everyone on the machine can read the flags of a process. ${remedy}\n`;

/**
 * The words of commander for a mistake on the command line, safe to print, and without what the user wrote after an option that
 * there is not: it may be a secret. The remedy says how to give a password.
 *
 * @example
 * ```ts
 * describeMistake("error: unknown option '--colour=red'\n", 'Set TOOL_PASSWORD.'); // "error: unknown option '--colour'\n"
 * ```
 */
export function describeMistake(message: string, remedy: string): string {
  const [, long, short] = /^error: unknown option '(?:(--[^=\s']+)|(-[^-]))/s.exec(message) ?? [];
  const flag = long ?? short;
  if (flag === undefined) return printableLines(message.replaceAll(/\/\/[^/@\s]*@/g, '//…@'));
  if (passwordFlag.test(flag)) return printableLines(refused(flag, remedy));
  const [suggestion = '\n'] = /\n\(Did you mean [^\n']*\?\)\n$/.exec(message) ?? [];
  return printableLines(`error: unknown option '${flag}'${suggestion}`);
}
