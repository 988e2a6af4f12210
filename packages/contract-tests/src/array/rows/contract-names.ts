import { createRequire } from 'node:module';

let names: Set<string> | undefined;

/** Whether the contract gives this name to a part of some body. Any other key of an array may be data. */
export function isContractName(name: string): boolean {
  if (names) return names.has(name);
  names = new Set();
  collect(createRequire(import.meta.url)('@powerstore-api/types/contract.json'), names);
  return names.has(name);
}

function collect(part: unknown, into: Set<string>): void {
  if (typeof part !== 'object' || part === null) return;
  const { properties } = part as { properties?: object };
  for (const name of Object.keys(properties ?? {})) into.add(name);
  for (const inner of Object.values(part)) collect(inner, into);
}
