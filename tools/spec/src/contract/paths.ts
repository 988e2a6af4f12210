import { fileURLToPath } from 'node:url';

/** The contract's entry document: `spec/powerstore.yaml` of this repository. */
export const entryDocument = fileURLToPath(new URL('../../../../spec/powerstore.yaml', import.meta.url));
