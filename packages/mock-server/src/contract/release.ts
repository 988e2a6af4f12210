import {
  type AttributeInfo,
  attributes,
  contractRelease,
  type EnumName,
  InputError,
  isAtLeast,
  isRelatedResource,
  isResource,
  type LiteralInfo,
  literals,
  relatedAttributes,
} from '@powerstore-api/types';

/** A release, and the part of the contract that its arrays know. */
export interface Release {
  /** Its number in four parts, as `software_installed` shows it: `3.6.0.0`. */
  readonly number: string;
  /** Whether the release has something that the contract dates with this `x-added`. */
  has(added: string): boolean;
  /** Whether an enum has this literal. */
  hasLiteral(name: EnumName, literal: string): boolean;
  /** Attributes of a resource, or of one that is only selected through another; empty for an unknown name. */
  attributesOf(resource: string): Readonly<Record<string, AttributeInfo>>;
  /** Literals of an enum. */
  literalsOf(name: EnumName): readonly string[];
}

const known = new Map<string, Release>();

/** The first release of PowerStoreOS. The contract dates nothing before it: an absent `x-added` means this release. */
export const firstRelease = '1.0.0.0';

/**
 * Finds a release by its number. `4.4` means `4.4.0.0`, and so do `v4.4` and `4.4.0.0-2284811`.
 *
 * @throws InputError if the contract does not describe the release.
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
  // Arrays and tools may add a build number, and tools a v.
  const parts = /^v?(\d+(?:\.\d+){0,3})(?:-\w+)?$/.exec(number)?.[1]?.split('.') ?? [];
  const full = [...parts, '0', '0', '0'].slice(0, 4).join('.');
  if (parts.length === 0 || !isAtLeast(full, firstRelease) || !isAtLeast(contractRelease, full)) {
    throw new InputError(
      `"${number}" is not a release that the contract describes. Give one from ${firstRelease} to ${contractRelease}, such as 4.0 or 3.6.0.0.`,
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
