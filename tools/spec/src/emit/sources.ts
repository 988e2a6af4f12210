import type { Document } from '../contract/document.ts';
import { literal, module } from './module.ts';

/** Where facts come from, by the key an x-source starts with. */
export const emitSources = (document: Document): string =>
  module(
    "import type { SourceInfo } from '../tables.js';",
    `/** Where facts come from, by the key an \`x-source\` starts with. */\nexport const sources: Readonly<Record<string, SourceInfo>> = ${literal(document['x-sources'])};`,
  );
