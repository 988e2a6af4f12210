import type { Acceptance } from './acceptance.js';
import type { Item } from '../contract/items.js';
import type { Finding } from '../findings/finding.js';
import type { Sample } from '../array/redact.js';
import type { Site } from '../array/target.js';

/** How a check went. `not-applicable`: the array has nothing to try it on; `not-run`: there was no time, or no array any more. */
export type CheckOutcome = 'passed' | 'failed' | 'broken' | 'not-applicable' | 'not-run';

/** A finding that somebody has accepted, and why. */
export type AcceptedFinding = Finding & Pick<Acceptance, 'reason' | 'expires'>;

/** What a check leaves behind for the report. */
export interface CheckRecord {
  check: string;
  title: string;
  group: string;
  site: Site;
  outcome: CheckOutcome;
  /** Why it is neither passed nor failed. */
  reason?: string;
  findings: Finding[];
  /** Findings that a baseline accepts. */
  accepted?: AcceptedFinding[];
  covered: Item[];
  samples: Sample[];
  requests: number;
  milliseconds: number;
  /** Why nothing more could be asked. */
  lost?: string;
}

/** Follows the checks of a run as they are carried out. */
export interface CheckListener {
  /** A check begins: the how manieth of how many. */
  onBegin: (check: string, position: number, total: number) => void;
  onEnd: (record: CheckRecord) => void;
}
