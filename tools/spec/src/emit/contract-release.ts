import type { Document } from '../contract/document.ts';
import { module } from './module.ts';

/** The release that the contract describes, so that nobody has to read the whole document for it. */
export const emitContractRelease = (document: Document): string =>
  module(
    `/** The newest release that the contract describes. */\nexport const contractRelease = '${document.info.version}';`,
  );
