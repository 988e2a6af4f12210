import type {
  Enums,
  ReplicatedResourceType,
  ReplicationRole,
  ReplicationSessionType,
  ReplicationState,
} from './generated/enums.js';

import type { operations } from './generated/openapi.js';
import type { LifecycleOperation, RelatedTypes, ResourceTypes } from './generated/resource-types.js';

/** The `operationId` of every operation of the contract. */
export type OperationId = keyof operations;

/** The name of a resource that has operations, as in the paths of the API. */
export type Resource = keyof ResourceTypes;

/** The name of a resource that another one embeds. Some of them have no operations in the contract. */
export type RelatedResource = keyof RelatedTypes;

/** The name of an attribute of a resource. */
export type AttributeName<R extends Resource> = keyof ResourceTypes[R]['instance'] & string;

/** The name of an enum, without the `Enum` at its end. */
export type EnumName = keyof Enums;

/**
 * An instance as an array of the newest release keeps it: with every attribute of its own, without the resources it embeds,
 * and with enums closed to the literals that the contract knows.
 */
export type FullInstance<R extends Resource> = ResourceTypes[R]['full'];

/**
 * The JSON body that an operation takes; `never` where it takes none.
 *
 * @example
 * ```ts
 * const body: RequestBody<'replication_session_failover'> = { is_planned: true, reverse: true };
 * ```
 */
export type RequestBody<Id extends OperationId> = [NonNullable<operations[Id]['requestBody']>] extends [never]
  ? never
  : NonNullable<operations[Id]['requestBody']> extends { content: { 'application/json': infer Json } }
    ? Json
    : never;

/**
 * How much an operation may hurt. `read-only` changes nothing. `non-disruptive` changes something, but no production host
 * loses access, no production data is lost, and the same side keeps serving. `disruptive` may do any of these.
 */
export type Safety = 'read-only' | 'non-disruptive' | 'disruptive';

/** The facts about an operation that you know before you send it. */
export interface OperationInfo {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Path below `/api/rest`, with `{id}` for the id. */
  readonly path: string;
  /** The resource it works on. */
  readonly resource: Resource;
  /** The first release that has it. */
  readonly added: string;
  readonly safety: Safety;
  /** `safe` if sending it twice has the same effect as sending it once; otherwise `never`. */
  readonly retry: 'safe' | 'never';
  /** Whether it works without a body; absent if it takes none, or one without fields. */
  readonly body?: 'required' | 'optional';
  /** Whether `name:` and a name can take the place of the id in its path; absent if they cannot. */
  readonly byName?: true;
  /** Every status that it answers with according to the documents. */
  readonly statuses: readonly number[];
}

/** Some fields of the body of an action; none if it takes no body. */
type LifecycleFields<Id extends LifecycleOperation> = Id extends unknown
  ? [RequestBody<Id>] extends [never]
    ? Readonly<Record<never, never>>
    : Readonly<Partial<RequestBody<Id>>>
  : never;

/** Conditions on a request body and a session. An absent condition always holds. */
export interface LifecycleConditions<Id extends LifecycleOperation = LifecycleOperation> {
  /** Fields of the request body, after its defaults are filled in. */
  readonly when?: LifecycleFields<Id>;
  /** States the session may be in. */
  readonly from?: readonly ReplicationState[];
  /** For a paused session: the state it was paused in. */
  readonly paused_in?: readonly ReplicationState[];
  /** Roles of the side that receives the request. */
  readonly roles?: readonly ReplicationRole[];
  /** Types of session. */
  readonly types?: readonly ReplicationSessionType[];
  /** Types of replicated resource. */
  readonly resource_types?: readonly ReplicatedResourceType[];
  /** Whether the other array has to be reachable. */
  readonly link?: 'up';
  /** Whether a failover test has to be running, or must not be. */
  readonly failover_test?: boolean;
}

/** One row of the state table. The action is possible when all conditions of the row hold. */
export interface LifecycleRule<Id extends LifecycleOperation = LifecycleOperation> extends LifecycleConditions<Id> {
  /** States the session passes through. */
  readonly via?: readonly ReplicationState[];
  /** State it ends in; absent if its state does not change. */
  readonly to?: ReplicationState;
  /** State it ends in when the action fails on the way. */
  readonly fails_to?: ReplicationState;
  /** Whether the two sides exchange their roles. */
  readonly swap_roles?: boolean;
  /** Attributes that change besides the state. */
  readonly set?: Readonly<Partial<FullInstance<'replication_session'>>>;
}

/** The state table of one action. */
export interface Lifecycle<Id extends LifecycleOperation = LifecycleOperation> {
  /** The values of fields that a request body leaves out. */
  readonly defaults: LifecycleFields<Id>;
  readonly rules: readonly LifecycleRule<Id>[];
  /** A source says that the array refuses the action where all conditions of one of these hold. */
  readonly refusals: readonly LifecycleConditions<Id>[];
}

/** The sources of each row of a state table: keys of {@link sources}, each with an optional locator after it. */
export type LifecycleSources = { readonly [List in 'rules' | 'refusals']: readonly (readonly string[])[] };

/** A session of a volume or a group. An absent fact allows anything. */
export interface SessionPattern {
  readonly types?: readonly ReplicationSessionType[];
  /** Roles of the side that receives the request. */
  readonly roles?: readonly ReplicationRole[];
  readonly from?: readonly ReplicationState[];
  /** Whether it has brought its destination up to date once. */
  readonly synchronized?: boolean;
  /** Whether it replicates to the array that the request names, or that the rule of its policy names. */
  readonly to_target?: boolean;
}

