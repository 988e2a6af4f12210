import type { Oas3Rule, UserContext } from '@redocly/openapi-core';
import type { Schema } from '../contract/document.ts';

export const releasePattern = /^\d+\.\d+\.\d+\.\d+$/;

/** Releases have four parts, and the literals that they list exist. */
export const release: Oas3Rule = () => ({
  Operation: checkReleases,
  Schema(node, context) {
    checkReleases(node, context);
    const { enum: literals = [] } = node as Schema;
    for (const key of ['x-added_value', 'x-deprecated_value'] as const) {
      for (const [name, values] of Object.entries((node as Schema)[key] ?? {})) {
        const place = context.location.child([key, name]);
        if (!releasePattern.test(name)) {
          context.report({
            message: `Keys of ${key} have to be releases in four parts, such as 3.0.0.0.`,
            location: place.key(),
          });
        }
        for (const [index, value] of values.entries()) {
          if (literals.includes(value)) continue;
          context.report({
            message: `"${value}" is not in the enum: add it there, or correct its name here.`,
            location: place.child(index),
          });
        }
      }
    }
  },
});

function checkReleases(node: unknown, { report, location }: UserContext): void {
  for (const key of ['x-added', 'x-deprecated', 'x-internal_since'] as const) {
    const value = (node as Partial<Record<typeof key, unknown>>)[key];
    if (value === undefined || releasePattern.test(String(value))) continue;
    report({
      message: `${key} has to be a release in four parts, such as 3.0.0.0.`,
      location: location.child(key),
    });
  }
}
