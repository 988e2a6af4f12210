import { basename } from 'node:path';
import type { Oas3Rule } from '@redocly/openapi-core';
import { componentAt } from '../contract/component.ts';

/**
 * No two files have a schema of the same name. Otherwise the bundle would silently rename the second one to `name-2`, and the
 * types and tables would not know it.
 */
export const uniqueName: Oas3Rule = () => {
  const files = new Map<string, string>();
  return {
    Schema(_node, { report, location }) {
      const component = componentAt(location.pointer);
      if (component?.kind !== 'schemas' || !component.isWhole) return;
      const { name } = component;
      const file = location.source.absoluteRef;
      const first = files.get(name) ?? file;
      files.set(name, first);
      if (first === file) return;
      report({
        message: `${basename(first)} has a schema "${name}" too: reference that one, or give this one another name.`,
        location: location.key(),
      });
    },
  };
};
