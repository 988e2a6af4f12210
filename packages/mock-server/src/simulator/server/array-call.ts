import type { Call, Layer } from '../../layers/layer.js';
import type { FaultEffect } from '../faults/fault.js';

/** A request to one of the arrays on its way. */
export interface ArrayCall extends Call {
  readonly site: 'a' | 'b';
  /** What goes wrong with it on purpose. */
  fault?: FaultEffect;
  /** The job that carries it out, where its answer does not name it. */
  job?: string;
}

export type ArrayLayer = Layer<ArrayCall>;
