import type { Oas3Rule } from '@redocly/openapi-core';
import { split } from '@sagold/json-pointer';
import { componentAt, leadsTo } from '../contract/component.ts';
import { type Document, operationsOf, type Schema, schemasBehind } from '../contract/document.ts';

/**
 * Enums are open in answers (an array of a newer release may send an unknown literal) and closed in requests.
 * An answer's attribute therefore is an anyOf of the enum and UnknownLiteral; a request's references the enum itself.
 */
export const openEnum =
  (document: Document): Oas3Rule =>
  () => {
    const operations = operationsOf(document).map(({ operation }) => operation);
    // By name, because Redocly's nested visitors do not visit the schemas inside of a schema.
    const inAnswers = schemasBehind(document, [operations.map((it) => it.responses), document.components['responses']]);
    const inRequests = schemasBehind(
      document,
      operations.map((it) => it.requestBody),
    );
    return {
      Schema(node, { report, location, resolve }) {
        const component = componentAt(location.pointer);
        const name = component?.kind === 'schemas' ? component.name : '';
        const keys = split(location.pointer);
        const isAnswer = inAnswers.has(name) || keys.includes('responses');
        const isRequest = inRequests.has(name) || keys.includes('requestBody');
        for (const [key, property] of Object.entries((node as Schema).properties ?? {})) {
          const list = property.items ?? property;
          const members = list.anyOf ?? [list];
          const isEnum = members.some(
            (it) => (it.$ref === undefined ? it : resolve<Schema>(it as { $ref: string }).node)?.enum,
          );
          const isOpen = members.some((it) => leadsTo(it.$ref, 'schemas', 'UnknownLiteral'));
          const place = location.child(['properties', key]).key();
          if (isEnum && isAnswer && !isOpen) {
            report({
              message: `"${key}" is a closed enum in an answer: write anyOf with the enum and #/components/schemas/UnknownLiteral.`,
              location: place,
            });
          }
          if (isEnum && isRequest && isOpen) {
            report({ message: `"${key}" is an open enum in a request: reference the enum alone.`, location: place });
          }
        }
      },
    };
  };
