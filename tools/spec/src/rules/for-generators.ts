import type { Oas3Rule } from '@redocly/openapi-core';
import type { Document } from '../contract/document.ts';

/** The published document is the input of generators and converters. It has nothing that the common ones stumble over. */
export const forGenerators =
  (document: Document): Oas3Rule =>
  () => ({
    Operation({ operationId = '' }, { report, location }) {
      if (!Object.hasOwn(document.components.schemas, operationId)) return;
      report({
        message: `A schema is called ${operationId} too, and generators make a type of both names. Call the schema of a body ${operationId}_request.`,
        location: location.child('operationId'),
      });
    },
    ServerVariable({ description }, { report, location }) {
      if (description === undefined) return;
      report({
        message:
          'swagger-parser and orval refuse a document in which a server variable has a description. Describe it in the description of the server.',
        location: location.child('description').key(),
      });
    },
    Schema(node, { report, location, parent }) {
      if (node.pattern === undefined || hasExample(node) || hasExample(parent)) return;
      report({
        message: 'Converters make random text of a pattern. Give an example beside it, which they take instead.',
        location: location.child('pattern'),
      });
    },
  });

/** Whether a schema, or the parameter or header around it, has an example. */
function hasExample(node: unknown): boolean {
  const { example, examples = {} } = node as { example?: unknown; examples?: object };
  return example !== undefined || Object.keys(examples).length > 0;
}
