import { split } from '@sagold/json-pointer';

/** A component of a document. */
export interface Component {
  /** Such as `schemas`. */
  kind: string;
  name: string;
  /** Whether the reference leads to the whole component, not to a part of it. */
  isWhole: boolean;
}

/** The component that a JSON pointer or a `$ref` leads to, or into; `undefined` if it leads elsewhere. */
export function componentAt(reference: string): Component | undefined {
  const [root, kind, name, ...inside] = split(reference.slice(Math.max(0, reference.indexOf('#'))));
  if (root !== 'components' || kind === undefined || name === undefined) return undefined;
  return { kind, name, isWhole: inside.length === 0 };
}

/** Whether a reference leads to the component of this kind and name, in whatever file. */
export function leadsTo(reference: string | undefined, kind: string, name: string): boolean {
  const component = reference === undefined ? undefined : componentAt(reference);
  return component?.kind === kind && component.name === name && component.isWhole;
}
