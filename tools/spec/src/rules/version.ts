import type { Oas3Rule, UserContext } from '@redocly/openapi-core';
import type { Schema } from '../contract/document.ts';

const pattern = /^\d+\.\d+\.\d+\.\d+$/;

/** Releases have four parts, and the literals they speak of exist. */
export const version: Oas3Rule = () => ({
  Operation: checkReleases,
  Schema(node, context) {
    checkReleases(node, context);
    const { enum: literals = [] } = node as Schema;
    for (const key of ['x-added_value', 'x-deprecated_value'] as const) {
      for (const [release, values] of Object.entries((node as Schema)[key] ?? {})) {
        const place = context.location.child([key, release]);
        if (!pattern.test(release)) {
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
  for (const key of ['x-added', 'x-deprecated'] as const) {
    const release = (node as Partial<Record<typeof key, unknown>>)[key];
    if (release === undefined || pattern.test(String(release))) continue;
    report({
      message: `${key} has to be a release in four parts, such as 3.0.0.0.`,
      location: location.child(key),
    });
  }
}
