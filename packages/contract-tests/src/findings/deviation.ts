import type { Finding } from './finding.js';
import type { FindingId } from './finding-kinds.js';

/** A difference between an answer and the contract, before it is known which request it answers. */
export interface Deviation extends Pick<Finding, 'message' | 'place' | 'subject' | 'sample' | 'common'> {
  id: FindingId;
}
