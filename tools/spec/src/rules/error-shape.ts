import type { Oas3Rule } from '@redocly/openapi-core';
import { componentAt, leadsTo } from '../contract/component.ts';

interface Response {
  content?: Record<string, { schema?: { $ref?: string }; examples?: Record<string, unknown> }>;
}

const everywhere = ['400', '401', '403', '406', '500', '503'];

/**
 * Errors have PowerStore's shape and an example. Without a content, the generated type of the error would be undefined.
 */
export const errorShape: Oas3Rule = () => ({
  Operation: {
    enter(node, { report, location }) {
      for (const status of everywhere) {
        if (node.responses && status in node.responses) continue;
        report({
          message: `Every operation can answer ${status}: reference its response in components/responses.`,
          location: location.child('responses').key(),
        });
      }
    },
  },
  Response(node, { report, location, key }) {
    const isError = /^[45]\d\d$/.test(String(key)) || isErrorComponent(location.pointer);
    if (!isError) return;
    const media = (node as Response).content?.['application/json'];
    if (!leadsTo(media?.schema?.$ref, 'schemas', 'error_response')) {
      report({
        message: 'An error answers with application/json and the schema error_response.',
        location: location.key(),
      });
    } else if (Object.keys(media?.examples ?? {}).length === 0) {
      report({ message: 'An error needs an example: the mock answers with it.', location: location.key() });
    }
  },
});

function isErrorComponent(pointer: string): boolean {
  const component = componentAt(pointer);
  return component?.kind === 'responses' && !['accepted', 'done'].includes(component.name);
}
