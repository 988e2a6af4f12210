import type { Call, Layer } from '../../layers/layer.js';
import type { FaultEffect } from '../faults/fault.js';
import type { PairSite } from '../world/site.js';

/** A request to one of the two arrays. */
export interface ArrayCall extends Call {
  readonly site: PairSite;
  /** The effect of the fault that hits it. */
  fault?: FaultEffect;
  /** The id of the job that carries it out, if its answer does not name it. */
  job?: string;
}

export type ArrayLayer = Layer<ArrayCall>;
