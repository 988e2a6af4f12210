// The rows of each resource.
import { type FullInstance, isResource, type JobResponseBody, type Resource } from '@powerstore-api/types';
import type { Site } from './site.js';

/** Data that a row keeps beside its attributes, for its associations. No answer shows it. */
interface Kept {
  policy: { rules: readonly string[] };
  remote_system: { site: Site };
  software_installed: { appliance_id: string | null };
  volume_group: { members: readonly string[] };
}

/** Origin of a volume or a volume group. Arrays of older releases have fewer attributes. */
export type ProtectionData = Readonly<Partial<FullInstance<'volume'>['protection_data']>>;

/** Embedded objects that an array fills only in part. */
interface FilledInPart {
  job: { response_body: JobResponseBody | null };
  volume: { protection_data: ProtectionData };
  volume_group: { protection_data: ProtectionData };
}

type Of<T, R> = R extends keyof T ? T[R] : unknown;

type RowOf<R extends Resource> = Readonly<
  Omit<FullInstance<R>, keyof Of<FilledInPart, R>> & Of<FilledInPart, R> & Of<Kept, R>
>;

type ResourceRows = { readonly [R in Resource]: RowOf<R> };

interface Rows extends ResourceRows {
  /** The contract has no operations for it; other resources embed it. */
  appliance: { readonly id: string; readonly name: string };
}

/** The resources that an array keeps rows of. */
export type Table = keyof Rows;

/** An instance as an array keeps it: with the attributes of the newest release, and the data kept beside them. */
export type Row<R extends Table> = Rows[R];

export const isTable = (name: string): name is Table => isResource(name) || name === ('appliance' satisfies Table);

/** Attributes that a new row may leave out, because there is a default for them. */
type Defaulted<T> = {
  [Name in keyof T]-?: Name extends `${infer Base}_l10n`
    ? Base extends keyof T
      ? Name
      : never
    : null extends T[Name]
      ? Name
      : T[Name] extends boolean | readonly unknown[]
        ? Name
        : never;
}[keyof T];

type NewInstance<R extends Resource, D extends keyof Row<R> = Defaulted<FullInstance<R>> & keyof Row<R>> = Omit<
  Row<R>,
  D
> &
  Partial<Pick<Row<R>, D>>;

/** The attributes of a new row. It may leave out nullable attributes, lists, booleans and the texts of enums. */
export type NewRow<R extends Resource> = R extends Resource ? NewInstance<R> : never;
