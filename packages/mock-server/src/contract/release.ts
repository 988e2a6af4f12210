import {
  type AttributeInfo,
  attributes,
  type EnumName,
  InputError,
  isAtLeast,
  isRelatedResource,
  isResource,
  type LiteralInfo,
  literals,
  type OperationId,
  operations,
  relatedAttributes,
} from '@powerstore-api/types';

/** What an array of a certain release knows: a part of the contract. */
export interface Release {
  /** In four parts, as `software_installed` has it: `3.6.0.0`. */
  readonly number: string;
  /** Whether something the contract dates with `x-added` is there. */
  has(added: string): boolean;
  hasOperation(operationId: OperationId): boolean;
  /** Whether an enum has the literal. */
  hasLiteral(name: EnumName, literal: string): boolean;
  /** Attributes of a resource, or of one that is only selected through another; none for what is unknown. */
  attributesOf(resource: string): Readonly<Record<string, AttributeInfo>>;
  /** Literals of an enum. */
  literalsOf(name: EnumName): readonly string[];
}

const known = new Map<string, Release>();

/** The releases the contract describes. */
export const oldestRelease = '1.0.0.0';
export const newestRelease = '4.4.0.0';

/**
 * What a release knows. `4.4` means `4.4.0.0`.
 *
 * @throws InputError where the contract does not describe such a release.
 */
export function releaseOf(number: string): Release {
  const full = fullNumber(number);
  const found = known.get(full);
  if (found) return found;
  const release = createRelease(full);
  known.set(full, release);
  return release;
}

function fullNumber(number: string): string {
  const parts = number.split('.');
  const full = [...parts, '0', '0', '0'].slice(0, Math.max(4, parts.length)).join('.');
  if (!/^\d+(\.\d+){3}$/.test(full) || !isAtLeast(full, oldestRelease) || !isAtLeast(newestRelease, full)) {
    throw new InputError(
      `"${number}" is not a release that the contract describes. Give one from ${oldestRelease} to ${newestRelease}, such as 4.0 or 3.6.0.0.`,
    );
  }
  return full;
}

function createRelease(number: string): Release {
  const has = cached((added: string) => isAtLeast(number, added));
  const keep = <T extends { readonly added: string }>(
    table: Readonly<Record<string, T>>,
  ): Readonly<Record<string, T>> => Object.fromEntries(Object.entries(table).filter(([, { added }]) => has(added)));
  const attributesOf = cached((resource: string) => keep<AttributeInfo>(allAttributesOf(resource)));
  const literalsOf = cached((name: EnumName) => Object.keys(keep<LiteralInfo>(literals[name])));
  return {
    number,
    has,
    hasOperation: (operationId) => has(operations[operationId].added),
    hasLiteral: (name, literal) => literalsOf(name).includes(literal),
    attributesOf,
    literalsOf,
  };
}

function allAttributesOf(resource: string): Readonly<Record<string, AttributeInfo>> {
  if (isResource(resource)) return attributes[resource];
  return isRelatedResource(resource) ? relatedAttributes[resource] : {};
}

function cached<Name, T>(compute: (name: Name) => T): (name: Name) => T {
  const values = new Map<Name, T>();
  return (name) => {
    const value = values.get(name) ?? compute(name);
    values.set(name, value);
    return value;
  };
}
