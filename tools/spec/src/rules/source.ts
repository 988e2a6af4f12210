import type { Location, Oas3Rule, UserContext } from '@redocly/openapi-core';
import { componentAt } from '../contract/component.ts';
import type { Document, LifecycleRefusal, Schema } from '../contract/document.ts';
import { sourceEntry } from '../contract/source-entry.ts';

/** Every fact names its source: a key of x-sources in the entry document, then a locator. */
export const source =
  (document: Document): Oas3Rule =>
  () => {
    const keys = Object.keys(document['x-sources']);
    const checkKeys = (entries: unknown[], { report }: UserContext, location: Location) => {
      for (const [index, entry] of entries.entries()) {
        const { key } = sourceEntry(String(entry));
        if (keys.includes(key)) continue;
        report({
          message: `"${key}" is not a source. Use one of ${keys.join(', ')}, or add it to x-sources of the entry document.`,
          location: location.child(index),
        });
      }
    };
    const check = (node: unknown, context: UserContext, required: boolean) => {
      const { report, location } = context;
      const entries = (node as { 'x-source'?: unknown })['x-source'];
      if (entries === undefined) {
        if (required) {
          report({ message: 'x-source is missing: name the source, or write [assumed/…].', location: location.key() });
        }
      } else if (!Array.isArray(entries) || entries.length === 0) {
        report({ message: 'x-source has to be a list, such as [document-4.0].', location: location.child('x-source') });
      } else {
        checkKeys(entries, context, location.child('x-source'));
      }
    };
    return {
      Root(node, context) {
        const {
          'x-simulated': simulated,
          'x-errors': errors,
          'x-conditions': conditions,
        } = node as unknown as Document;
        for (const [name, { 'x-source': entries }] of Object.entries(conditions)) {
          checkKeys(entries, context, context.location.child(['x-conditions', name, 'x-source']));
        }
        for (const [name, { 'x-source': entries }] of Object.entries(errors)) {
          checkKeys(entries, context, context.location.child(['x-errors', name, 'x-source']));
        }
        for (const [topic, statements] of Object.entries(simulated)) {
          for (const [index, { 'x-source': entries }] of statements.entries()) {
            checkKeys(entries, context, context.location.child(['x-simulated', topic, index, 'x-source']));
          }
        }
      },
      Operation(node, context) {
        check(node, context, true);
        for (const list of ['x-lifecycle', 'x-refused'] as const) {
          const { [list]: rows = [] } = node as Partial<Record<typeof list, Partial<LifecycleRefusal>[]>>;
          for (const [index, { 'x-source': entries = [] }] of rows.entries()) {
            checkKeys(entries, context, context.location.child([list, index, 'x-source']));
          }
        }
      },
      Parameter: (node, context) => check(node, context, isComponent(context)),
      Header: (node, context) => check(node, context, isComponent(context)),
      Response: (node, context) => check(node, context, isComponent(context)),
      Schema(node, context) {
        check(node, context, isComponent(context));
        for (const [literal, entries] of Object.entries((node as Schema)['x-undocumented_value'] ?? {}))
          checkKeys(entries, context, context.location.child(['x-undocumented_value', literal]));
      },
      SecurityScheme: (node, context) => check(node, context, true),
      // A named example of a body is a claim about an array; an inline example of a request is not.
      Example: (node, context) => check(node, context, context.location.source.absoluteRef.includes('/examples/')),
    };
  };

const isComponent = ({ location }: UserContext): boolean => componentAt(location.pointer)?.isWhole ?? false;
