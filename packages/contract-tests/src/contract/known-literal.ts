import { type EnumName, literalInfo, literals } from '@powerstore-api/types';
import { isUndocumented } from './contract.js';

/** A literal of the contract. Any other text may be a value of the array, and no finding shows it. */
export const knownLiteral = (enumName: EnumName, value: unknown): string | undefined =>
  typeof value === 'string' && literalInfo(enumName, value) ? value : undefined;

/** The literal that a text spells in another case, or with other spaces or underscores. */
export function literalSpelt(enumName: EnumName, text: string): string | undefined {
  const all: Readonly<Record<string, unknown>> = literals[enumName];
  if (Object.hasOwn(all, text) || isUndocumented(enumName, text)) return undefined;
  return Object.keys(all).find((literal) => folded(literal) === folded(text));
}

const folded = (text: string): string => text.toLowerCase().replaceAll(/[\s_]/g, '');
