import type { operations } from './generated/openapi.js';

/** The `operationId` of every operation of the contract. */
export type OperationId = keyof operations;

/**
 * How much an operation may hurt. `read` changes nothing. `non-disruptive` changes something, but no production host
 * loses access, no production data is dropped, and the same side goes on serving. `disruptive` may do any of these.
 */
export type Safety = 'read' | 'non-disruptive' | 'disruptive';

/** What is known of an operation before it is sent. */
export interface OperationInfo {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Path below `/api/rest`, with `{id}` for the id. */
  readonly path: string;
  /** The resource type it works on. */
  readonly resource: string;
  /** The first release that has it. */
  readonly added: string;
  readonly safety: Safety;
  /** Whether sending it twice is the same as sending it once. */
  readonly retry: 'safe' | 'never';
  /** Every status it is documented to answer with. */
  readonly statuses: readonly number[];
}

/**
 * One row of the state table: when all of its conditions hold, the action is possible. A condition that is absent holds
 * always.
 */
export interface LifecycleRule {
  /** Fields of the request body, after its defaults are filled in. */
  readonly when?: Readonly<Record<string, unknown>>;
  /** States the session may be in. */
  readonly from?: readonly string[];
  /** For a paused session: the state it was paused in. */
  readonly paused_in?: readonly string[];
  /** Roles of the side that is asked. */
  readonly roles?: readonly string[];
  /** Types of session. */
  readonly types?: readonly string[];
  /** Types of replicated resource. */
  readonly resource_types?: readonly string[];
  /** Whether the other array has to be reachable. */
  readonly link?: 'up';
  /** Whether a failover test has to be running, or must not be. */
  readonly failover_test?: boolean;
  /** States the session passes through. */
  readonly via?: readonly string[];
  /** State it ends in; absent where it stays as it is. */
  readonly to?: string;
  /** State it ends in when the action fails on the way. */
  readonly fails_to?: string;
  /** Whether the two sides exchange their roles. */
  readonly swap_roles?: boolean;
  /** Attributes that change besides the state. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** Where the row is from: keys of {@link sources}, each with a locator after it. */
  readonly sources: readonly string[];
}

/** The state table of one action. */
export interface Lifecycle {
  /** What the fields of the request body are when they are left out. */
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly rules: readonly LifecycleRule[];
}

/** What is known of an attribute. */
export interface AttributeInfo {
  /** `enum` with {@link AttributeInfo.enum}, `object` with {@link AttributeInfo.related} or for an embedded object. */
  readonly type: 'string' | 'integer' | 'boolean' | 'date-time' | 'enum' | 'object';
  /** The first release that has it. */
  readonly added: string;
  readonly nullable: boolean;
  /** Whether a collection can be filtered by it. */
  readonly filterable: boolean;
  /** Whether it is a list of the type. */
  readonly list?: boolean;
  /** Whether filters ignore case. */
  readonly ignoreCase?: boolean;
  readonly deprecated?: boolean;
  /** Key of {@link literals}. */
  readonly enum?: string;
  /** The resource it embeds, one level deep. */
  readonly related?: string;
  /** The resource whose id it holds. */
  readonly references?: string;
}

/** What is known of an enum's literal. */
export interface LiteralInfo {
  /** The first release that has it. */
  readonly added: string;
  /** What the `_l10n` companion says, in en-US. */
  readonly text: string;
  /** The release that deprecated it. */
  readonly deprecated?: string;
}

/** A place facts come from. */
export interface SourceInfo {
  readonly kind: 'document' | 'sdk' | 'capture' | 'assumed';
  readonly title: string;
}
