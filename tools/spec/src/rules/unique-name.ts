import { basename } from 'node:path';
import type { Oas3Rule } from '@redocly/openapi-core';

/**
 * No two files have a schema of the same name: bundled into one document the second would quietly become `name-2`,
 * which types and tables know nothing of.
 */
export const uniqueName: Oas3Rule = () => {
  const files = new Map<string, string>();
  return {
    Schema(_node, { report, location }) {
      const [, name] = /^#\/components\/schemas\/([^/]+)$/.exec(location.pointer) ?? [];
      if (name === undefined) return;
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
