/** An instance of a resource, as it is on the wire. */
export type Row = Readonly<Record<string, unknown>>;
