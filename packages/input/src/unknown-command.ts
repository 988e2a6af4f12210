import { nearest } from './nearest.js';

/**
 * The message for a word that is no command of a tool. For tools with a command that runs by default: a misspelt command
 * arrives there as an argument.
 *
 * @example
 * ```ts
 * unknownCommand('powerstore-mock', 'simulat', ['static', 'simulate']);
 * // unknown command 'simulat'
 * // (Did you mean simulate?)
 * ```
 */
export function unknownCommand(tool: string, word: string, commands: readonly string[]): string {
  const suggestion = nearest(word, commands);
  const hint =
    word === suggestion
      ? `Write the command before its options: ${tool} ${word} …`
      : suggestion === undefined
        ? `Commands are ${commands.join(', ')}.`
        : `(Did you mean ${suggestion}?)`;
  return `unknown command '${word}'\n${hint}`;
}
