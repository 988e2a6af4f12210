import type { OperationId, ReplicationSession } from '@powerstore-api/types';
import type { SimulatorOptions } from '../simulator/start/options.js';
import type { Fault, FaultEffect } from '../simulator/faults/fault.js';
import type { PairSite } from '../simulator/world/site.js';

/**
 * A drill: steps that act on a pair of arrays, and the expected results.
 *
 * @example
 * ```ts
 * const scenario: Scenario = {
 *   name: 'Planned failover',
 *   simulator: { sessions: [{ name: 'erp-data' }] },
 *   steps: [
 *     { action: 'failover', on: 'a', session: 'erp-data', body: { is_planned: true, reverse: true } },
 *     { wait: { session: 'erp-data', on: 'b', state: 'OK', role: 'Source', within: '1m' } },
 *   ],
 * };
 * ```
 */
export interface Scenario {
  /** Shown above the timeline. */
  name: string;
  /** Shown after the name. */
  description?: string;
  /** Options of the simulator. */
  simulator?: Pick<SimulatorOptions, 'seed' | 'release' | 'arrays' | 'sessions' | 'transitions' | 'fast'>;
  /** The steps, in order; the scenario ends at the first one that fails. */
  steps: readonly ScenarioStep[];
}

/** One step. Name a session by the resource that it replicates. */
export type ScenarioStep =
  | ActionStep
  | NoteStep
  | AdvanceStep
  | LinkStep
  | PowerStep
  | FaultStep
  | WaitStep
  | ExpectStep;

/** An action of a replication session. */
export type SessionAction =
  Extract<OperationId, `replication_session_${string}`> extends `replication_session_${infer Action}`
    ? Exclude<Action, 'collection_query' | 'instance_query'>
    : never;

/** Sends an action to one of the arrays. */
export interface ActionStep {
  action: SessionAction;
  on: PairSite;
  session: string;
  body?: Readonly<Record<string, unknown>>;
  /**
   * Whether to send `is_async=true`, so that the answer is a job.
   * @default false
   */
  async?: boolean;
  /** The expected answer; by default, any success. */
  expect?: {
    status?: number;
    /** A part of the text or the code of the error; `no answer` for a lost connection. */
    error?: string;
  };
}

/** Adds a note to the timeline. */
export interface NoteStep {
  note: string;
}

/** Lets time pass: `30s`, `5m`, `2h`, `1d`. */
export interface AdvanceStep {
  advance: string;
}

/** Cuts the link between the arrays or a part of it, or heals it. */
export interface LinkStep {
  link: 'cut' | 'degrade' | 'heal';
}

/** Switches arrays on or off. */
export interface PowerStep {
  power: { a?: 'on' | 'off'; b?: 'on' | 'off' };
}

/** Adds a fault, which may hit any request from here on. */
export interface FaultStep {
  fault: ScenarioFault;
}

/** A {@link Fault} with two differences: `session` is a name, and a `delay` has its unit, such as `500ms`. */
export type ScenarioFault = Omit<Fault, 'effect'> & {
  effect: Exclude<FaultEffect, Delayable> | (Omit<Delayable, 'delay'> & { delay?: string });
};

type Delayable = Extract<FaultEffect, { transport: unknown }>;

/** The expected attributes of a session, as one of the arrays shows them. */
export type SessionCondition = { session: string; on: PairSite } & Partial<
  Omit<ReplicationSession, 'remote_system' | 'migration_session' | 'replication_rule' | 'volumes' | 'volume_groups'>
>;

/** Reads a session once a second until it has the expected attributes. Fails after `within`. */
export interface WaitStep {
  wait: SessionCondition & {
    /**
     * The longest wait, in simulated time.
     * @default '10m'
     */
    within?: string;
  };
}

/** Reads a session once. Fails if it does not have the expected attributes. */
export interface ExpectStep {
  expect: SessionCondition;
}

/** In this order, because a step with `action` may have an `expect` too. */
export const stepKinds = ['action', 'note', 'advance', 'link', 'power', 'fault', 'wait', 'expect'] as const;

export type StepKind = (typeof stepKinds)[number];

/** The kind of a step; `undefined` for anything else. */
export const kindOf = (step: object): StepKind | undefined => stepKinds.find((kind) => kind in step);

const linkTexts: Readonly<Record<LinkStep['link'], string>> = { cut: 'cut', degrade: 'degraded', heal: 'healed' };

/** A step in a few words. */
export function describeStep(step: ScenarioStep): string {
  if ('action' in step) {
    const { action, on, session, body } = step;
    return `${action} ${session} on ${on}${body ? ` ${inline(body)}` : ''}`;
  }
  if ('note' in step) return step.note.trim();
  if ('advance' in step) return `${step.advance} pass`;
  if ('link' in step) return `the link is ${linkTexts[step.link]}`;
  if ('power' in step) {
    return Object.entries(step.power)
      .map(([site, state]) => `${site} is switched ${state}`)
      .join(', ');
  }
  if ('fault' in step) return `fault ${inline(step.fault)}`;
  if ('wait' in step) {
    const { within: _, ...condition } = step.wait;
    return `wait until ${describeCondition(condition)}`;
  }
  return `expect that ${describeCondition(step.expect)}`;
}

const describeCondition = ({ session, on, ...attributes }: SessionCondition): string =>
  `${session} on ${on} has ${inline(attributes)}`;

/** `{ is_planned: true }` as `is_planned: true`. */
export const inline = (values: object): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
