import type { Oas3Rule } from '@redocly/openapi-core';
import type { Document, Operation } from '../contract/document.ts';
import { releasePattern } from './release.ts';

/** `GET`, `PATCH {id}`, `POST {id}/snapshot`. */
const operationPattern = /^(?:GET|POST|PATCH|PUT|DELETE)(?: (?:\w+|\{\w+\})(?:\/(?:\w+|\{\w+\}))*)?$/;

/** The list of all operations can be read, has none twice, and agrees with the operations that the contract describes. */
export function listedOperations({ paths, 'x-operations': list }: Document): Oas3Rule {
  const releases = new Map<string, string>();
  for (const [resource, byRelease] of Object.entries(list)) {
    for (const [release, operations] of Object.entries(byRelease)) {
      for (const operation of operations.split(', ')) {
        const [method = '', rest] = operation.split(' ');
        releases.set(`${method} /${resource}${rest === undefined ? '' : `/${rest}`}`, release);
      }
    }
  }
  const names = new Map<string, string>();
  for (const [path, methods] of Object.entries(paths))
    for (const [method, { operationId }] of Object.entries(methods as Record<string, Partial<Operation>>))
      if (operationId !== undefined) names.set(operationId, `${method.toUpperCase()} ${path}`);

  return () => ({
    ListedOperationsOfResource(node: Record<string, string>, { report, location }) {
      const seen = new Set<string>();
      for (const [release, operations] of Object.entries(node)) {
        const place = location.child(release);
        if (!releasePattern.test(release))
          report({ message: 'A release has four parts, such as 3.0.0.0.', location: place.key() });
        for (const operation of operations.split(', ')) {
          if (!operationPattern.test(operation))
            report({
              message: `"${operation}" is not an operation. Write operations as GET, PATCH {id}, POST {id}/snapshot.`,
              location: place,
            });
          else if (seen.has(operation)) report({ message: `${operation} is here twice.`, location: place });
          seen.add(operation);
        }
      }
    },
    Operation(node, { report, location }) {
      const { operationId, 'x-added': added = '1.0.0.0' } = node as unknown as Operation;
      const name = names.get(operationId);
      // Other rules report an operation without a name and a release that is none.
      if (name === undefined || !releasePattern.test(added)) return;
      const release = releases.get(name);
      if (release === added) return;
      report({
        message:
          release === undefined
            ? `operations.yaml lacks ${name}: add it there, with release ${added}.`
            : `operations.yaml has ${name} since ${release}, and this is since ${added}: correct one of them.`,
        location: location.key(),
      });
    },
  });
}
