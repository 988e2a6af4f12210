import type { Acceptance } from './acceptance.js';
import type { Observation } from '../contract/assumed.js';
import type { Item } from '../contract/items.js';
import type { Finding } from '../findings/finding.js';
import type { Sample } from '../array/secrecy/redact.js';
import type { Site } from '../array/target/target.js';

/**
 * The end of a check. `broken`: it could not be carried out. `not-applicable`: the array has nothing to try it on. `not-run`: the
 * time was over, or the array did not answer any more.
 */
export type CheckOutcome = 'passed' | 'failed' | 'broken' | 'not-applicable' | 'not-run';

/** A finding that the baseline accepts, and why. */
export type AcceptedFinding = Finding & Pick<Acceptance, 'reason' | 'expires'>;

/** A check in the report. */
export interface CheckRecord {
  check: string;
  title: string;
  group: string;
  site: Site;
  outcome: CheckOutcome;
  /** The reason why it neither passed nor failed. */
  reason?: string;
  /** The resource or operation that the array lacks, and without which there was nothing to check. */
  lacks?: string;
  findings: Finding[];
  /** Findings that the baseline accepts. */
  accepted?: AcceptedFinding[];
  /** The items of the contract that it saw in answers. */
  covered: Item[];
  /** Those that the array accepted in a filter. */
  acceptedItems?: Item[];
  /** What it saw of the assumptions of the contract. */
  observed?: Observation[];
  samples: Sample[];
  requests: number;
  milliseconds: number;
  /** The reason why the array could not be asked any more. */
  arrayLost?: string;
}

/** Follows the checks of a run as they are carried out. */
export interface CheckListener {
  /** A check begins; it is the one at `position` of `total`. */
  onBegin: (check: string, position: number, total: number) => void;
  onEnd: (record: CheckRecord) => void;
}
