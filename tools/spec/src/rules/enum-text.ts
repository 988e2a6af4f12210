import type { Oas3Rule } from '@redocly/openapi-core';
import type { Schema } from '../contract/document.ts';

/** Every literal has the text of its _l10n companion, every text has its literal, and no literal is called undocumented. */
export const enumText: Oas3Rule = () => ({
  Schema(node, { report, location }) {
    const {
      enum: literals,
      'x-display_enum_text': texts = {},
      'x-undocumented_value': undocumented = {},
    } = node as Schema;
    if (!literals) return;
    for (const [index, literal] of literals.entries()) {
      if (literal in texts) continue;
      report({
        message: `"${literal}" has no text: add it to x-display_enum_text.`,
        location: location.child(['enum', index]),
      });
    }
    for (const literal of Object.keys(texts)) {
      if (literals.includes(literal)) continue;
      report({
        message: `"${literal}" is not in the enum: add it there, or remove its text.`,
        location: location.child(['x-display_enum_text', literal]).key(),
      });
    }
    for (const literal of Object.keys(undocumented)) {
      if (!literals.includes(literal)) continue;
      report({
        message: `"${literal}" is in the enum, so it is documented: remove it here.`,
        location: location.child(['x-undocumented_value', literal]).key(),
      });
    }
  },
});
