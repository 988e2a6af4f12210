import type { Oas3Rule, UserContext } from '@redocly/openapi-core';
import type { Schema } from '../document.ts';

const pattern = /^\d+\.\d+\.\d+\.\d+$/;

const checkAdded = (node: unknown, { report, location }: UserContext) => {
  const added = (node as { 'x-added'?: unknown })['x-added'];
  if (added !== undefined && !pattern.test(String(added))) {
    report({
      message: 'x-added has to be a release in four parts, such as 3.0.0.0.',
      location: location.child('x-added'),
    });
  }
};

/** Since-versions have four parts, and the literals they speak of exist. */
export const version: Oas3Rule = () => ({
  Operation: checkAdded,
  Schema(node, context) {
    checkAdded(node, context);
    const { enum: literals = [], 'x-added_value': added = {} } = node as Schema;
    for (const [release, values] of Object.entries(added)) {
      const place = context.location.child(['x-added_value', release]);
      if (!pattern.test(release)) {
        context.report({
          message: 'Keys of x-added_value have to be releases in four parts, such as 3.0.0.0.',
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
  },
});
