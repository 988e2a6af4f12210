import type { Oas3Rule, UserContext } from '@redocly/openapi-core';
import type { Document } from '../document.ts';

/** Every fact says where it comes from: with a key of the root's x-sources, and a locator after it. */
export const source =
  (document: Document): Oas3Rule =>
  () => {
    const keys = Object.keys(document['x-sources']);
    const check = (node: unknown, { report, location }: UserContext, required: boolean) => {
      const entries = (node as { 'x-source'?: unknown })['x-source'];
      if (entries === undefined) {
        if (required) {
          report({ message: 'x-source is missing: say where this is from, or [assumed].', location: location.key() });
        }
        return;
      }
      if (!Array.isArray(entries) || entries.length === 0) {
        report({ message: 'x-source has to be a list, such as [document-4.0].', location: location.child('x-source') });
        return;
      }
      for (const [index, entry] of entries.entries()) {
        const [key] = String(entry).split(' ');
        if (!keys.includes(key ?? '')) {
          report({
            message: `"${key}" is no source. Use one of ${keys.join(', ')}, or add it to x-sources of the entry document.`,
            location: location.child(['x-source', index]),
          });
        }
      }
    };
    return {
      Operation: (node, context) => check(node, context, true),
      Parameter: (node, context) => check(node, context, isComponent(context)),
      Header: (node, context) => check(node, context, isComponent(context)),
      Response: (node, context) => check(node, context, isComponent(context)),
      Schema: (node, context) => check(node, context, isComponent(context)),
      SecurityScheme: (node, context) => check(node, context, true),
      // A named example of a body is a claim about an array; an inline one of a request is not.
      Example: (node, context) => check(node, context, context.location.source.absoluteRef.includes('/examples/')),
    };
  };

const isComponent = ({ location }: UserContext): boolean => /^#\/components\/\w+\/[^/]+$/.test(location.pointer);
