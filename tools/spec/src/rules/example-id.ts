import type { Oas3Rule } from '@redocly/openapi-core';
import { split } from '@sagold/json-pointer';
import { componentAt } from '../contract/component.ts';
import { type Document, instanceExamples, operationsOf, type Parameter, resolveSchema } from '../contract/document.ts';

/**
 * The ids in the examples of requests are those of the instances that the contract has as examples. A simulator can start with
 * these, so every example of a request can be sent to it.
 */
export function exampleId(document: Document): Oas3Rule {
  const isKnown = (resource: string, value: unknown): boolean =>
    instanceExamples(document, resource).some(
      ({ id, name }) => value === id || (name !== undefined && value === `name:${String(name)}`),
    );
  return () => ({
    Parameter(node, { report, location }) {
      if (node.in !== 'path') return;
      const { example, examples = {} } = node as Parameter;
      const resource = resourceAt(location.pointer);
      const given = Object.entries(examples).map(([name, { value }]) => [['examples', name, 'value'], value] as const);
      for (const [keys, value] of [...given, [['example'], example] as const])
        if (value !== undefined && !isKnown(resource, value))
          report({ message: message(resource, value), location: location.child([...keys]) });
    },
    Operation({ operationId }, { report, location }) {
      const { requestBody } =
        operationsOf(document).find(({ operation }) => operation.operationId === operationId)?.operation ?? {};
      const media = requestBody?.content['application/json'];
      if (!media) return;
      const { properties = {} } = resolveSchema(document, media.schema);
      for (const [name, { value }] of Object.entries(media.examples ?? {}))
        for (const [field, given] of Object.entries((value ?? {}) as object)) {
          const resource = properties[field]?.['x-ref'];
          if (resource === undefined || !given || isKnown(resource, given)) continue;
          const keys = ['requestBody', 'content', 'application/json', 'examples', name, 'value', field];
          report({ message: message(resource, given), location: location.child(keys) });
        }
    },
  });
}

const message = (resource: string, value: unknown): string =>
  `No ${resource} in the examples of GET /${resource}/{id} is ${String(value)}. Take the id of one of them, or name: and its name.`;

/** The resource whose instances a path parameter names, by the place of the parameter. */
function resourceAt(pointer: string): string {
  const [, path = ''] = split(pointer);
  return componentAt(pointer)?.name.replace(/_id$/, '') ?? path.split('/')[1] ?? '';
}