/**
 * A test of the value that a field of the body has. `larger`: than before. `unused`: no other resource has the name. `known`: it
 * refers to something that exists. `absent` and `present`: whether it is `null`.
 */
export type ValueTest = 'multiple_of_8192' | 'larger' | 'unused' | 'known' | 'absent' | 'present';

type Values = Readonly<Record<string, string | boolean | readonly string[]>>;

/** Facts about a write and its resource. An absent fact allows anything. */
export interface WriteFacts {
  /** The body has one of these fields. */
  readonly given?: readonly string[];
  /** The body gives one of these fields another value than it has. */
  readonly changes?: readonly string[];
  /** The body gives no other field another value. */
  readonly changes_only?: readonly string[];
  /** Attributes of the resource before the request. */
  readonly before?: Values;
  /** Attributes of the resource, and fields of the body with their defaults, after it. */
  readonly after?: Values;
  readonly value?: Readonly<Record<string, ValueTest>>;
  /** Attributes of the instance that a field refers to; a list has to contain these values. */
  readonly refers?: Readonly<Record<string, Values>>;
  /** Whether the volume is a member of a group. */
  readonly member?: boolean;
  /** Whether the group has no members. */
  readonly empty?: boolean;
  /** It, or the group that it is a member of, has such a session. */
  readonly session?: SessionPattern;
  /** Neither it nor its group has such a session. */
  readonly no_session?: SessionPattern;
  /** The request creates a session of one of these types. */
  readonly creates?: readonly ReplicationSessionType[];
  /** Whether both arrays support the sessions that the request creates. */
  readonly supported?: boolean;
  /** Whether the other arrays that the request needs are within reach. */
  readonly link?: 'up';
}

/** A condition on a write: where all of `when` holds, all of `needs` has to hold, or the array refuses the request. */
export interface WriteCondition {
  readonly when?: WriteFacts;
  readonly needs: WriteFacts;
  /** The answer of an array that refuses the request. */
  readonly status: 400 | 404 | 422;
  /** The code of its message: one of {@link errorCodes}. */
  readonly code: string;
  /** Our words for it, with fields in braces; see {@link refusalOf}. */
  readonly text: string;
  /** The values of the message, in the same form. */
  readonly arguments?: readonly string[];
  /** No source says that an array refuses this: it is our reading. */
  readonly assumed?: true;
}

/** The conditions of one operation, in the order in which an array checks them, and the values of fields that a body leaves out. */
export interface WriteRules<Name extends string = string> {
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly conditions: readonly Name[];
}

/** The facts about an attribute. */
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
  readonly enum?: EnumName;
  /** The resource it embeds, one level deep. */
  readonly related?: RelatedResource;
  /** The resource whose id it holds, as the API names it. */
  readonly references?: string;
}

/** Attributes by resource. */
export type AttributeTable = {
  readonly [R in Resource]: { readonly [Name in AttributeName<R>]: AttributeInfo };
};

/** Attributes of embedded resources. */
export type RelatedAttributeTable = {
  readonly [R in RelatedResource]: { readonly [Name in keyof RelatedTypes[R] & string]: AttributeInfo };
};

/** Attributes of a resource that no public document has. */
export interface InternalAttributes {
  /** The release from which the array shows them only to a request with `DELL-VISIBILITY: internal`. */
  readonly since: string;
  readonly names: readonly string[];
}

/** Attributes that no public document has, by resource. */
export type InternalAttributeTable = { readonly [R in Resource | RelatedResource]?: InternalAttributes };

/** The facts about a literal of an enum. */
export interface LiteralInfo {
  /** The first release that has it. */
  readonly added: string;
  /** Text of the `_l10n` companion, in en-US. */
  readonly text: string;
  /** The release that deprecated it. */
  readonly deprecated?: string;
}

/** Literals by enum. */
export type LiteralTable = {
  readonly [Name in EnumName]: { readonly [Literal in Enums[Name]]: LiteralInfo };
};

/** A source of facts. */
export interface SourceInfo {
  readonly kind: 'document' | 'sdk' | 'capture' | 'assumed';
  readonly title: string;
}

/** The facts about a kind of error. */
export interface ErrorCodeInfo {
  /** As it is in `code` of a message. */
  readonly code: string;
  /** The statuses that it comes with. */
  readonly statuses: readonly number[];
  /** The values in `arguments`; absent if the message has no such list. */
  readonly arguments?: string;
}

/** A fact of the contract whose source is `assumed`, in whole or in part: our reading, which nobody has confirmed. */
export interface AssumptionInfo {
  /** The fact in the contract, as a JSON pointer without its first slash. */
  readonly place: string;
  /** The fact in words. */
  readonly where: string;
  /** The part that is assumed. */
  readonly part: string;
  /** The way to decide it: a key of {@link decisions}. */
  readonly decision: string;
  /** All sources of the fact: keys of {@link sources}, each with an optional locator after it. */
  readonly sources: readonly string[];
  /** The operation that it is about. */
  readonly operation?: OperationId;
  /** The row of the state table of that operation. */
  readonly row?: number;
}

/** A way to decide whether an array does what is assumed. */
export interface DecisionInfo {
  /** The checks of the contract suite that decide it; `*` is any part of an id. Absent if none can. */
  readonly checks?: readonly string[];
  /** What these checks do. */
  readonly how?: string;
  /** These checks decide it only with the control of a simulator. */
  readonly needs?: 'control';
  /** Why no check can decide it. */
  readonly because?: string;
}
