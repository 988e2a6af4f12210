import type { OperationId, ReplicationSession } from '@powerstore-api/types';
import type { SimulatorOptions } from '../simulator/start/options.js';
import type { Fault, FaultEffect } from '../simulator/faults/fault.js';

/**
 * A drill, written down: what is done to a pair of arrays, and what is to come of it.
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
  name: string;
  description?: string;
  /** What the arrays are like. */
  simulator?: Pick<SimulatorOptions, 'seed' | 'release' | 'arrays' | 'sessions' | 'transitions' | 'fast'>;
  steps: readonly ScenarioStep[];
}

/** One step. Sessions go by the name of what they replicate. */
export type ScenarioStep =
  | ActionStep
  | NoteStep
  | AdvanceStep
  | LinkStep
  | PowerStep
  | FaultStep
  | WaitStep
  | ExpectStep;

/** An action that can be asked of a replication session. */
export type SessionAction =
  Extract<OperationId, `replication_session_${string}`> extends `replication_session_${infer Action}`
    ? Exclude<Action, 'collection_query' | 'instance_query'>
    : never;

/** Sends an action to one of the arrays. */
export interface ActionStep {
  action: SessionAction;
  on: 'a' | 'b';
  session: string;
  body?: Readonly<Record<string, unknown>>;
  /**
   * Asks with `is_async=true`, and is answered with a job.
   * @default false
   */
  async?: boolean;
  /** What it is answered with: success by default, whichever. */
  expect?: {
    status?: number;
    /** A part of the error's text, or its code; `no answer` where the connection was lost. */
    error?: string;
  };
}

/** Says something in the timeline. */
export interface NoteStep {
  note: string;
}

/** Lets time pass: `30s`, `5m`, `2h`, `1d`. */
export interface AdvanceStep {
  advance: string;
}

/** Cuts the link between the arrays, or heals it. */
export interface LinkStep {
  link: 'cut' | 'heal';
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

/** How a session is to be, as one of the arrays shows it: any of its attributes. */
export type SessionCondition = { session: string; on: 'a' | 'b' } & Partial<
  Omit<ReplicationSession, 'remote_system' | 'migration_session' | 'replication_rule' | 'volumes' | 'volume_groups'>
>;

/** Asks each second until a session is as it should be; fails where that takes longer than `within`. */
export interface WaitStep {
  wait: SessionCondition & {
    /** @default '10m' */
    within?: string;
  };
}

/** Asks once, and fails where a session is not as it should be. */
export interface ExpectStep {
  expect: SessionCondition;
}

/** In the order in which a step is recognised: an action may have an `expect` of its own. */
export const stepKinds = ['action', 'note', 'advance', 'link', 'power', 'fault', 'wait', 'expect'] as const;

export type StepKind = (typeof stepKinds)[number];

/** What kind of step something is, if it is one. */
export const kindOf = (step: object): StepKind | undefined => stepKinds.find((kind) => kind in step);

/** A step in a few words. */
export function describeStep(step: ScenarioStep): string {
  if ('action' in step) {
    const { action, on, session, body } = step;
    return `${action} ${session} on ${on}${body ? ` ${inline(body)}` : ''}`;
  }
  if ('note' in step) return step.note.trim();
  if ('advance' in step) return `${step.advance} pass`;
  if ('link' in step) return step.link === 'cut' ? 'the link is cut' : 'the link is healed';
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
