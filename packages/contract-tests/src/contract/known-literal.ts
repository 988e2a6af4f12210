import { type EnumName, literalInfo } from '@powerstore-api/types';

/** A literal of the contract. Any other text may be a value of the array, and no finding shows it. */
export const knownLiteral = (enumName: EnumName, value: unknown): string | undefined =>
  typeof value === 'string' && literalInfo(enumName, value) ? value : undefined;
